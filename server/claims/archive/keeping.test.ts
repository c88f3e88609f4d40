// The archive at its edges: which lines are possible, in which order they are shown, and who sees what of them.
import { hoursOf } from '../../../domain/kernel/hours'
import { day } from '../../../domain/kernel/instant'
import { given, recordFor } from '../../../tests/doors/matrix/archive-rows'
import { placeOf as placeIn, World } from '../../../tests/doors/matrix/world'
import type { ArchiveLine } from './documents'
import { placeOf } from './places'

let country: World
beforeAll(async () => {
  country = await World.open()
})
afterAll(() => country.close())

const YEAR = { year: 2022 }
const WHOSE = { unit: 'station', personId: 'p-station' }
const keeper = (world: World) => world.calls('o-unit-reviewer').archive
const keep = (world: World, line: Partial<typeof given> = {}, revision = 0, lineId = 'line-of-a-test') =>
  keeper(world).keep({ ...YEAR, personId: 'p-station', lineId, revision, line: { ...given, ...line } })

const refusedFor = (fields: string[]) => ({
  cause: { refusal: { code: 'INPUT_INVALID', details: { fields } } },
})

/** An archive with these lines. */
async function lines(world: World, ...of: (Partial<ArchiveLine> & { id: string })[]): Promise<void> {
  await recordFor(WHOSE, world, { id: 'first' })
  const archive = await world.store.get('study-archives', 'station:p-station:2022')
  const [first] = archive?.lines ?? []
  if (!archive || !first) throw new Error('no archive')
  await world.store.replace('study-archives', { ...archive, lines: of.map((one) => ({ ...first, ...one })) })
}

describe('a line that is possible', () => {
  test.each<[line: Partial<typeof given>, wrong: string[]]>([
    [{}, []],
    [{ from: '2022-08-15', to: '2022-08-15' }, []],
    [{ to: '2022-08-16' }, ['to']],
    [{ from: '2022-08-16', to: '2022-08-16' }, ['from', 'to']],
    [{ from: '2022-05-21' }, ['to']],
    [{ way: '不知道的方式' }, ['way']],
    [{ way: '不知道的方式', from: '2023-01-01' }, ['way', 'from', 'to']],
  ])('%j: wrong are %j', async (line, wrong) => {
    const work = keep(country.twin(), line)
    if (wrong.length === 0) expect((await work).lines).toHaveLength(1)
    else await expect(work).rejects.toMatchObject(refusedFor(wrong))
  })

  test('is the sixtieth, and not the sixty-first', async () => {
    const world = country.twin()
    const many = (length: number) => Array.from({ length }, (_, n) => ({ id: `line-${n}` }))
    await lines(world, ...many(59))
    await keep(world)
    await expect(keep(world, {}, 0, 'line-too-many')).rejects.toMatchObject(refusedFor(['lines']))
    const corrected = await keep(world, { title: '水文学' }, 1)
    expect(corrected.lines).toHaveLength(60)
  })
})

describe('a line that was kept before', () => {
  const kept = async (...again: Parameters<typeof keep> extends [World, ...infer Rest] ? Rest : never) => {
    const world = country.twin()
    await keep(world)
    return (await keep(world, ...again)).lines.map(({ title, revision }) => [title, revision])
  }
  test('the same again is the same line, whatever revision the phone names', async () => {
    expect(await kept({}, 0)).toEqual([['土壤学', 1]])
    expect(await kept({}, 5)).toEqual([['土壤学', 1]])
  })
  test.each(['title', 'how', 'way'] as const)('another %s is a correction of it', async (field) => {
    const change = { title: '水文学', how: '听讲座', way: '个人自学' }[field]
    expect((await kept({ [field]: change }, 1))[0]?.[1]).toBe(2)
  })
  test('a correction of what another has changed meanwhile is refused', async () => {
    await expect(kept({ title: '水文学' }, 0)).rejects.toMatchObject({
      cause: { refusal: { code: 'STUDY_RECORD_CHANGED' } },
    })
  })
  test('a withdrawn line is not corrected', async () => {
    const world = country.twin()
    await lines(world, { id: 'line-of-a-test', state: 'withdrawn' })
    await expect(keep(world, { title: '水文学' }, 1)).rejects.toMatchObject({
      cause: { refusal: { code: 'STUDY_RECORD_CHANGED' } },
    })
  })
})

describe('an archive as it is shown', () => {
  const three = [
    { id: 'spring', from: day('2022-03-01'), title: '春' },
    { id: 'summer', from: day('2022-06-01'), to: day('2022-07-01'), title: '夏' },
    { id: 'gone', from: day('2022-04-01'), title: '撤回的', state: 'withdrawn' as const },
  ]

  test('the latest first, without what was withdrawn', async () => {
    const world = country.twin()
    await lines(world, ...three)
    const view = await keeper(world).person({ ...YEAR, personId: 'p-station' })
    expect(view.lines.map(({ title }) => title)).toEqual(['夏', '春'])
    expect(view).toMatchObject({
      ...{ year: 2022, name: '孔令仪', unitName: '演示station', total: hoursOf(16), hourName: '学时' },
      ...{ cap: { hours: hoursOf(40) }, kinds: [{ id: 'self-study', needsPhoto: true }] },
    })
    expect(view.lines[0]).toMatchObject({ canChange: true, canWithdraw: true, claimed: null })
  })

  test('of a person without one: nothing, and no hours', async () => {
    expect(await keeper(country.twin()).person({ ...YEAR, personId: 'p-station' })).toMatchObject({
      ...{ lines: [], total: 0 },
    })
  })

  test('of a person who moved away: what was kept before stays with the unit', async () => {
    const world = country.twin()
    const person = await world.person('survey')
    const away = () => keeper(world).person({ ...YEAR, personId: person._id })
    await expect(away()).rejects.toMatchObject({ cause: { refusal: { code: 'OUT_OF_SCOPE' } } })
    await recordFor({ unit: 'station', personId: person._id }, world)
    expect(await away()).toMatchObject({ unitName: '演示station', lines: [{ title: '土壤学' }] })
  })

  test('the people of the unit, with the sum of each; the keeper’s own is marked', async () => {
    const world = country.twin()
    await lines(world, ...three)
    const { people, unitName, years, next } = await keeper(world).people({})
    expect({ unitName, next, years: years[0] }).toEqual({ unitName: '演示station', next: null, years: 2022 })
    const one = (personId: string) => people.find((person) => person.personId === personId)
    expect(one('p-station')).toMatchObject({ total: hoursOf(16), lines: 2, isSelf: false })
    expect(one('unit-reviewer')).toMatchObject({ total: 0, lines: 0, isSelf: true })
  })

  test('a claim on a line keeps it from being withdrawn; a returned one lets it be corrected', async () => {
    const shown = async (state: 'submitted' | 'returned' | 'withdrawn' | 'rejected' | 'lapsed') => {
      const world = country.twin()
      const place = placeIn('unit-reviewer', 'own')
      const claim = await world.claim(place, { ownerId: 'p-station', at: 'unit', state })
      const fields = { record: 'station:p-station:2022:line' }
      await world.store.replace('claims', { ...claim, fields })
      await lines(world, { id: 'line', claimId: claim._id })
      const [line] = (await keeper(world).person({ ...YEAR, personId: 'p-station' })).lines
      return [line?.claimed?.state ?? null, line?.canChange, line?.canWithdraw]
    }
    expect(await shown('submitted')).toEqual(['submitted', false, false])
    expect(await shown('returned')).toEqual(['returned', true, false])
    for (const state of ['withdrawn', 'rejected', 'lapsed'] as const)
      expect(await shown(state)).toEqual([null, true, true])
  })
})

test.each([
  ['unit:person:2022:line', 'unit:person:2022', 'line'],
  [':line', '', 'line'],
  ['line', '', 'line'],
])('the record %s is the line of an archive', (record, archiveId, lineId) => {
  expect(placeOf(record)).toEqual({ archiveId, lineId })
})
