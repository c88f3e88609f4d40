// A draft from its first word to its end, and a claim that the law has closed.
import { plusMs } from '../../../domain/kernel/instant'
import { draft, photo } from '../../../tests/doors/matrix/things'
import { placeOf, World } from '../../../tests/doors/matrix/world'
import type { TypedDraft } from './drafts'

let country: World
beforeAll(async () => {
  country = await World.open()
})
afterAll(() => country.close())

const OWN = placeOf('trainee', 'own')
const claims = (world: World, who = 'trainee') => world.calls(`o-${who}`).claim
const TYPED: TypedDraft = {
  draftId: 'draft-of-a-test',
  kind: 'paper',
  targetYear: 2022,
  fields: { title: '论文' },
}
const kept = async (world: World) => {
  const found = await world.store.get('claim-drafts', 'trainee:draft-of-a-test')
  if (!found) throw new Error('no draft')
  return found
}
const refusedFor = (code: string, details: object = {}) => ({ cause: { refusal: { code, details } } })

describe('typing', () => {
  test('the same again writes nothing; each change does', async () => {
    const world = country.twin()
    const version = async (change: Partial<TypedDraft>) => {
      await claims(world).saveDraft({ ...TYPED, ...change })
      return (await kept(world)).version
    }
    const first = await version({})
    expect(await version({})).toBe(first)
    const changes: Partial<TypedDraft>[] = [
      { fields: { title: '新论文' } },
      { fields: { title: '新论文', level: '省级' } },
      { fields: { level: '省级' } },
      { fields: { level: '省级' }, kind: 'training' },
      { fields: { level: '省级' }, kind: 'training', targetYear: 2021 },
    ]
    for (const [n, change] of changes.entries()) expect(await version(change)).toBe(first + n + 1)
    expect(await kept(world)).toMatchObject({ kind: 'training', targetYear: 2021, fields: { level: '省级' } })
  })

  test('the thirtieth draft is begun, the next is not; one that is open is still typed', async () => {
    const world = country.twin()
    await claims(world).saveDraft(TYPED)
    for (let n = 0; n < 28; n += 1) await draft('trainee', world)
    await claims(world).saveDraft({ ...TYPED, draftId: 'draft-the-thirtieth' })
    await expect(claims(world).saveDraft({ ...TYPED, draftId: 'draft-too-many' })).rejects.toMatchObject(
      refusedFor('INPUT_INVALID', { fields: ['drafts'] }),
    )
    expect(await claims(world).saveDraft({ ...TYPED, fields: { title: '新' } })).toMatchObject({
      fields: { title: '新' },
    })
    expect((await claims(world).drafts()).drafts).toHaveLength(30)
  })

  test.each([
    ['title', true],
    ['meets:organiser-recognised', true],
    ['t', true],
    ['1title', false],
    ['', false],
    ['a.b', false],
    ['$set', false],
    ['a'.repeat(60), true],
    ['a'.repeat(61), false],
  ])('a field may be called “%s”: %s', async (name, may) => {
    const work = claims(country.twin()).saveDraft({ ...TYPED, fields: { [name]: 'x' } })
    if (may) expect((await work).fields).toEqual({ [name]: 'x' })
    else await expect(work).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('forty fields, of five hundred characters each', async () => {
    const of = (count: number, length: number) => ({
      ...TYPED,
      fields: Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}`, '字'.repeat(length)])),
    })
    const saved = (count: number, length: number) => claims(country.twin()).saveDraft(of(count, length))
    expect(Object.keys((await saved(40, 500)).fields)).toHaveLength(40)
    await expect(saved(41, 1)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(saved(1, 501)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('a correction', () => {
  const FIELDS = { title: '论文', level: '省级' }
  const corrected = async (fields: Record<string, string>, state: 'returned' | 'submitted' = 'returned') => {
    const world = country.twin()
    const claim = await world.claim(OWN, { ownerId: 'trainee', at: 'unit', state })
    const asks = [{ field: 'title', text: '写全称' }]
    await world.store.replace('claims', { ...claim, kind: 'paper', fields: FIELDS, asks })
    const typed = { ...TYPED, kind: 'training', targetYear: 2021, fields, claimId: claim._id }
    return { world, claim, typed, view: await claims(world).saveDraft(typed) }
  }

  test('begins with what was returned, its kind, its year and what was asked', async () => {
    const { view, claim } = await corrected({})
    expect(view).toMatchObject({
      ...{ kind: 'paper', targetYear: 2022, fields: FIELDS, claimId: claim._id, submitted: false },
      asks: [{ field: 'title', text: '写全称' }],
    })
  })
  test('goes on with what is typed, in that kind and year', async () => {
    const { world, typed, view } = await corrected({ title: '全称' })
    expect(view.fields).toEqual({ title: '全称' })
    const { version } = await kept(world)
    await claims(world).saveDraft({ ...typed, kind: 'outcome' })
    expect((await kept(world)).version).toBe(version)
    expect(await claims(world).saveDraft({ ...typed, fields: { title: '全' } })).toMatchObject({
      ...{ kind: 'paper', targetYear: 2022, fields: { title: '全' } },
    })
  })
  test('is of what was returned, and of nothing else', async () => {
    await expect(corrected({}, 'submitted')).rejects.toMatchObject(
      refusedFor('CLAIM_CLOSED', { state: 'submitted' }),
    )
    const world = country.twin()
    const others = await world.claim(OWN, { ownerId: 'p-station', at: 'unit', state: 'returned' })
    for (const claimId of [others._id, 'nothing'])
      await expect(claims(world).saveDraft({ ...TYPED, claimId })).rejects.toMatchObject(
        refusedFor('CLAIM_UNKNOWN'),
      )
  })
})

describe('the end of a draft', () => {
  test('discarded it is dropped, and typed again it is open', async () => {
    const world = country.twin()
    await claims(world).saveDraft(TYPED)
    await claims(world).discardDraft({ draftId: TYPED.draftId })
    expect((await kept(world)).state).toBe('dropped')
    expect((await claims(world).drafts()).drafts).toEqual([])
    await claims(world).saveDraft(TYPED)
    expect((await kept(world)).state).toBe('open')
  })

  test('submitted it is neither discarded nor typed, and takes no file and loses none', async () => {
    const world = country.twin()
    const draftId = await draft('trainee', world)
    await claims(world).submit({ draftId })
    const before = await world.store.get('claim-drafts', `trainee:${draftId}`)
    const file = { draftId, fileId: await photo('trainee', world), name: '照片' }
    await claims(world).discardDraft({ draftId })
    expect(await claims(world).saveDraft({ ...TYPED, draftId })).toMatchObject({ submitted: true })
    await claims(world).attach(file)
    await claims(world).detach({ draftId, sha256: before?.attachments[0]?.sha256 ?? '' })
    expect(await world.store.get('claim-drafts', `trainee:${draftId}`)).toEqual(before)
  })
})

describe('a claim that the law closes', () => {
  test.each([
    [-1, 'submitted', null],
    [0, 'lapsed', 'station没有按时审核'],
    [1, 'lapsed', 'station没有按时审核'],
  ] as const)('%d ms after that moment it is %s', async (ms, state, note) => {
    const world = country.twin()
    const closesAt = plusMs(world.now, 1_000)
    const claim = await world.claim(OWN, { ownerId: 'trainee', at: 'unit' })
    await world.store.replace('claims', { ...claim, closesAt })
    world.still = { now: plusMs(closesAt, ms) }
    const view = await claims(world).claim({ claimId: claim._id })
    expect(view).toMatchObject({ state, canWithdraw: state === 'submitted' })
    expect(view.timeline.at(-1)?.note ?? null).toBe(note)
    const log = await world.store.get('audit', `claim:${claim._id}:lapsed`)
    expect(log?.after ?? null).toBe(note === null ? null : `lapsed：${note}`)
  })
})
