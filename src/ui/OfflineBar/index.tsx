import { Text, View } from '@tarojs/components'
import { useOnline } from '@/cloud/use-online'
import { Icon } from '../Icon'

/** Shown while there is no network: the parts that still work, and when the rest will be sent. */
export function OfflineBar({ text }: { text: string }) {
  if (useOnline()) return null
  return (
    <View className="x-offline" ariaRole="alert">
      <Icon name="wifi-off" size={16} />
      <Text className="x-offline__text">{text}</Text>
    </View>
  )
}
