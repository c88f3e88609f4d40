import type { NoticeId, PolicyPack, Value } from '../../domain/policy/pack'
import type { ClauseView } from './views'

/** A value of a pack as somebody reads it: the notice's own words, or our reason where it leaves the matter open. */
export function clauseView(value: Value<unknown>, { documents }: PolicyPack): ClauseView {
  const source = documents[(value.clause ?? '').split('-')[0] as NoticeId]
  const document = source ? `${source.number}《${source.title}》` : '通知没有规定，这是平台的做法'
  if (value.state === 'stated') return { id: value.clause, document, words: value.words, reading: false }
  const quoted = value.words ? `（通知原文：“${value.words}”）` : ''
  return { id: value.clause ?? 'reading', document, words: `${value.reading}${quoted}`, reading: true }
}
