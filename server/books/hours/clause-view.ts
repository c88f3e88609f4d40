import type { NoticeId, PolicyPack } from '../../../domain/policy/pack'
import { ruleText } from '../../../domain/policy/rule-text'
import type { RuleSource } from '../../../domain/policy/value'
import type { RuleText } from '../../../domain/policy/verdict'
import type { ClauseView } from './views'

const NOT_SAID = '通知没有规定，这是平台的做法'

/** A pack's rule for a reader: the notice's own words, or our reason where the notice leaves the question open. */
export const clauseView = (rule: RuleSource, pack: PolicyPack): ClauseView => viewOf(ruleText(rule), pack)

/** Several, each once. */
export function clauseViews(pack: PolicyPack, rules: readonly (RuleText | RuleSource)[]): ClauseView[] {
  const views = rules.map((rule) => viewOf('note' in rule && 'words' in rule ? rule : ruleText(rule), pack))
  return [...new Map(views.map((view) => [`${view.id}|${view.words}`, view])).values()]
}

function viewOf({ clause, state, words, note }: RuleText, { documents }: PolicyPack): ClauseView {
  const source = documents[(clause ?? '').split('-')[0] as NoticeId]
  const document = source ? [source.number, `《${source.title}》`].join('') : NOT_SAID
  if (state === 'stated') return { id: clause ?? '', document, words, reading: false }
  const quoted = words ? `（通知原文：“${words}”）` : ''
  return { id: clause ?? 'reading', document, words: `${note}${quoted}`, reading: true }
}
