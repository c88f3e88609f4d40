import { Text, View } from '@tarojs/components'
import { Button } from '../Button'
import { Icon, type IconName } from '../Icon'

export interface EmptyProps {
  title: string
  text: string
  icon?: IconName
  action?: { caption: string; onTap: () => void }
}

/** Nothing here yet: why, and what to do. */
export function Empty({ title, text, icon = 'education', action }: EmptyProps) {
  return (
    <View className="x-empty">
      <View className="x-empty__icon">
        <Icon name={icon} size={36} />
      </View>
      <Text className="x-empty__title">{title}</Text>
      <Text className="x-empty__text">{text}</Text>
      {action === undefined ? null : <Button onTap={action.onTap}>{action.caption}</Button>}
    </View>
  )
}
