export interface SearchBoxProps {
  value: string
  placeholder: string
  onChange: (value: string) => void
}

export function SearchBox({ value, placeholder, onChange }: SearchBoxProps) {
  return (
    <t-search
      t-class="x-search-box"
      value={value}
      placeholder={placeholder}
      shape="round"
      maxlength={40}
      cursor-spacing={120}
      cursor-color="#1558a6"
      aria-label={placeholder}
      onChange={(event) => onChange(event.detail.value)}
      onClear={() => onChange('')}
    />
  )
}
