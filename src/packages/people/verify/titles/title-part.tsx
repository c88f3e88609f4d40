import type { PersonToVerify } from '@server/membership/person-to-verify'
import { Text, View } from '@tarojs/components'
import { Button } from '@/ui/Button'
import { heldText } from '@/wording/held-title'

const STATES = {
  waiting: '本人填写，等你核对',
  verified: '核对过',
  doubted: '有疑问，等本人改',
  replaced: '',
} as const

interface TitlePartProps {
  person: PersonToVerify
  onConfirm: () => void
  onDoubt: () => void
}

/** The title that a person said beside who they are; it is decided once it is certain who they are. */
export function TitlePart({ person, onConfirm, onDoubt }: TitlePartProps) {
  const { title, titleBefore, name, binding, isSelf } = person
  if (title === null) return null
  const series = title.held === null ? '' : `${title.held.series}系列，`
  const mayDecide = title.state === 'waiting' && binding === 'verified' && !isSelf
  return (
    <View>
      <Text className="x-quiet">{`职称：${series}${heldText(title.held)}（${STATES[title.state]}）`}</Text>
      {titleBefore === null ? null : (
        <Text className="x-quiet">{`原来核对的是：${heldText(titleBefore)}`}</Text>
      )}
      {mayDecide ? (
        <View className="x-acts">
          <View className="x-fill">
            <Button tone="quiet" block label={`对${name}的职称有疑问`} onTap={onDoubt}>
              职称不对
            </Button>
          </View>
          <View className="x-fill">
            <Button tone="plain" block label={`确认${name}的职称`} onTap={onConfirm}>
              职称相符
            </Button>
          </View>
        </View>
      ) : null}
    </View>
  )
}
