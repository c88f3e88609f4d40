export interface StepsProps {
  items: readonly string[]
  /** Index of the step that is being done. */
  current: number
}

/** The way of a registration, and where one is on it. */
export function Steps({ items, current }: StepsProps) {
  return (
    <t-steps
      t-class="x-steps"
      layout="horizontal"
      current={current}
      readonly={true}
      aria-label={`第 ${current + 1} 步，共 ${items.length} 步：${items[current] ?? ''}`}
    >
      {items.map((item) => (
        <t-step-item key={item} title={item} content="" />
      ))}
    </t-steps>
  )
}
