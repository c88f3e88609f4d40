import { Text, View } from '@tarojs/components'
import { errorText } from '@/cloud/refusal-text'
import { Button } from '../Button'
import { Icon } from '../Icon'

export interface RefusedProps {
  /** The error of the call. */
  error: unknown
  /** The main way out, where the screen knows one. */
  action?: { caption: string; onTap: () => void } | undefined
  onRetry?: (() => void) | undefined
}

/** The refusal of a page: its reason, the work that was kept, the way out, in place of the missing content. */
export function Refused({ error, action, onRetry }: RefusedProps) {
  const { title, text, way } = errorText(error)
  return (
    <View className="x-refused" ariaRole="alert">
      <View className="x-refused__icon">
        <Icon name="info-circle" size={36} />
      </View>
      <Text className="x-refused__title">{title}</Text>
      <Text className="x-refused__text">{text}</Text>
      <Text className="x-refused__way">{way}</Text>
      {action === undefined ? null : <Button onTap={action.onTap}>{action.caption}</Button>}
      {onRetry === undefined ? null : (
        <Button tone={action === undefined ? 'primary' : 'quiet'} onTap={onRetry}>
          再试一次
        </Button>
      )}
    </View>
  )
}
