import { Text, View } from '@tarojs/components'
import { Button } from '../Button'
import { Icon, type IconName } from '../Icon'

export interface EmptyProps {
  title: string
  text: string
  icon?: IconName
  tone?: 'brand' | 'done'
  action?: { caption: string; onTap: () => void }
}

/** One sentence in the middle of a screen: why it is empty, or what is done, and the next step. */
export function Empty({ title, text, icon = 'education', tone = 'brand', action }: EmptyProps) {
  return (
    <View className="x-empty">
      <View className={`x-empty__icon x-empty__icon--${tone}`}>
        <Icon name={icon} size={36} />
      </View>
      <Text className="x-empty__title">{title}</Text>
      <Text className="x-empty__text">{text}</Text>
      {action === undefined ? null : <Button onTap={action.onTap}>{action.caption}</Button>}
    </View>
  )
}
