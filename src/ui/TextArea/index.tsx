export interface TextAreaProps {
  label: string
  value: string
  placeholder?: string
  maxLength: number
  onChange: (value: string) => void
}

/** A few sentences in the person's own words. */
export function TextArea({ label, value, placeholder = '', maxLength, onChange }: TextAreaProps) {
  return (
    <t-textarea
      t-class="x-text-area"
      label={label}
      value={value}
      placeholder={placeholder}
      maxlength={maxLength}
      bordered={false}
      autosize={false}
      indicator={true}
      cursor-spacing={120}
      cursor-color="#1558a6"
      aria-label={label}
      onChange={(event) => onChange(event.detail.value)}
    />
  )
}
