export interface CellProps {
  title: string
  note?: string
  description?: string
  arrow?: boolean
  label?: string
  onTap?: () => void
}

/** So many characters leave room for a note beside them. */
const SHORT_TITLE = 6

export function Cell({ title, note = '', description = '', arrow, label, onTap }: CellProps) {
  const tappable = onTap !== undefined
  return (
    <t-cell
      t-class="x-cell"
      t-class-center={title.length <= SHORT_TITLE ? 'x-cell__short' : ''}
      title={title}
      note={note}
      description={description}
      arrow={arrow ?? tappable}
      hover={tappable}
      bordered={true}
      ariaRole={tappable ? 'button' : 'text'}
      aria-label={label ?? [title, note, description].filter((part) => part !== '').join('，')}
      onClick={() => onTap?.()}
    />
  )
}
