import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../Icon'

export type NoticeTone = 'brand' | 'done' | 'due' | 'refused'

export interface NoticeProps {
  tone?: NoticeTone
  title: string
  text?: string
  children?: ReactNode
}

const ICONS: Record<NoticeTone, IconName> = {
  brand: 'info-circle',
  done: 'check-circle',
  due: 'time',
  refused: 'error-circle',
}

/** Something to know here and now, in the colour of its kind and with its icon. */
export function Notice({ tone = 'brand', title, text = '', children }: NoticeProps) {
  return (
    <View className={`x-notice x-notice--${tone}`} ariaRole="alert">
      <View className="x-notice__icon">
        <Icon name={ICONS[tone]} />
      </View>
      <View className="x-notice__body">
        <Text className="x-notice__title">{title}</Text>
        {text === '' ? null : <Text className="x-notice__text">{text}</Text>}
        {children}
      </View>
    </View>
  )
}
