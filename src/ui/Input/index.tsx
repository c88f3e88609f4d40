export interface InputProps {
  label: string
  value: string
  placeholder?: string
  type?: 'text' | 'number' | 'digit' | 'idcard' | 'nickname'
  maxLength?: number
  /** The fault and how to mend it; in place of the hint. */
  error?: string
  hint?: string
  disabled?: boolean
  onChange: (value: string) => void
  onBlur?: (value: string) => void
}

export function Input(props: InputProps) {
  const { label, value, placeholder = '', type = 'text', maxLength = -1, error = '', hint = '' } = props
  const { disabled = false, onChange, onBlur } = props
  return (
    <t-input
      t-class={error === '' ? 'x-input' : 'x-input x-input--refused'}
      layout="vertical"
      label={label}
      value={value}
      placeholder={placeholder}
      type={type}
      maxlength={maxLength}
      status={error === '' ? 'default' : 'error'}
      tips={error === '' ? hint : error}
      disabled={disabled}
      borderless={true}
      clearable={!disabled}
      cursor-spacing={120}
      cursor-color="#1558a6"
      aria-label={label}
      onChange={(event) => onChange(event.detail.value)}
      onBlur={(event) => onBlur?.(event.detail.value)}
    />
  )
}
