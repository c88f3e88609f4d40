import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

export interface CardProps {
  children: ReactNode
  /** Makes the whole card one target. */
  onTap?: () => void
  label?: string
}

/** A surface on the page colour, for content that belongs together. */
export function Card({ children, onTap, label = '' }: CardProps) {
  if (onTap === undefined) return <View className="x-card">{children}</View>
  return (
    <View
      className="x-card x-card--tappable"
      hoverClass="x-card--pressed"
      ariaRole="button"
      ariaLabel={label}
      onClick={onTap}
    >
      {children}
    </View>
  )
}
