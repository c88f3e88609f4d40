import type { ObjectionCard } from '@server/oversight/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { open, routes } from '@/routes'
import { Card } from '@/ui/Card'
import { Chips } from '@/ui/Chips'
import { LoadedPart } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { hoursText } from '@/wording/labels'
import { momentText } from '@/wording/moment'
import { useObjections } from '../use-oversight'
import { OBJECTION } from '../words'
import '../oversight.css'

const STATES = ['open', 'upheld', 'dismissed'] as const
type State = (typeof STATES)[number]

/** Objections of people whose hours were voided, the longest waiting first. */
export default function Objections() {
  const [state, setState] = useState<State>('open')
  return (
    <Screen>
      <Chips
        label="异议的状态"
        value={state}
        options={STATES.map((value) => ({ value, label: OBJECTION[value].text }))}
        onChange={setState}
      />
      <List state={state} />
    </Screen>
  )
}

const NOTHING = {
  title: '没有这样的异议',
  text: '学时被作废的人提出异议后，会列在这里',
  icon: 'check-circle',
  tone: 'done',
} as const

function List({ state }: { state: State }) {
  return (
    <LoadedPart query={useObjections(state)} empty={({ objections }) => objections.length === 0 && NOTHING}>
      {({ objections }) => (
        <View>
          {objections.map((objection) => (
            <Line key={objection.voidingId} objection={objection} />
          ))}
        </View>
      )}
    </LoadedPart>
  )
}

function Line({ objection }: { objection: ObjectionCard }) {
  const { voidingId, personName, unitName, title, hours, state, filedAt, mayHear } = objection
  const { text, tone } = OBJECTION[state]
  return (
    <Card
      label={`${personName}，${title}，${text}`}
      onTap={() => open(routes.officeObjection({ voidingId }))}
    >
      <View className="oversight__line">
        <View className="oversight__what">
          <Text className="oversight__title">{title}</Text>
          <Text className="x-quiet">{`${personName} · ${unitName}`}</Text>
          <Text className="x-quiet">
            {`${hours === null ? '' : `${hoursText(hours)} · `}${momentText(filedAt)} 提出`}
          </Text>
          {state === 'open' && !mayHear ? <Text className="x-quiet">由上一级或另一人复查</Text> : null}
        </View>
        <Tag tone={tone}>{text}</Tag>
      </View>
    </Card>
  )
}
