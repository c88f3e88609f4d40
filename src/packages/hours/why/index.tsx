import type { ClauseView, EntryView, EvidenceStep } from '@server/books/hours/views'
import { Text, View } from '@tarojs/components'
import { open, replace, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { hoursText } from '@/wording/labels'
import { dateText, momentText } from '@/wording/moment'
import { stateText, stateTone } from '../hours-words'
import { useEntryWhy } from './use-entry-why'
import './index.css'

export default function Why() {
  const { year, entryId } = useRouteParameters('year', 'entryId')
  const found = useEntryWhy(Number(year), entryId)
  const nothing = {
    title: '没有找到这一笔',
    text: '它可能记在别的年度。已有的学时都在学时记录里',
    action: { caption: '看学时记录', onTap: () => replace(routes.ledger({ year: Number(year) })) },
  }
  return (
    <Loaded query={found} skeleton="paper">
      {(entry) =>
        entry === null ? (
          <Screen state="empty" empty={nothing} />
        ) : (
          <Screen>
            <Facts entry={entry} />
            {entry.cure === null ? null : <Cure entry={entry} cure={entry.cure} />}
            <Evidence steps={entry.evidence} />
            <Clauses clauses={entry.clauses} />
            <Text className="why__version">{`计算所依据的政策版本 ${entry.policyVersion.slice(0, 12)}`}</Text>
          </Screen>
        )
      }
    </Loaded>
  )
}

function Facts({ entry }: { entry: EntryView }) {
  return (
    <Card>
      <Tag tone={stateTone[entry.state]}>{stateText[entry.state]}</Tag>
      <Text className="why__title">{entry.title}</Text>
      <Text className="x-display">{hoursText(entry.hours)}</Text>
      <Text className="x-quiet">
        {`${entry.categoryName} · ${dateText(entry.earnedAt, true)}取得，${momentText(entry.recordedAt)} 记入`}
      </Text>
      <Text className="why__sentence">{entry.why}</Text>
    </Card>
  )
}

/** The cure, and the way to it, where it is a page of this program. */
function Cure({ entry, cure }: { entry: EntryView; cure: string }) {
  return (
    <View>
      <Notice tone={entry.state === 'void' ? 'refused' : 'due'} title="怎样才能计入" text={cure}>
        {entry.state === 'void' ? (
          <Button tone="plain" size="medium" onTap={() => open(routes.objection({ entryId: entry.id }))}>
            提出异议
          </Button>
        ) : null}
      </Notice>
      {entry.state === 'over-cap' ? (
        <Card label="去选另一门课" onTap={() => open(routes.courses())}>
          <Text className="why__link">去选另一门课</Text>
        </Card>
      ) : null}
    </View>
  )
}

function Evidence({ steps }: { steps: EvidenceStep[] }) {
  return (
    <Card>
      <Text className="why__heading">这一笔是怎么来的</Text>
      {steps.map((step, index) => (
        <View className="why__step" key={`${step.at} ${step.text}`}>
          <View className="why__rail">
            <View className="why__dot" />
            {index === steps.length - 1 ? null : <View className="why__line" />}
          </View>
          <View className="why__event">
            <Text className="why__event-text">{step.text}</Text>
            <Text className="x-quiet">{step.dayOnly ? dateText(step.at) : momentText(step.at)}</Text>
          </View>
        </View>
      ))}
    </Card>
  )
}

function Clauses({ clauses }: { clauses: ClauseView[] }) {
  return (
    <Card>
      <Text className="why__heading">依据的规定</Text>
      {clauses.map((clause) => (
        <View className="why__clause" key={`${clause.id} ${clause.words}`}>
          <Text className="why__words">{clause.reading ? clause.words : `“${clause.words}”`}</Text>
          <Text className="x-quiet">
            {clause.reading
              ? `通知没有写明，这是平台的做法 · ${clause.id}`
              : `${clause.document} · ${clause.id}`}
          </Text>
        </View>
      ))}
    </Card>
  )
}
