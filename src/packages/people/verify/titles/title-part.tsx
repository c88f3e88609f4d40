import type { PersonToVerify } from '@server/membership/person-to-verify'
import { Text, View } from '@tarojs/components'
import { Button } from '@/ui/Button'
import { heldText } from '@/wording/held-title'

interface TitlePartProps {
  person: PersonToVerify
  busy: boolean
  onConfirm: () => void
  onDoubt: () => void
}

/** A title that waits to be held against its certificate, of a person about whom it is certain who they are. */
export function TitlePart({ person, busy, onConfirm, onDoubt }: TitlePartProps) {
  const { title, titleBefore, name, isSelf } = person
  if (title === null) return null
  const series = title.held === null ? '' : `${title.held.series}系列，`
  return (
    <View>
      <Text className="x-quiet">{`职称：${series}${heldText(title.held)}`}</Text>
      {titleBefore === null ? null : (
        <Text className="x-quiet">{`原来核对的是：${heldText(titleBefore)}`}</Text>
      )}
      {isSelf ? (
        <Text className="x-quiet">这是你自己填的，由另一位审核人核对</Text>
      ) : (
        <View className="x-acts">
          <View className="x-fill">
            <Button tone="quiet" block label={`对${name}的职称有疑问`} onTap={onDoubt}>
              职称不对
            </Button>
          </View>
          <View className="x-fill">
            <Button tone="plain" block loading={busy} label={`确认${name}的职称`} onTap={onConfirm}>
              职称相符
            </Button>
          </View>
        </View>
      )}
    </View>
  )
}
