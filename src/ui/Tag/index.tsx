export interface TagProps {
  tone?: 'brand' | 'done' | 'due' | 'refused' | 'quiet'
  children: string
}

const THEMES = {
  brand: 'primary',
  done: 'success',
  due: 'warning',
  refused: 'danger',
  quiet: 'default',
} as const

/** A state in a word. */
export function Tag({ tone = 'quiet', children }: TagProps) {
  return (
    <t-tag
      t-class="x-tag"
      theme={THEMES[tone]}
      variant="light"
      size="medium"
      shape="round"
      aria-label={children}
    >
      {children}
    </t-tag>
  )
}
