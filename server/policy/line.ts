import type { NoticeId, PolicyPack } from '../../domain/policy/pack'
import { ruleText } from '../../domain/policy/rule-text'
import type { RuleSource } from '../../domain/policy/value'
import type { PolicyLine, PolicyRule } from './views'

/** The pack that is being told; its documents name the notice of each clause. */
export type Told = Pick<PolicyPack, 'documents'>

interface Saying {
  id: string
  title: string
  /** Left out where the rule's own state says it: not said, or its table missing. */
  value?: string
}

const RECOGNISED = '以审核人认定的为准'

/** One rule of a pack as a person reads it. */
export function rule(told: Told, { id, title, value }: Saying, source: RuleSource): PolicyRule {
  const { clause, state, words, note } = ruleText(source)
  const unsaid = state === 'missing' ? RECOGNISED : note
  return {
    id,
    title,
    value: value ?? unsaid,
    state,
    clauseId: clause,
    document: clause === null ? '' : documentName(told, clause),
    words,
    note,
  }
}

/** One line of the page, with the other rules that it rests on. */
export const line = (
  told: Told,
  saying: Saying & { more?: readonly PolicyRule[] },
  source: RuleSource,
): PolicyLine => ({ ...rule(told, saying, source), more: [...(saying.more ?? [])] })

function documentName({ documents }: Told, clause: string): string {
  const document = documents[clause.split('-')[0] as NoticeId]
  return document ? [document.number, `《${document.title}》`].filter((part) => part !== '').join('') : ''
}
