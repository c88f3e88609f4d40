import { instant, startOfDay } from '../../domain/kernel/instant'
import { REGIONS } from '../../domain/kernel/regions'
import { packLookup } from '../../domain/policy/lookup'
import { hourWordOf } from './hour-word'
import { packs } from './packs'

/** The same notices, each region with its own word for an hour. */
const wordOf = (region: string): string => `${region}课时`
const renamed = packLookup(
  packs.all.map((pack) => ({ ...pack, labels: { ...pack.labels, hour: wordOf(pack.region) } })),
)

test.each(REGIONS)('%s: an hour is called by its own notice, before the first one as well', (region) => {
  const first = packs.all.find((pack) => pack.region === region && pack.inForceFrom.state !== 'silent')
  if (first?.inForceFrom.state === 'silent' || !first) throw new Error(`${region} has no notice in force`)
  const begins = startOfDay(first.inForceFrom.value)
  for (const now of [begins, instant(begins - 1)])
    expect(hourWordOf({ packs: renamed, now }, region)).toBe(wordOf(region))
})

test('a region without a notice has no word', () => {
  expect(() => hourWordOf({ packs: packLookup([]), now: instant(0) }, 'qinghai')).toThrow(
    'qinghai has no notice',
  )
})
