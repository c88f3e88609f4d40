import { instant } from '../../domain/kernel/instant'
import type { RoleName } from '../../domain/organisation/roles'
import { newOrganisation } from '../../server/bodies/new-organisation'
import type {
  BatchList,
  BatchSheetView,
  ProviderList,
  TitleExportView,
  UnmatchedView,
} from '../../server/outside/views'
import { workBatches } from '../../server/outside/work-batches'
import { line, newPartner } from '../harness/partner'
import { idNumberOf, Town } from './town'

const JULY = Date.parse('2023-07-02T10:00:00+08:00')
const academy = newPartner({ id: 'qh-cadre-academy', region: 'qinghai', name: '青海干部网络学院' })
const centre = newPartner({ id: 'qh-centre', region: 'qinghai', name: '雪河水利行业培训中心' })
const known = { name: '马雪莲', idNumber: idNumberOf('19900101', '201') }

let town: Town
beforeAll(async () => {
  town = await Town.open()
  const { store } = town.context()
  const at = { state: 'verified', at: instant(JULY) } as const
  const common = { region: 'qinghai', areaCode: '990101' } as const
  const top = newOrganisation(
    { id: 'qh-top', name: '雪河人社局', kind: 'bureau', parent: null, ...common },
    at,
  )
  const water = newOrganisation(
    { id: 'qh-water', name: '雪河水利局', kind: 'department', parent: top, ...common },
    at,
  )
  const unit = newOrganisation(
    { id: 'qh-unit', name: '雪河水文队', kind: 'unit', parent: water, ...common },
    at,
  )
  const base = newOrganisation(
    { id: 'qh-centre', name: '雪河水利行业培训中心', kind: 'base', parent: water, ...common },
    at,
  )
  const national = newOrganisation(
    { id: 'qh-national', name: '雪河国家级继续教育基地', kind: 'base', parent: top, ...common },
    at,
  )
  for (const organisation of [top, water, unit, base, national])
    await store.insert('organisations', organisation)
  await town.cloud.clock.set(JULY)
  await enter('o-known', known, [])
  await enter('o-staff', { name: '祁处长', idNumber: idNumberOf('19800101', '202') }, [
    ['bureau-staff', 'qh-top'],
  ])
  await enter('o-lower', { name: '祁科长', idNumber: idNumberOf('19800101', '203') }, [
    ['bureau-staff', 'qh-water'],
  ])
  await enter('o-committee', { name: '评委会', idNumber: idNumberOf('19800101', '204') }, [
    ['committee', 'qh-water'],
  ])
})
afterAll(() => town.close())

async function enter(
  openid: string,
  facts: { name: string; idNumber: string },
  roles: readonly (readonly [RoleName, string])[],
): Promise<void> {
  await town.prepare(openid, `139${facts.idNumber.slice(-8).replace('X', '0')}`)
  const { data, code } = await town.register(openid, { ...facts, unitId: 'qh-unit' })
  if (!data) throw new Error(`${openid}: ${code}`)
  const { store } = town.context()
  const person = await store.get('persons', data.person.id)
  if (!person) throw new Error(openid)
  await store.insert('identity-keys', {
    _id: person.idNumberHash,
    personId: person._id,
    unitName: person.unitName,
  })
  await store.replace('persons', {
    ...person,
    binding: 'verified',
    roles: roles.map(([role, orgId]) => ({ role, orgId, until: null, grantedBy: '' })),
  })
}

const ask = <View>(openid: string, path: string, input?: object) =>
  town.send<View>(openid, { path: `outside.${path}`, type: 'query', ...(input ? { input } : {}) })
const act = <View>(openid: string, path: string, input: object) =>
  town.send<View>(openid, { path: `outside.${path}`, type: 'mutation', input })

describe('keys', () => {
  const key = { providerId: academy.id, publicKeyHex: academy.publicKeyHex }

  test('staff of the region’s top body alone see and set them', async () => {
    expect((await ask('o-known', 'providers')).code).toBe('ROLE_MISSING')
    expect((await ask('o-lower', 'providers')).code).toBe('OUT_OF_SCOPE')
    expect((await act('o-lower', 'setKey', key)).code).toBe('OUT_OF_SCOPE')
    const { data } = await ask<ProviderList>('o-staff', 'providers')
    expect(data?.regionName).toBe('青海省')
    expect(data?.providers.map(({ id, named, keys }) => [id, named, keys.length])).toEqual([
      ['qh-cadre-academy', true, 0],
      ['qh-national', false, 0],
      ['qh-water', false, 0],
    ])
  })

  test('a key that is no point of the curve, and a provider of nobody, are refused', async () => {
    const wrong = `04${'0'.repeat(127)}1`
    expect((await act('o-staff', 'setKey', { ...key, publicKeyHex: wrong })).code).toBe(
      'PUBLIC_KEY_MALFORMED',
    )
    expect((await act('o-staff', 'setKey', { ...key, publicKeyHex: 'x' })).code).toBe('PUBLIC_KEY_MALFORMED')
    expect((await act('o-staff', 'setKey', { ...key, providerId: 'nxzj' })).code).toBe('PROVIDER_UNKNOWN')
    expect((await act('o-staff', 'setKey', { ...key, providerId: 'qh-unit' })).code).toBe('PROVIDER_UNKNOWN')
  })

  test('set twice is one; a base brings along whom it trains; what was done stands in the audit', async () => {
    await act('o-staff', 'setKey', key)
    const { data } = await act<ProviderList>('o-staff', 'setKey', key)
    expect(data?.providers.find(({ id }) => id === academy.id)?.keys).toHaveLength(1)
    await act('o-staff', 'setKey', { providerId: centre.id, publicKeyHex: centre.publicKeyHex })
    expect(await town.get('outside-providers', centre.id)).toMatchObject({
      kind: 'base',
      base: { audience: 'own-staff', level: 'city' },
    })
    expect(await town.get('audit', `outside-key-set:${academy.id}:1`)).toMatchObject({
      role: 'bureau-staff',
      scope: 'qh-top',
    })
  })

  test('QH23-6: a base that the nation recognised is said to be one, and stays so with another key', async () => {
    const setAnother = (more: object) =>
      act<ProviderList>('o-staff', 'setKey', {
        ...{ providerId: 'qh-national', ...more },
        publicKeyHex: newPartner({ id: 'qh-national', region: 'qinghai', name: '' }).publicKeyHex,
      })
    const levelNow = async () => (await town.get('outside-providers', 'qh-national'))?.base
    await setAnother({})
    expect(await levelNow()).toEqual({ audience: 'province', level: 'province' })
    const { data } = await setAnother({ isNational: true })
    expect(data?.providers.find(({ id }) => id === 'qh-national')?.national).toBe(true)
    await setAnother({})
    expect(await levelNow()).toEqual({ audience: 'province', level: 'nation' })
    await setAnother({ isNational: false })
    expect(await levelNow()).toEqual({ audience: 'province', level: 'province' })
  })

  test('a withdrawn key can be followed by another', async () => {
    const withdrawn = await act<ProviderList>('o-staff', 'withdrawKey', { providerId: centre.id, keyId: 1 })
    expect(withdrawn.data?.providers.find(({ id }) => id === centre.id)?.keys[0]?.withdrawnAt).not.toBeNull()
    const { data } = await act<ProviderList>('o-staff', 'setKey', {
      providerId: centre.id,
      publicKeyHex: newPartner({ id: centre.id, region: 'qinghai', name: '' }).publicKeyHex,
    })
    expect(data?.providers.find(({ id }) => id === centre.id)?.keys.map(({ keyId }) => keyId)).toEqual([2, 1])
  })
})

describe('reconciliation', () => {
  const batchId = 'qh-cadre-academy:2023-06:1'
  beforeAll(async () => {
    const stranger = { name: '索南多杰', idNumber: idNumberOf('19900101', '299') }
    const rows = [line(known), line(stranger), line({ ...known, courseTitle: '法宣在线', courseCode: 'F' })]
    const more = Array.from({ length: 25 }, (_, index) =>
      line({ ...stranger, courseCode: `M-${index}`, hours: '1' }),
    )
    const pushed = await academy.push(town.cloud.origin, {
      month: '2023-06',
      sequence: 1,
      rows: [...rows, ...more],
    })
    if (!pushed.ok) throw new Error(JSON.stringify(pushed))
    await workBatches(town.context())
  })

  test('the list says what came, how late, and what became of it', async () => {
    const { data } = await ask<BatchList>('o-staff', 'batches', {})
    expect(data?.batches).toEqual([
      expect.objectContaining({
        id: batchId,
        providerName: '青海干部网络学院',
        late: true,
        dueDay: '2023-06-30',
        state: 'done',
        rows: 28,
        counts: { taken: 1, already: 0, refused: 1, unmatched: 26 },
      }),
    ])
    expect((await ask('o-lower', 'batches', {})).code).toBe('OUT_OF_SCOPE')
  })

  test('line by line, by state, page by page', async () => {
    const all = await ask<BatchSheetView>('o-staff', 'batch', { batchId, state: null })
    expect(all.data?.rows).toHaveLength(20)
    const rest = await ask<BatchSheetView>('o-staff', 'batch', {
      batchId,
      state: null,
      after: all.data?.next,
    })
    expect(rest.data?.rows).toHaveLength(8)
    expect(rest.data?.next).toBeNull()
    const refused = await ask<BatchSheetView>('o-staff', 'batch', { batchId, state: 'refused' })
    expect(refused.data?.rows.map(({ why }) => why)).toEqual(['“法宣在线”不作学时登记'])
    expect((await ask('o-staff', 'batch', { batchId: 'nxzj:2022-06:1', state: null })).code).toBe(
      'BATCH_UNKNOWN',
    )
  })

  test('who is waited for, with the way out', async () => {
    const { data } = await ask<UnmatchedView>('o-staff', 'unmatched', {})
    expect(data?.rows).toHaveLength(20)
    expect(data?.rows[0]).toMatchObject({ name: '索南多杰', providerName: '青海干部网络学院' })
    expect(data?.rows[0]?.cure).toContain('自动记入')
    expect(data?.next).not.toBeNull()
  })

  test('the sheet is a spreadsheet of all lines', async () => {
    const { data } = await ask<{ fileName: string; base64: string }>('o-staff', 'sheet', { batchId })
    expect(data?.fileName).toBe('青海干部网络学院2023年6月第1批对账，迟报（2023年7月2日送到）.xlsx')
    expect(
      Buffer.from(data?.base64 ?? '', 'base64')
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })
})

describe('what a title’s review reads (NY22-12)', () => {
  const asked = { orgId: 'qh-unit', level: 'middle', applicationYear: 2023, idNumbers: null }

  test('a committee reads its own tree, masked, with the version of each year’s notice', async () => {
    expect((await act('o-staff', 'titleExport', asked)).code).toBe('ROLE_MISSING')
    expect((await act('o-committee', 'titleExport', { ...asked, orgId: 'unit-one' })).code).toBe(
      'OUT_OF_SCOPE',
    )
    const { data } = await act<TitleExportView>('o-committee', 'titleExport', asked)
    const person = data?.people.find(({ name }) => name === known.name)
    expect(person?.idNumber).toMatch(/^9901\*+/)
    expect(person?.outcome).toBe('short')
    const year = person?.years.find((one) => one.year === 2023)
    expect(year?.policyVersion).not.toBe('')
    expect(year?.state).toBe('未完成')
  })

  test('numbers in full are given with a reason, each an event of which its owner learns', async () => {
    const idNumbers = { readingId: 'r-1', reason: '2023年中级职称评审' }
    const { data } = await act<TitleExportView>('o-committee', 'titleExport', { ...asked, idNumbers })
    const person = data?.people.find(({ name }) => name === known.name)
    expect(person?.idNumber).toBe(known.idNumber)
    const committee = await town.get('bindings', 'o-committee')
    const { items } = await town.context().store.query('audit', 'bySubject', {
      equals: { subjectId: person?.personId ?? '' },
      limit: 100,
    })
    const read = items.filter(({ action }) => action === 'id-number-revealed')
    expect(read).toMatchObject([{ actorId: committee?.personId, role: 'committee', after: idNumbers.reason }])
    expect(await town.get('outbox', read[0]?._id ?? '')).toMatchObject({ kind: 'id-number-revealed' })
    expect((await act('o-committee', 'titleExport', { ...asked, idNumbers })).code).toBeNull()
  })

  test('the same as a spreadsheet', async () => {
    const { data } = await act<{ file: { base64: string }; next: null }>('o-committee', 'titleSheet', asked)
    expect(
      Buffer.from(data?.file.base64 ?? '', 'base64')
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    expect(data?.next).toBeNull()
  })
})
