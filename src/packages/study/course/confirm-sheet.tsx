import type { MakeUpView } from '@server/learning/catalog/views'
import { Text, View } from '@tarojs/components'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Popup } from '@/ui/Popup'
import { Rule } from '@/ui/Rule'
import { fillsWords, untilWords } from '@/wording/make-up'

interface ConfirmSheetProps {
  visible: boolean
  makeUp: MakeUpView
  isSending: boolean
  error: unknown
  onConfirm: () => void
  onCancel: () => void
}

/** Before anything of a past year begins: which year it fills, by which clause, and until when. */
export function ConfirmSheet({ visible, makeUp, isSending, error, onConfirm, onCancel }: ConfirmSheetProps) {
  return (
    <Popup visible={visible} title={`补学 ${makeUp.year} 年度`} onClose={onCancel}>
      <Text className="course__make-up-year">{fillsWords(makeUp)}</Text>
      <Text className="course__make-up-until">{untilWords(makeUp)}</Text>
      {makeUp.rule === null ? null : <Rule rule={makeUp.rule} shows="words" />}
      {error === null ? null : <ActRefused tone="refused" error={error} />}
      <View className="course__make-up-confirm">
        <Button block loading={isSending} onTap={onConfirm}>
          {`确认，补学 ${makeUp.year} 年度`}
        </Button>
      </View>
      <View className="course__make-up-other">
        <Button block tone="quiet" onTap={onCancel}>
          先不补学
        </Button>
      </View>
    </Popup>
  )
}
