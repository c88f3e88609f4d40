import type { PolicyRule, RuleState } from '@server/policy/views'
import { Text, View } from '@tarojs/components'
import { Tag, type TagProps } from '../Tag'

const STATES: Record<RuleState, { text: string; tone: NonNullable<TagProps['tone']> }> = {
  stated: { text: '通知原文', tone: 'done' },
  reading: { text: '我们的理解', tone: 'brand' },
  silent: { text: '通知没有规定', tone: 'quiet' },
  missing: { text: '官方表格缺失', tone: 'due' },
}

/** How far a rule rests on the notice, in a word. */
export const RuleTag = ({ state }: { state: RuleState }) => (
  <Tag tone={STATES[state].tone}>{STATES[state].text}</Tag>
)

interface RuleProps {
  rule: PolicyRule
  /** The whole rule; the rule without its title, where the title stands above; or only its source. */
  shows?: 'all' | 'value' | 'words'
}

/** The words a rule rests on, with the clause they stand in; our own reasons are never shown as the notice's. */
export function Rule({ rule, shows = 'all' }: RuleProps) {
  const { title, value, state, words, note, clauseId, document } = rule
  const source = [document, clauseId ?? ''].filter((part) => part !== '').join(' · ')
  return (
    <View className="x-rule">
      {shows === 'all' ? <Text className="x-rule__title">{title}</Text> : null}
      {shows === 'words' ? null : (
        <Text className={shows === 'all' ? 'x-rule__value' : 'x-rule__value x-rule__value--lead'}>
          {value}
        </Text>
      )}
      <View className="x-rule__state">
        <RuleTag state={state} />
      </View>
      {note === '' || note === value ? null : <Text className="x-rule__note">{note}</Text>}
      {words === '' ? null : <Text className="x-rule__words">{`“${words}”`}</Text>}
      {source === '' ? null : <Text className="x-rule__source">{source}</Text>}
    </View>
  )
}
