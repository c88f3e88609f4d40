// The same rules in a general engine, as its documentation would have them written: one run an item, caps beside it.
import { Engine } from 'json-rules-engine'
import type { LearningItem, YearFacts } from '../../domain/policy/facts'
import type { Standing } from './hand-written'

const DAY_MS = 86_400_000
const BEIJING_MS = 8 * 3_600_000

const kindIs = (kind: string) => ({ fact: 'kind', operator: 'equal', value: kind })
const meets = (condition: string) => ({ fact: 'meets', operator: 'contains', value: condition })
const lacks = (condition: string) => ({ fact: 'meets', operator: 'doesNotContain', value: condition })
const is = (fact: string, value: unknown) => ({ fact, operator: 'equal', value })

const PLATFORMS = ['ta-yxlearning', 'ta-tyjrp', 'ta-zhuanjip', 'ta-treewises']
const KINDS = ['online-course', 'rural-revitalisation', 'class', 'training', 'self-study', 'outcome', 'paper']

/** Every rule that the interpreter asks of an item under Tai'an's pack, each a rule of the engine. */
export function taianEngine(): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true })
  const rule = (type: string, all: readonly object[], params: Record<string, unknown> = {}): void => {
    engine.addRule({ conditions: { all: all as never }, event: { type, params } })
  }
  const refuses = (reason: string, ...all: readonly object[]) => rule('refused', all, { reason })
  const counts = (kind: string, conditions: readonly object[], cap: string | null) =>
    rule('counts', [kindIs(kind), ...conditions, is('repeated', false), is('voided', false)], { cap })
  const lawful = { fact: 'providerId', operator: 'in', value: PLATFORMS }
  const unlawful = { fact: 'providerId', operator: 'notIn', value: PLATFORMS }
  refuses('KIND_UNKNOWN', { fact: 'kind', operator: 'notIn', value: KINDS })
  refuses('VOIDED', is('voided', true))
  refuses('DUPLICATE', is('repeated', true))
  refuses(
    'CATEGORY_MISSING',
    { fact: 'kind', operator: 'in', value: ['online-course', 'class'] },
    is('category', ''),
  )
  for (const kind of ['training', 'self-study', 'outcome', 'paper'])
    refuses('CATEGORY_NOT_CLAIMABLE', kindIs(kind), is('category', 'public'))
  for (const kind of ['online-course', 'rural-revitalisation']) {
    refuses('PROVIDER_NOT_LAWFUL', kindIs(kind), unlawful)
    refuses('CONDITION_MISSING', kindIs(kind), lacks('exam-passed'))
    counts(kind, [lawful, meets('exam-passed')], null)
  }
  refuses('CONDITION_MISSING', kindIs('class'), lacks('plan-approved'))
  refuses('CONDITION_MISSING', kindIs('class'), lacks('exam-passed'))
  counts('class', [meets('plan-approved'), meets('exam-passed')], null)
  refuses('CONDITION_MISSING', kindIs('training'), lacks('organiser-recognised'))
  counts('training', [meets('organiser-recognised')], 'day')
  refuses('CONDITION_MISSING', kindIs('self-study'), lacks('study-record-kept'))
  counts('self-study', [meets('study-record-kept')], 'self-study')
  counts('paper', [], 'converted')
  counts('outcome', [], 'converted')
  return engine
}

/** One person's year by the engine. */
export async function judgeByEngine(engine: Engine, { items }: YearFacts): Promise<Standing> {
  let publicHours = 0
  let professionalHours = 0
  const used = new Map<string, number>()
  const seen = new Set<string>()
  for (const item of items) {
    const repeated = item.evidenceKey !== undefined && seen.has(item.evidenceKey)
    const { events } = await engine.run({
      kind: item.kind,
      category: item.category ?? '',
      voided: item.voided !== undefined,
      providerId: item.providerId,
      meets: item.meets ?? [],
      repeated,
    })
    const event = events.find(({ type }) => type === 'counts')
    if (!event) continue
    if (item.evidenceKey !== undefined) seen.add(item.evidenceKey)
    const hours = underCap(used, item, String(event.params?.cap))
    if (item.category === 'public') publicHours += hours
    else professionalHours += hours
  }
  return { publicHours, professionalHours, complete: publicHours >= 3_000 && professionalHours >= 6_000 }
}

const LIMITS: Record<string, number> = { day: 800, 'self-study': 4_000, converted: 3_000 }

function underCap(used: Map<string, number>, item: LearningItem, cap: string): number {
  const hours = item.kind === 'paper' || item.kind === 'outcome' ? 1_000 : (item.hours ?? 0)
  const limit = LIMITS[cap]
  if (limit === undefined) return hours
  const bucket = cap === 'day' ? `day:${Math.floor((item.earnedAt + BEIJING_MS) / DAY_MS)}` : cap
  const held = used.get(bucket) ?? 0
  const within = Math.min(hours, limit - held)
  used.set(bucket, held + within)
  return within
}
