import fc from 'fast-check'
import { addHours, type Hours, hoursOf, hundredths } from '../domain/kernel/hours'
import { type Instant, instant } from '../domain/kernel/instant'
import { type Account, emptyAccount } from '../domain/ledger/account'
import { post } from '../domain/ledger/post'
import { release } from '../domain/ledger/release'
import { voidEntry } from '../domain/ledger/void-entry'
import { countedPublic } from '../domain/ledger/year-complete'
import { creditOf } from '../domain/policy/credit-of'
import { evaluateYear } from '../domain/policy/evaluate-year'
import type { LearningItem } from '../domain/policy/facts'
import type { LearningKind } from '../domain/policy/learning-kind'
import type { PolicyPack } from '../domain/policy/pack'
import { sealPack } from '../domain/policy/seal-pack'
import { said } from '../domain/policy/value'
import { histories } from '../tests/simulation/histories'
import { NOTICES } from '.'

// A year is added up twice: by the ledger, line by line as hours arrive, and by the interpreter, from all of its items.
// Nothing is left out: trainings whose days overlap, hours that wait, evidence that is used twice, lines voided later.
const RUNS_PER_PACK = histories(1_500)
const SEED = 2022_08_15
const packs = NOTICES.map(sealPack)
const NOON = Date.UTC(2022, 4, 1, 4)
const HOUR_MS = 3_600_000

const mostly = <T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })

/** Some values among which items collide: the same day, the same moment, midnight between two of them. */
const moments: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: 5 })
  .map((step) => instant(NOON + step * 7 * HOUR_MS))

function itemOf(pack: PolicyPack, kind: LearningKind): fc.Arbitrary<Omit<LearningItem, 'id'>> {
  const needs = kind.conditions.map((condition) => condition.needs.value)
  const subjects = pack.publicSubjects.subjects.map(({ id }) => id)
  const [base = '某基地', ...bases] = [
    ...(said(pack.bases.admitted) ?? []),
    ...(pack.bases.disqualified?.names.value ?? []),
  ]
  const provider = kind.providers?.value[0] ?? 'platform'
  return fc.record(
    {
      kind: mostly(kind.id, fc.constant('no-such-kind')),
      category: fc.constantFrom('public' as const, 'professional' as const),
      subjectId: fc.constantFrom(...subjects, 'no-such-subject'),
      earnedAt: moments,
      hours: fc.oneof(fc.integer({ min: 0, max: 2_600 }), fc.constantFrom(800, 1_200)).map(hundredths),
      days: fc.integer({ min: 0, max: 5 }),
      travelDays: fc.integer({ min: 0, max: 2 }),
      count: fc.integer({ min: 0, max: 3 }),
      recognisedHours: fc.integer({ min: 0, max: 2_000 }).map(hundredths),
      meets: mostly(needs, fc.subarray(needs)),
      providerId: mostly(provider, fc.constantFrom('platform', 'elsewhere')),
      base: fc.record({
        name: fc.constantFrom(base, ...bases, '无名学院'),
        level: fc.constantFrom('province' as const, 'city' as const),
        audience: fc.constantFrom('province' as const, 'own-staff' as const),
      }),
      topic: fc.constantFrom('exam-coaching', 'induction', 'anything'),
      pending: fc.boolean(),
      evidenceKey: fc.constantFrom('doi:1', 'doi:2'),
      voided: fc.constant('不实'),
    },
    { requiredKeys: ['kind', 'earnedAt', 'hours', 'meets', 'providerId'] },
  )
}

/** The chance of a rare field is the same for all of them, so some are taken away again. */
function withoutRare(item: Omit<LearningItem, 'id'>, roll: number): Omit<LearningItem, 'id'> {
  const { voided, topic, base, evidenceKey, ...rest } = item
  return {
    ...rest,
    ...(voided !== undefined && roll % 5 === 0 ? { voided } : {}),
    ...(topic !== undefined && roll % 3 === 0 ? { topic } : {}),
    ...(base !== undefined && roll % 2 === 0 ? { base } : {}),
    ...(evidenceKey !== undefined && roll % 2 === 1 ? { evidenceKey } : {}),
  }
}

function yearOf(pack: PolicyPack): fc.Arbitrary<{ items: LearningItem[]; arrival: LearningItem[] }> {
  const one = fc.constantFrom(...pack.kinds).chain((kind) => itemOf(pack, kind))
  const items = fc
    .array(fc.tuple(one, fc.nat(29)), { maxLength: 10 })
    .map((all) => all.map(([item, roll], index) => ({ ...withoutRare(item, roll), id: `i${index}` })))
  return items.chain((all) =>
    fc.record({
      items: fc.constant(all),
      arrival: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
    }),
  )
}

const yearAbout = (pack: PolicyPack) => ({ region: pack.region, year: pack.standardYears.value[0] ?? 0 })

interface Kept {
  account: Account
  refused: Record<'public' | 'professional', Hours>
}

/**
 * Posts hours in the order of their arrival; items that the pack refuses or counts as zero are never posted.
 */
function keep(pack: PolicyPack, items: readonly LearningItem[]): Kept {
  const kept: Kept = { account: emptyAccount(), refused: { public: hoursOf(0), professional: hoursOf(0) } }
  for (const item of items) {
    const { category, hours, reason, cap } = creditOf(pack, yearAbout(pack), item)
    if (reason !== 'COUNTED') {
      if (reason !== 'AWAITS_RECOGNITION') kept.refused[category] = addHours(kept.refused[category], hours)
      continue
    }
    if (hours === 0) continue
    const posted = post(kept.account, {
      id: item.id,
      category,
      hours,
      baseLevel: null,
      cap,
      days: item.days ?? 1,
      ...(item.evidenceKey === undefined ? {} : { evidenceKey: item.evidenceKey }),
      verified: item.pending !== true,
      earnedAt: item.earnedAt,
      recordedAt: item.earnedAt,
      policyVersion: pack.version,
      content: { item },
    })
    if (!posted.ok || posted.value.kind !== 'posted') throw new Error(`${item.id} was not posted`)
    kept.account = posted.value.account
  }
  return kept
}

test.each(packs.map((pack) => [pack.id, pack] as const))(
  'what the ledger adds up under %s is what the interpreter adds up',
  (_, pack) => {
    fc.assert(
      fc.property(yearOf(pack), ({ items, arrival }) => {
        const { account, refused } = keep(pack, arrival)
        const verdict = evaluateYear(pack, { ...yearAbout(pack), items })
        for (const category of ['public', 'professional'] as const) {
          const { counted, pending, overCap, void: repeated } = account.portions[category]
          expect(verdict[category].refused).toBe(addHours(refused[category], repeated))
          // Of subjects of which one suffices, the ledger keeps each by itself and compares them when it is asked.
          if (category === 'public' && pack.publicSubjects.choice.value === 'oneOf')
            expect(verdict.public.counted).toBe(countedPublic(account, pack))
          else expect(verdict[category]).toMatchObject({ counted, pending, overCap })
        }
      }),
      { numRuns: RUNS_PER_PACK, seed: SEED },
    )
  },
)

/** The same year after a time: what waited was verified, and some of what was posted was declared invalid. */
test.each(packs.map((pack) => [pack.id, pack] as const))(
  'and so they agree under %s once hours are verified or voided',
  (_, pack) => {
    fc.assert(
      fc.property(yearOf(pack), fc.boolean(), fc.nat(9), ({ items, arrival }, isReleased, fate) => {
        const kept = keep(pack, arrival)
        const spoilt = kept.account.lines[fate]?.entryId
        let account = kept.account
        if (spoilt !== undefined) account = without(account, spoilt)
        const at = { accountId: 'a', at: instant(NOON), policyVersion: pack.version }
        if (isReleased) account = release(account, at)?.account ?? account
        const later = items.map((item) => ({
          ...item,
          ...(isReleased ? { pending: false } : {}),
          ...(item.id === spoilt ? { voided: '不实' } : {}),
        }))
        const verdict = evaluateYear(pack, { ...yearAbout(pack), items: later })
        expect(verdict.professional).toMatchObject({
          counted: account.portions.professional.counted,
          pending: account.portions.professional.pending,
          overCap: account.portions.professional.overCap,
        })
        expect(verdict.public.counted).toBe(countedPublic(account, pack))
      }),
      { numRuns: Math.ceil(RUNS_PER_PACK / 3), seed: SEED },
    )
  },
)

function without(account: Account, entryId: string): Account {
  const at = { at: instant(NOON), policyVersion: 'test-1' }
  const voided = voidEntry(account, { entryId, reason: '不实', clauseId: 'SX22-16', ...at })
  if (!voided.ok || voided.value.kind !== 'voided') throw new Error(`${entryId} was not voided`)
  return voided.value.account
}

test('SX20-6: a subject learned whole counts, whatever waits in the other', () => {
  const pack = packs.find(({ id }) => id === 'shaanxi/2020')
  if (!pack) throw new Error('no pack of 2020')
  const whole = (id: string, subjectId: string, pending: boolean): LearningItem => ({
    id,
    kind: 'online-course',
    category: 'public',
    subjectId,
    pending,
    earnedAt: instant(NOON),
    hours: hoursOf(24),
    meets: ['courseware-audited', 'exam-passed'],
  })
  const items = [whole('a', 'sx20-public-1', true), whole('b', 'sx20-public-2', false)]
  expect(evaluateYear(pack, { region: 'shaanxi', year: 2020, items })).toMatchObject({
    public: { counted: 2_400, missing: 0 },
    items: [{ reason: 'OTHER_SUBJECT' }, { reason: 'COUNTED' }],
  })
  expect(evaluateYear(pack, { region: 'shaanxi', year: 2020, items: items.slice(0, 1) })).toMatchObject({
    public: { counted: 0, pending: 2_400 },
  })
})
