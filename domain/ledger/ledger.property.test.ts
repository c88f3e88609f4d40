import fc from 'fast-check'
import { histories } from '../../tests/simulation/histories'
import { addHours, hundredths } from '../kernel/hours'
import { instant } from '../kernel/instant'
import { type Account, emptyAccount } from './account'
import { usedOf } from './allocate'
import type { Entry } from './entry'
import { portionsOf } from './movements'
import { type Posting, post } from './post'
import { release } from './release'
import { firstBreak, replay } from './replay'
import { voidEntry } from './void-entry'

// 10,000 random histories in all where they are soaked. Each is one trainee's year: credits that repeat, conflict and arrive out of
// order, caps, verification at any moment, and voidings.
const CAPS = { study: hundredths(3_000), papers: hundredths(1_000) }
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

const credit = fc.record({
  do: fc.constant('credit' as const),
  id: fc.constantFrom(...IDS),
  hours: fc.integer({ min: 1, max: 2_500 }),
  category: fc.constantFrom('public' as const, 'professional' as const),
  bucket: fc.constantFrom(null, null, 'study' as const, 'papers' as const),
  earnedAt: fc.integer({ min: 1, max: 6 }),
})
const step = fc.oneof(
  { weight: 5, arbitrary: credit },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('repeat' as const), id: fc.constantFrom(...IDS) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('conflict' as const), id: fc.constantFrom(...IDS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('void' as const), id: fc.constantFrom(...IDS) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('verify' as const) }) },
)
type Credit = typeof credit extends fc.Arbitrary<infer T> ? T : never
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const postingOf = (of: Credit, verified: boolean): Posting => ({
  id: of.id,
  category: of.category,
  hours: hundredths(of.hours),
  baseLevel: null,
  cap: of.bucket === null ? null : { bucket: `${of.category}:${of.bucket}`, hours: CAPS[of.bucket] },
  verified,
  earnedAt: instant(of.earnedAt),
  recordedAt: instant(100),
  policyVersion: 'test-1',
  content: { title: of.id },
})

interface History {
  account: Account
  entries: Entry[]
  first: Map<string, Credit>
  verified: boolean
}

const start = (): History => ({ account: emptyAccount(), entries: [], first: new Map(), verified: false })

function took(history: History, recorded: { account: Account; entry: Entry }): void {
  history.account = recorded.account
  history.entries.push(recorded.entry)
}

function credited(history: History, of: Credit): void {
  const known = history.first.get(of.id)
  const outcome = post(history.account, postingOf(of, history.verified))
  const same = known !== undefined && known.hours === of.hours && known.category === of.category
  if (known === undefined || (same && known.earnedAt === of.earnedAt)) {
    if (!outcome.ok) throw new Error('an honest credit was refused')
    expect(outcome.value.kind).toBe(known === undefined ? 'posted' : 'repeated')
    if (outcome.value.kind !== 'posted') return
    history.first.set(of.id, of)
    took(history, outcome.value)
  } else expect(outcome).toMatchObject({ ok: false, refusal: { code: 'ENTRY_CONFLICT' } })
}

function verify(history: History): void {
  history.verified = true
  const on = { accountId: 'x', at: instant(200), policyVersion: 'test-1' }
  const released = release(history.account, on)
  if (released) took(history, released)
}

function voidOne(history: History, entryId: string): void {
  const voiding = { entryId, reason: '违规', clauseId: 'SX22-16', at: instant(300), policyVersion: 'x' }
  const outcome = voidEntry(history.account, voiding)
  if (!outcome.ok) throw new Error('a voiding was refused')
  if (outcome.value.kind === 'voided') took(history, outcome.value)
}

function play(history: History, move: Step): void {
  const known = 'id' in move ? history.first.get(move.id) : undefined
  if (move.do === 'credit') credited(history, move)
  else if (move.do === 'verify') verify(history)
  else if (known === undefined) return
  else if (move.do === 'repeat') credited(history, known)
  else if (move.do === 'conflict') credited(history, { ...known, hours: known.hours + 1 })
  else voidOne(history, move.id)
}

const CATEGORIES = ['public', 'professional'] as const
const PORTIONS = ['counted', 'pending', 'overCap', 'void'] as const

function holds({ account, entries, first }: History): void {
  const { portions, sequence, headHash } = replay(entries)
  expect(account).toMatchObject({ portions, sequence, headHash })
  expect(firstBreak(entries)).toBeNull()
  for (const category of CATEGORIES) {
    const lines = account.lines.filter((line) => line.category === category)
    for (const portion of PORTIONS) {
      const sum = addHours(...lines.map((line) => portionsOf(line)[portion]))
      expect(account.portions[category][portion]).toBe(sum)
    }
    const given = [...first.values()].filter((of) => of.category === category)
    expect(PORTIONS.reduce((sum, portion) => sum + account.portions[category][portion], 0)).toBe(
      given.reduce((sum, of) => sum + of.hours, 0),
    )
  }
  for (const [bucket, limit] of Object.entries(account.caps)) {
    expect(usedOf(account.lines, bucket)).toBeLessThanOrEqual(limit)
  }
}

const history = fc.array(step, { maxLength: 14 })

test('sums equal entries, replay and lines; nothing is lost or invented; caps and chain hold', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const state = start()
      for (const move of steps) play(state, move)
      holds(state)
    }),
    { numRuns: histories(6_000), seed: 2022_08_15 },
  )
})

test('doing every act twice is doing it once', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const once = start()
      const twice = start()
      for (const move of steps) {
        play(once, move)
        play(twice, move)
        play(twice, move)
      }
      expect(twice.account).toEqual(once.account)
      expect(twice.entries).toEqual(once.entries)
    }),
    { numRuns: histories(2_000), seed: 2022_08_15 },
  )
})

test('the order in which credits arrive decides nothing', () => {
  const credits = fc.uniqueArray(credit, { selector: ({ id }) => id, maxLength: 8 })
  fc.assert(
    fc.property(
      credits.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([given, shuffled]) => {
        const straight = start()
        const mixed = start()
        for (const move of given) play(straight, move)
        for (const move of shuffled) play(mixed, move)
        expect(mixed.account.portions).toEqual(straight.account.portions)
      },
    ),
    { numRuns: histories(2_000), seed: 2022_08_15 },
  )
})
