import type { KeyedQuestion } from '../../domain/exam/grading/question'
import { UNVERIFIED_SITTINGS } from '../../domain/exam/sit-again'
import { packs } from '../../server/kernel/packs'
import { accept } from '../../server/kernel/refused'
import { type Feedback, scoreAfter } from './bank-rebuilding'

// A bank of three papers (SX20-41) in eight topics, keys by chance: what an average paper scores after an attack.
const rules = accept(packs.standardOf('shaanxi', 2022)).exam
const TOPICS = 8

function rollFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % below
  }
}

const bankOf = (roll: (below: number) => number): KeyedQuestion[] =>
  (['single', 'multiple', 'judge'] as const).flatMap((type) =>
    Array.from({ length: rules[type].value * rules.bankMultiple.value }, (_, i) => {
      const options = type === 'judge' ? ['对', '错'] : ['甲', '乙', '丙', '丁']
      const places = options.map((_option, place) => place)
      const several = places.filter(() => roll(2) === 0)
      const key = type !== 'multiple' ? [roll(options.length)] : several.length > 1 ? several : [0, 3]
      return { id: `${type}-${i}`, type, stem: '', options, key, topic: `第 ${i % TOPICS} 部分` }
    }),
  )

function attacked(accounts: number, sittingsEach: number, feedback: Feedback): number {
  const seeds = [2022, 7, 41]
  const scores = seeds.map((seed) => {
    const roll = rollFrom(seed)
    return scoreAfter({ bank: bankOf(roll), rules, accounts, sittingsEach, feedback, roll })
  })
  return scores.reduce((sum, score) => sum + score, 0) / seeds.length
}

/** Where nothing is known: one in four, one in eleven, one in two. */
const UNKNOWN_BANK = 30
const HALF = 50

test('who knows nothing is far from the pass mark', () => {
  expect(attacked(0, 0, 'as-told')).toBeLessThan(UNKNOWN_BANK)
})

test('with counts by topic, four accounts with five sittings each pass: the attack is as good as it was', () => {
  expect(attacked(4, 5, 'by-topic')).toBeGreaterThanOrEqual(rules.passScorePercent.value)
})

test('with what is told now they know less than half, and accounts that nobody verified a third', () => {
  expect(attacked(4, rules.attempts.value, 'as-told')).toBeLessThan(HALF)
  expect(attacked(4, UNVERIFIED_SITTINGS, 'as-told')).toBeLessThan(35)
})
