export interface ButtonProps {
  children: string
  tone?: 'primary' | 'plain' | 'danger' | 'quiet'
  /** As wide as its container; the main button of a screen is. */
  block?: boolean
  size?: 'large' | 'medium'
  loading?: boolean
  disabled?: boolean
  /** The screen reader's text, where the caption alone is not enough. */
  label?: string
  onTap?: () => void
  openType?: '' | 'getPhoneNumber' | 'share'
  /** The platform's one-time code, or null where the person declined. */
  onPhoneNumber?: (code: string | null) => void
}

const THEMES = { primary: 'primary', plain: 'primary', danger: 'danger', quiet: 'default' } as const
const VARIANTS = { primary: 'base', plain: 'outline', danger: 'outline', quiet: 'text' } as const

export function Button(props: ButtonProps) {
  const { children, tone = 'primary', block = false, size = 'large', loading = false } = props
  const { disabled = false, label = children, openType = '', onTap, onPhoneNumber } = props
  return (
    <t-button
      t-class={`x-button x-button--${tone}`}
      theme={THEMES[tone]}
      variant={VARIANTS[tone]}
      size={size}
      shape="rectangle"
      block={block}
      loading={loading}
      disabled={disabled}
      open-type={openType}
      aria-label={label}
      onTap={() => onTap?.()}
      onGetphonenumber={(event) => onPhoneNumber?.(event.detail.code ?? null)}
    >
      {children}
    </t-button>
  )
}
