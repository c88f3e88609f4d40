import { formatHours } from '@domain/kernel/hours'
import type { ArchiveLineView, MyArchiveView } from '@server/claims/archive/views'
import type { FieldView } from '@server/claims/filing/views'
import { Text, View } from '@tarojs/components'
import { Choice } from '@/ui/Choice'
import { Notice } from '@/ui/Notice'
import { dayText } from '@/wording/moment'

interface RecordPickerProps {
  field: FieldView
  view: MyArchiveView
  lines: readonly ArchiveLineView[]
  value: string
  error: string
  onChange: (record: string) => void
}

/** Chooses the claimed archive line. Its facts were fixed by the unit, so none of them is typed again. */
export function RecordPicker({ field, view, lines, value, error, onChange }: RecordPickerProps) {
  const chosen = lines.find(({ record }) => record === value)
  return (
    <View className="claim-record">
      <Text className="claim-record__heading">{field.label}</Text>
      <Text className="claim-record__quiet">学了什么、哪几天、多少学时，都照单位记的，不用再填。</Text>
      {error === '' ? null : <Text className="claim-record__error">{error}</Text>}
      <Choice
        label={field.label}
        value={chosen === undefined ? null : value}
        options={lines.map((line) => ({
          value: line.record,
          label: line.title,
          note: `${line.way}，${dayText(line.from, true)}至 ${dayText(line.to, true)}，${formatHours(line.hours)} ${view.hourName}`,
        }))}
        onChange={onChange}
      />
      {chosen === undefined || chosen.attachments.length === 0 ? null : (
        <Text className="claim-record__quiet">
          {`档案里有材料 ${chosen.attachments.length} 份，会一起交上去。`}
        </Text>
      )}
    </View>
  )
}

/** Names the unit to ask, and the line to ask for, before a trainee wastes an evening. */
export function NoRecord({ view }: { view: MyArchiveView }) {
  const isAllClaimed = view.lines.length > 0
  return isAllClaimed ? (
    <Notice
      tone="due"
      title="档案里的都申报过了"
      text={`${view.year} 年单位记了 ${view.lines.length} 条，都已经用于申报。还学了别的，请单位审核人再记一条。`}
    />
  ) : (
    <Notice
      tone="due"
      title="单位还没有为你建学习档案"
      text={`这一类的学时由${view.unitName}在学习档案里确定，没有档案不予登记。请找本单位的审核人，告诉他学了什么、哪几天、怎样学的，请他在“我的 › 学习档案”里记一条。记好后你会收到消息，再来这里申报。`}
    />
  )
}
