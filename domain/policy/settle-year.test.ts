import { SHAANXI_2020 } from '../../policies/shaanxi/2020'
import { hoursOf } from '../kernel/hours'
import { instant } from '../kernel/instant'
import { evaluateYear } from './evaluate-year'
import type { LearningItem } from './facts'
import { sealPack } from './seal-pack'

const pack = sealPack(SHAANXI_2020)
const FIRST = 'sx20-public-1'
const SECOND = 'sx20-public-2'

const learned = (subjectId: string, hours: number, pending = false): LearningItem => ({
  id: `${subjectId}:${pending ? 'waits' : 'counts'}`,
  kind: 'class',
  category: 'public',
  subjectId,
  hours: hoursOf(hours),
  earnedAt: instant(Date.parse('2020-09-01T10:00:00+08:00')),
  pending,
})

const publicPart = (items: readonly LearningItem[]) => {
  const verdict = evaluateYear(pack, { region: 'shaanxi', year: 2020, items })
  const { counted, pending, overCap, missing } = verdict.public
  return { counted, pending, overCap, missing, of: verdict.items.map(({ id, reason }) => `${id} ${reason}`) }
}

describe('SX20-6: of two public subjects one suffices, and the one furthest along is the one that counts', () => {
  test('24 counted of one and 24 waiting of the other is a complete public part, whichever of them counts', () => {
    for (const [counts, waits] of [
      [FIRST, SECOND],
      [SECOND, FIRST],
    ] as const) {
      const part = publicPart([learned(counts, 24), learned(waits, 24, true)])
      expect(part).toMatchObject({ counted: hoursOf(24), pending: 0, overCap: hoursOf(24), missing: 0 })
      expect(part.of).toEqual([`${counts}:counts COUNTED`, `${waits}:waits OTHER_SUBJECT`].sort())
    }
  })

  test('counted hours lead before waiting ones, however many these are', () => {
    const part = publicPart([learned(FIRST, 1), learned(SECOND, 24, true)])
    expect(part).toMatchObject({ counted: hoursOf(1), pending: 0, overCap: hoursOf(24) })
  })

  test('where as much counts of both, what waits decides; where that is alike too, the first in the notice', () => {
    expect(publicPart([learned(FIRST, 8, true), learned(SECOND, 24, true)])).toMatchObject({
      counted: 0,
      pending: hoursOf(24),
      overCap: hoursOf(8),
    })
    expect(publicPart([learned(FIRST, 12), learned(SECOND, 12), learned(SECOND, 6, true)])).toMatchObject({
      counted: hoursOf(12),
      pending: hoursOf(6),
      overCap: hoursOf(12),
    })
    expect(publicPart([learned(FIRST, 12), learned(SECOND, 12)]).of).toEqual([
      `${FIRST}:counts COUNTED`,
      `${SECOND}:counts OTHER_SUBJECT`,
    ])
  })

  test('a subject is not further along by hours beyond its own 24', () => {
    const part = publicPart([learned(FIRST, 24), learned(SECOND, 60)])
    expect(part.of).toEqual([`${FIRST}:counts COUNTED`, `${SECOND}:counts OTHER_SUBJECT`])
  })
})
