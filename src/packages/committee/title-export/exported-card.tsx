import type { TitleExportPerson, TitleExportYear } from '@server/outside/views'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Tag, type TagProps } from '@/ui/Tag'

type Tone = NonNullable<TagProps['tone']>

const OUTCOMES: Record<TitleExportPerson['outcome'], { text: string; tone: Tone }> = {
  met: { text: '达到要求', tone: 'done' },
  short: { text: '还没达到', tone: 'due' },
  'no-rule': { text: '通知没有规定', tone: 'quiet' },
}
const TONES: Readonly<Record<string, Tone>> = {
  完成: 'done',
  视同完成: 'done',
  计入累计: 'brand',
  未完成: 'due',
  待审验: 'due',
}

/** One person as the review reads them: whether it is enough, then year by year, each with the notice that judged it. */
export function ExportedCard({ person }: { person: TitleExportPerson }) {
  const { name, unitName, idNumber, headline, years, policyVersion } = person
  const outcome = OUTCOMES[person.outcome]
  return (
    <Card>
      <View className="x-head">
        <Text className="x-name">{name}</Text>
        <Tag tone={outcome.tone}>{outcome.text}</Tag>
      </View>
      <Text className="title-export__quiet">{unitName}</Text>
      <Text className="title-export__quiet">{`身份证 ${idNumber}`}</Text>
      <Text className="title-export__headline">{headline}</Text>
      {years.map((year) => (
        <Year key={year.year} year={year} />
      ))}
      <Text className="title-export__quiet">{`申报要求依据的政策版本 ${policyVersion}`}</Text>
    </Card>
  )
}

function Year({ year: { year, ...of } }: { year: TitleExportYear }) {
  return (
    <View className="title-export__year">
      <View className="x-head">
        <Text className="title-export__when">{`${year} 年`}</Text>
        <Tag tone={TONES[of.state] ?? 'quiet'}>{of.state}</Tag>
      </View>
      <Text className="title-export__hours">{`公需 ${of.public} 学时，专业 ${of.professional} 学时`}</Text>
      {of.deemings === '' ? null : <Text className="title-export__quiet">{of.deemings}</Text>}
      {of.policyVersion === '' ? null : (
        <Text className="title-export__quiet">{`政策版本 ${of.policyVersion}`}</Text>
      )}
    </View>
  )
}
