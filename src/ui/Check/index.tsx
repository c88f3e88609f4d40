export interface CheckProps {
  checked: boolean
  label: string
  onChange: (checked: boolean) => void
}

/** One consent: a box and a sentence, both of them the target. */
export function Check({ checked, label, onChange }: CheckProps) {
  return (
    <t-checkbox
      t-class="x-check"
      t-class-label="x-check__label"
      t-class-content="x-check__none"
      checked={checked}
      disabled={false}
      block={true}
      borderless={true}
      label={label}
      content=""
      max-label-row={6}
      max-content-row={6}
      aria-label={label}
      onChange={(event) => onChange(event.detail.checked)}
    />
  )
}
