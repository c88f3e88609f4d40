import { formatHours } from '@domain/kernel/hours'
import type { TitleCheckView, TitleSumView } from '@server/titles/views'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { ProgressLine } from '@/ui/ProgressLine'
import { Tag } from '@/ui/Tag'
import { hoursIn, outcomes } from '../title-words'
import './verdict-card.css'

/** Region, title and year; the verdict in a word; and one sentence. */
export function Verdict({ view }: { view: TitleCheckView }) {
  const { text, icon } = outcomes[view.outcome]
  return (
    <Card>
      <Text className="x-quiet">
        {`${view.regionName} · ${view.applicationYear} 年申报${view.levelLabel}`}
      </Text>
      <View className={`verdict__word verdict__word--${view.outcome}`}>
        <Icon name={icon} size={28} />
        <Text className="verdict__text">{text}</Text>
      </View>
      <Text className="x-line">{view.headline}</Text>
      {view.outcome === 'met' ? (
        <Text className="x-quiet">这里只看学时，其他申报条件由评审部门审核</Text>
      ) : null}
      {view.waivedBy === null ? null : <Text className="x-quiet">{`依据：${view.waivedBy}`}</Text>}
      {view.sums === null ? null : (
        <View className="verdict__sums">
          <Sum label={view.labels.public} sum={view.sums.public} view={view} />
          <Sum label="总学时" sum={view.sums.total} view={view} />
        </View>
      )}
      {view.restsOnDeclared ? (
        <View className="x-acts">
          <Tag tone="due">含自述，须经审核</Tag>
        </View>
      ) : null}
    </Card>
  )
}

interface SumProps {
  label: string
  sum: TitleSumView
  view: TitleCheckView
}

/** A window's requirement, the learned hours, and the hours of past exams, told apart. */
function Sum({ label, sum, view }: SumProps) {
  const { labels } = view
  const stands = sum.reached - sum.counted
  const parts = [
    `已有 ${hoursIn(sum.counted, labels)}`,
    stands > 0 ? `考试代替 ${hoursIn(view.substituted, labels)}` : '',
    sum.missing > 0 ? `还差 ${hoursIn(sum.missing, labels)}` : '已够',
  ]
  const percent = Math.min(100, Math.floor((sum.reached * 100) / Math.max(1, sum.required)))
  return (
    <View className="verdict__sum">
      <View className="verdict__sum-head">
        <Text className="verdict__sum-name">{label}</Text>
        <Text className="x-quiet">{`要 ${hoursIn(sum.required, labels)}`}</Text>
      </View>
      <ProgressLine percent={percent} label={`${formatHours(sum.reached)}/${formatHours(sum.required)}`} />
      <Text className="x-quiet">{parts.filter((part) => part !== '').join('，')}</Text>
    </View>
  )
}
