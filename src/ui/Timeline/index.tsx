export interface TimelineItem {
  id: string
  title: string
  text: string
}

export interface TimelineProps {
  items: readonly TimelineItem[]
  /** Index of the one that is being done; the length where all are done. */
  current: number
  label: string
}

/** The way of something through several hands, from above downwards. */
export function Timeline({ items, current, label }: TimelineProps) {
  return (
    <t-steps
      t-class="x-timeline"
      layout="vertical"
      theme="dot"
      current={current}
      readonly={true}
      aria-label={label}
    >
      {items.map(({ id, title, text }) => (
        <t-step-item key={id} title={title} content={text} t-class-content="x-timeline__text" />
      ))}
    </t-steps>
  )
}
