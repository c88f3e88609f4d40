import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

export interface RingArc {
  percent: number
  /** Earned but not counted yet: never shown as done. */
  pendingPercent?: number
  tone: 'brand' | 'done'
  label: string
}

const COLOURS = { brand: 'var(--td-brand-color)', done: 'var(--td-success-color)' } as const
const within = (percent: number): number => Math.min(100, Math.max(0, percent))

/** Concentric rings, the first outermost. Drawn by the style sheet alone, so that it follows dark mode. */
export function Ring({ rings, children }: { rings: readonly RingArc[]; children?: ReactNode }) {
  return (
    <View className="x-ring">
      {rings.map((ring, index) => (
        <View
          key={ring.label}
          className={`x-ring__arc x-ring__arc--${index}`}
          style={{ backgroundImage: arcOf(ring) }}
          ariaRole="img"
          ariaLabel={ring.label}
        />
      ))}
      <View className="x-ring__centre">{children}</View>
    </View>
  )
}

function arcOf({ percent, pendingPercent = 0, tone }: RingArc): string {
  const done = within(percent)
  const pending = within(done + pendingPercent)
  const parts = [
    `${COLOURS[tone]} 0 ${done}%`,
    `var(--x-ring-pending) ${done}% ${pending}%`,
    `var(--x-ring-track) ${pending}% 100%`,
  ]
  return `conic-gradient(${parts.join(', ')})`
}
