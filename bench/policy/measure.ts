// How fast the notices are read, beside a loop by hand and a general engine that give the same answers in the same run.

import { judgeYear } from '../../domain/policy/evaluate-year'
import { explainYear } from '../../domain/policy/explain-year'
import type { YearFacts } from '../../domain/policy/facts'
import type { PolicyPack } from '../../domain/policy/pack'
import { sealPack } from '../../domain/policy/seal-pack'
import { TAIAN_2022 } from '../../policies/shandong/taian-2022'
import { affectedBy } from '../../scripts/policy/diff'
import { type Figure, median } from '../figures'
import { judgeByHand, type Standing } from './hand-written'
import { peopleOf } from './people'
import { judgeByEngine, taianEngine } from './rules-engine'

const ROUNDS = 7
const PEOPLE = 2_000
const ENGINE_PEOPLE = 40
const PROVINCE = 1_500_000
const DIFF_PEOPLE = 100_000

const standingOf = (pack: PolicyPack, facts: YearFacts): Standing => {
  const { public: ofPublic, professional, complete } = judgeYear(pack, facts)
  return {
    publicHours: ofPublic.counted,
    professionalHours: professional.counted,
    complete: complete === true,
  }
}

/** All figures of the policies, with proof that both compared programs answer alike. */
export async function policyFigures(): Promise<Figure[]> {
  const pack = sealPack(TAIAN_2022)
  const people = peopleOf(PEOPLE)
  const engine = taianEngine()
  for (const facts of people.slice(0, ENGINE_PEOPLE)) {
    const answers = [standingOf(pack, facts), judgeByHand(facts), await judgeByEngine(engine, facts)]
    if (new Set(answers.map((answer) => JSON.stringify(answer))).size > 1)
      throw new Error(`they do not answer alike: ${JSON.stringify(answers)}`)
  }
  const { verdict, hand, explained, general } = await inTurns(pack, { people, engine })
  return [
    ratio('a person-year of 20 items, verdict', { ours: verdict, floor: hand, most: 3 }),
    ratio('the same with explanation', { ours: explained, floor: hand, most: 8 }),
    {
      name: 'json-rules-engine on the same rules, beside our verdict',
      unit: 'µs',
      ours: general,
      floor: verdict,
      goal: '≥ 80 ×',
      met: general / verdict >= 80,
    },
    seconds(`${PROVINCE.toLocaleString('en')} person-years on one core`, verdictsOf(pack, people), null),
    seconds(`diff over ${DIFF_PEOPLE.toLocaleString('en')} people`, diffOf(pack), 15),
  ]
}

const ratio = (
  name: string,
  { ours, floor, most }: { ours: number; floor: number; most: number },
): Figure => ({
  name,
  unit: 'µs',
  ours,
  floor,
  goal: `≤ ${most} ×`,
  met: ours / floor <= most,
})

const seconds = (name: string, took: number, most: number | null): Figure => ({
  name,
  unit: 's',
  ours: took,
  floor: null,
  goal: most === null ? 'stated' : `≤ ${most} s`,
  met: most === null || took <= most,
})

/** Microseconds a person, medians; every contender in each round, so that a machine that slows down slows all. */
async function inTurns(
  pack: PolicyPack,
  { people, engine }: { people: readonly YearFacts[]; engine: ReturnType<typeof taianEngine> },
) {
  const samples = {
    verdict: [] as number[],
    hand: [] as number[],
    explained: [] as number[],
    general: [] as number[],
  }
  for (let round = 0; round <= ROUNDS; round += 1) {
    const verdict = each(people, (facts) => judgeYear(pack, facts))
    const hand = each(people, judgeByHand)
    const explained = each(people, (facts) => explainYear(pack, facts))
    const few = people.slice(0, ENGINE_PEOPLE)
    const started = performance.now()
    for (const facts of few) await judgeByEngine(engine, facts)
    const general = ((performance.now() - started) * 1_000) / few.length
    // The first round warms everybody up.
    if (round === 0) continue
    samples.verdict.push(verdict)
    samples.hand.push(hand)
    samples.explained.push(explained)
    samples.general.push(general)
  }
  return {
    verdict: median(samples.verdict),
    hand: median(samples.hand),
    explained: median(samples.explained),
    general: median(samples.general),
  }
}

/** The result is kept where an optimising compiler must assume that it is read. */
let looked = 0
process.on('exit', () => {
  if (looked < 0) console.log(looked)
})

function each(people: readonly YearFacts[], judge: (facts: YearFacts) => { complete: unknown }): number {
  const started = performance.now()
  for (const facts of people) if (judge(facts).complete === true) looked += 1
  return ((performance.now() - started) * 1_000) / people.length
}

function verdictsOf(pack: PolicyPack, people: readonly YearFacts[]): number {
  const started = performance.now()
  for (let done = 0; done < PROVINCE; done += people.length) each(people, (facts) => judgeYear(pack, facts))
  return (performance.now() - started) / 1_000
}

/** A pack in which self-study counts ten hours less a year, over many people of their own. */
function diffOf(before: PolicyPack): number {
  const caps = TAIAN_2022.caps.map((cap) =>
    cap.id === 'self-study-year' ? { ...cap, limit: { ...cap.limit, value: 3_000 as never } } : cap,
  )
  const after = sealPack({ ...TAIAN_2022, caps })
  const people = peopleOf(DIFF_PEOPLE).map((facts, index) => ({ id: String(index), facts }))
  const started = performance.now()
  let affected = 0
  for (const _ of affectedBy({ before, after }, people)) affected += 1
  if (affected === 0) throw new Error('a lower cap makes a difference to nobody')
  return (performance.now() - started) / 1_000
}
