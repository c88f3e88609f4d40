import { instant, plusSeconds } from '../../domain/kernel/instant'
import { signedTextOf } from '../../domain/outside/batch'
import { exchangeKeys } from '../../server/afterwards/keys/exchange-keys'
import type { UnitNature } from '../../server/bodies/documents'
import { newOrganisation } from '../../server/bodies/new-organisation'
import { spend } from '../../server/kernel/budget'
import { configHere } from '../../server/kernel/config'
import type { Context } from '../../server/kernel/context'
import { OUR_LIMITS } from '../../server/kernel/our-limits'
import { keyedHash, seal } from '../../server/kernel/ports/sealing'
import { openContent } from '../../server/outside/content'
import { rowsOfBatch } from '../../server/outside/documents'
import { workBatches } from '../../server/outside/work-batches'
import { line, newPartner, pushed } from '../harness/partner'
import { idNumberOf, Town, UNIT } from './town'

const JULY = Date.parse('2023-07-02T10:00:00+08:00')
const UNITS = { qinghai: 'qh-unit', shandong: 'sd-unit', ningxia: 'nx-unit' } as const
const academy = newPartner({ id: 'qh-cadre-academy', region: 'qinghai', name: '青海干部网络学院' })
const firstOfTaian = newPartner({ id: 'ta-tyjrp', region: 'shandong', name: '泰安市继续教育培训网' })
const secondOfTaian = newPartner({ id: 'ta-zhuanjip', region: 'shandong', name: '泰安市继续教育培训平台' })
const site = newPartner({ id: 'nxzj', region: 'ningxia', name: '宁夏继续教育培训网' })

let town: Town
beforeAll(async () => {
  town = await Town.open()
  const { store } = town.context()
  for (const [region, id] of Object.entries(UNITS) as [keyof typeof UNITS, string][])
    await store.insert(
      'organisations',
      newOrganisation(
        { id, name: `演示单位${id}`, region, kind: 'unit', areaCode: '990101', parent: null },
        { state: 'verified', at: instant(JULY) },
      ),
    )
  for (const partner of [academy, firstOfTaian, secondOfTaian, site])
    await partner.enlist(store, instant(JULY))
  await town.cloud.clock.set(JULY)
})
afterAll(() => town.close())

interface Somebody {
  openid: string
  facts: { name: string; idNumber: string }
}

const somebody = (openid: string, name: string, sequence: string): Somebody => ({
  openid,
  facts: { name, idNumber: idNumberOf('19900101', sequence) },
})

async function registers({ openid, facts }: Somebody, unitId: string): Promise<string> {
  await town.prepare(openid, `138${String(Date.now()).slice(-8)}`)
  const { data, code } = await town.register(openid, { ...facts, unitId })
  if (!data) throw new Error(`${openid}: ${code}`)
  return data.person.id
}

/** As a unit's reviewer does it, through the door. */
async function confirmed(who: Somebody, unitId: string): Promise<string> {
  const personId = await registers(who, unitId)
  const reviewer = `o-reviewer-${unitId}`
  if (!(await town.get('bindings', reviewer))) {
    await registers(
      somebody(reviewer, '核人事', String(900 + Object.values(UNITS).indexOf(unitId as never))),
      unitId,
    )
    await town.appoint(reviewer)
  }
  const { code } = await town.call(reviewer, 'review.confirm', { personId, decisionId: `d-${personId}` })
  if (code) throw new Error(code)
  return personId
}

const origin = () => town.cloud.origin
const clockRuns = () => town.cloud.clock.advanceMs(60_000)
const rowOf = (batchId: string, position: number) => town.get('outside-rows', `${batchId}:${position}`)
const accountOf = (personId: string, region: string, year: number) =>
  town.get('accounts', `${personId}:${region}:${year}`)

describe('who may push', () => {
  const rows = [line({ name: '马雪莲', idNumber: idNumberOf('19900101', '101') })]

  test('nobody without a key of the bureau’s list, nothing changed under way, nothing for another region', async () => {
    const stranger = newPartner({ id: 'elsewhere', region: 'qinghai', name: '别处' })
    const june = { month: '2023-06', sequence: 90, rows }
    expect((await stranger.push(origin(), june)).refusal).toMatchObject({ code: 'PROVIDER_UNKNOWN' })
    const signed = academy.sign(june)
    const altered = { ...signed, batch: { ...signed.batch, sequence: 91 } }
    expect((await pushed(origin(), altered)).refusal).toMatchObject({ code: 'BATCH_SIGNATURE' })
    expect((await pushed(origin(), { ...signed, keyId: 2 })).refusal).toMatchObject({
      code: 'BATCH_SIGNATURE',
    })
    for (const signature of ['0'.repeat(128), 'f'.repeat(128)])
      expect((await pushed(origin(), { ...signed, signature })).refusal).toMatchObject({
        code: 'BATCH_SIGNATURE',
      })
    expect((await academy.push(origin(), { ...june, region: 'shaanxi' })).refusal).toMatchObject({
      code: 'BATCH_REGION',
    })
    expect(await town.get('outside-batches', 'qh-cadre-academy:2023-06:90')).toBeNull()
  })

  test('a batch that is none, of a month to come, or with a line twice, is refused by its fields', async () => {
    expect((await pushed(origin(), { hello: 1 })).refusal).toMatchObject({ code: 'INPUT_INVALID' })
    const later = await academy.push(origin(), { month: '2023-08', sequence: 1, rows })
    expect(later.refusal).toMatchObject({ code: 'INPUT_INVALID', details: { fields: ['batch.month'] } })
    const twice = await academy.push(origin(), { month: '2023-06', sequence: 1, rows: [...rows, ...rows] })
    expect(twice.refusal).toMatchObject({ details: { fields: ['batch.rows.rowId'] } })
    const response = await fetch(`${origin()}/web/outside/anything`)
    expect(response.status).toBe(404)
  })

  test('QH23-23: a line without kind, content, time or the exam’s result is none, and nothing of its batch is kept', async () => {
    for (const field of ['category', 'courseTitle', 'completedOn', 'examPassed'] as const) {
      const { [field]: _left, ...rest } = line({ name: '马雪莲', idNumber: idNumberOf('19900101', '101') })
      const signed = academy.sign({ month: '2023-06', sequence: 80, rows: [rest as (typeof rows)[0]] })
      expect((await pushed(origin(), signed)).refusal).toMatchObject({
        code: 'INPUT_INVALID',
        details: { fields: [`batch.rows.0.${field}`] },
      })
    }
    expect(await town.get('outside-batches', 'qh-cadre-academy:2023-06:80')).toBeNull()
  })

  test('a sender has so many lines a day: what is over waits, and what was received is still answered', async () => {
    const limited = newPartner({ id: 'qh-limited', region: 'qinghai', name: '海东市某基地' })
    await limited.enlist(town.context().store, instant(JULY))
    const weight = OUR_LIMITS['outside-lines'].most - 1
    await spend(
      { ...town.context(), now: instant(town.cloud.clock.now()) },
      { limit: 'outside-lines', key: limited.id, weight },
    )
    const two = [...rows, line({ name: '马雪莲', idNumber: idNumberOf('19900101', '101') })]
    const over = await fetch(`${origin()}/web/outside/batches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(limited.sign({ month: '2023-06', sequence: 1, rows: two })),
    })
    expect(over.status).toBe(429)
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(600)
    expect(await over.json()).toMatchObject({ ok: false, refusal: { code: 'TOO_OFTEN' } })
    const last = { month: '2023-06', sequence: 2, rows }
    expect((await limited.push(origin(), last)).ok).toBe(true)
    expect((await limited.push(origin(), last)).ok).toBe(true)
    expect((await academy.push(origin(), { month: '2023-05', sequence: 70, rows })).ok).toBe(true)
  })

  test('a key that was withdrawn signs nothing any more', async () => {
    const former = newPartner({
      id: 'qh-health',
      region: 'qinghai',
      name: '省卫生健康委',
      kind: 'department',
    })
    const { store } = town.context()
    await former.enlist(store, instant(JULY))
    const provider = await store.get('outside-providers', former.id)
    if (!provider) throw new Error('not enlisted')
    const keys = provider.keys.map((key) => ({ ...key, withdrawnAt: instant(JULY) }))
    await store.replace('outside-providers', { ...provider, keys })
    expect((await former.push(origin(), { month: '2023-06', sequence: 1, rows })).refusal).toMatchObject({
      code: 'PROVIDER_KEY_WITHDRAWN',
      details: { keyId: 1 },
    })
  })
})

describe('the academy pushes June (QH23-5, QH23-22)', () => {
  const known = somebody('o-known', '马雪莲', '102')
  const later = somebody('o-later', '索南多杰', '103')
  const batchId = 'qh-cadre-academy:2023-06:1'
  const rows = [
    line(known.facts),
    line(later.facts),
    line({ ...known.facts, courseCode: 'X-1', courseTitle: '法宣在线年度学习' }),
    line({ ...known.facts, courseCode: 'X-2', category: 'professional' }),
    line({ ...known.facts, courseCode: 'X-3', hours: '四十五' }),
    line({ ...known.facts, name: '马雪梅', courseCode: 'X-4' }),
  ]
  const june = { month: '2023-06', sequence: 1, rows }
  let personId: string

  test('it is received once, late, and worked through by the clock', async () => {
    personId = await confirmed(known, UNITS.qinghai)
    const first = await academy.push(origin(), june)
    expect(first).toMatchObject({ ok: true, batch: { batchId, state: 'waiting', late: true, rows: 6 } })
    const again = await academy.push(origin(), june)
    expect(again.batch).toMatchObject({ batchId, rows: 6 })
    await clockRuns()
    expect((await academy.push(origin(), june)).batch).toMatchObject({
      state: 'done',
      settled: 6,
      counts: { taken: 1, already: 0, refused: 4, unmatched: 1 },
    })
  })

  test('another content under the same number is refused by name, and nothing changes', async () => {
    const other = { ...june, rows: rows.slice(1) }
    expect((await academy.push(origin(), other)).refusal).toEqual({
      code: 'BATCH_CONFLICT',
      details: { batchId },
    })
    expect(await town.get('outside-batches', batchId)).toMatchObject({ rowCount: 6, state: 'done' })
  })

  test('what was received before its signature was kept sealed is still told from another, and is sealed by the clock', async () => {
    const { store, ports, dice } = town.context()
    const [batch, content] = [
      await store.get('outside-batches', batchId),
      await store.get('outside-contents', batchId),
    ]
    if (!batch || !content) throw new Error('nothing was received')
    const kept = openContent(content, ports.secrets)
    const text = signedTextOf({ format: 1, providerId: academy.id, region: 'qinghai', ...june })
    const digest = keyedHash('outside-batch', text, ports.secrets)
    await store.replace('outside-batches', { ...batch, digest, signatureHex: kept.signature })
    const rowsAlone = seal(JSON.stringify(kept.rows), rowsOfBatch(batchId), ports.secrets, dice)
    await store.replace('outside-contents', { ...content, rows: rowsAlone })
    const other = { ...june, rows: rows.slice(1) }
    const told = async () => {
      expect((await academy.push(origin(), june)).batch).toMatchObject({ state: 'done', settled: 6 })
      expect((await academy.push(origin(), other)).refusal?.code).toBe('BATCH_CONFLICT')
    }
    await told()
    for (let run = 0; run < 3; run += 1) await exchangeKeys({ ...town.context(), now: instant(JULY) })
    expect(JSON.stringify(await store.get('outside-batches', batchId))).not.toContain(kept.signature)
    const sealed = await store.get('outside-contents', batchId)
    expect(sealed && openContent(sealed, ports.secrets)).toEqual(kept)
    await told()
  })

  test('of a line no number can be told from what is kept open, nor by the door that took it in', async () => {
    const part = { month: '2023-06', sequence: 9, rows: [line(known.facts)] }
    const { signature } = academy.sign(part)
    await academy.push(origin(), part)
    const { store, ports } = town.context()
    const id = `${academy.id}:2023-06:9`
    const open = JSON.stringify([
      await store.get('outside-batches', id),
      await store.get('outside-contents', id),
    ])
    expect(open).not.toContain(known.facts.idNumber)
    expect(open).not.toMatch(/"signature/)
    const content = await store.get('outside-contents', id)
    if (!content) throw new Error('nothing was received')
    expect(openContent(content, ports.secrets).signature).toHaveLength(signature.length)
    expect(() => openContent(content, configHere('web').secrets)).toThrow('web holds no XUESHI_ID_KEYS')
  })

  test('each line has its reason', async () => {
    const states = await Promise.all(rows.map((_, position) => rowOf(batchId, position)))
    expect(states.map((row) => [row?.state, row?.reason])).toEqual([
      ['taken', null],
      ['unmatched', 'PERSON_UNKNOWN'],
      ['refused', 'TOPIC_EXCLUDED'],
      ['refused', 'PROVIDER_NOT_LAWFUL'],
      ['refused', 'HOURS_MALFORMED'],
      ['refused', 'NAME_DIFFERS'],
    ])
    expect(JSON.stringify(states)).not.toContain(known.facts.idNumber)
  })

  test('the trainee sees where the hours came from', async () => {
    const { data } = await town.send<{ entries: { title: string; evidence: { text: string }[] }[] }>(
      known.openid,
      {
        path: 'hours.account',
        type: 'query',
        input: { year: 2023 },
      },
    )
    expect(data?.entries).toHaveLength(1)
    expect(data?.entries[0]?.title).toBe('推进青藏高原生态保护和可持续发展')
    const said = data?.entries[0]?.evidence.map(({ text }) => text).join('\n')
    expect(said).toContain('在青海干部网络学院学完，45 学时，考试合格')
    expect(said).toContain(
      '青海干部网络学院送来2023年6月的数据（第 1 批），签名核对无误；晚于通知规定的当月月底',
    )
    const account = await accountOf(personId, 'qinghai', 2023)
    expect(account?.lines).toHaveLength(1)
  })

  test('whoever registers and is verified later finds the hours there', async () => {
    const laterId = await registers(later, UNITS.qinghai)
    await clockRuns()
    expect(await accountOf(laterId, 'qinghai', 2023)).toBeNull()
    await town.call('o-reviewer-qh-unit', 'review.confirm', { personId: laterId, decisionId: 'd-later' })
    await clockRuns()
    expect(await rowOf(batchId, 1)).toMatchObject({ state: 'taken', personId: laterId })
    expect(await town.get('outside-batches', batchId)).toMatchObject({
      counts: { taken: 2, already: 0, refused: 4, unmatched: 0 },
    })
    expect((await accountOf(laterId, 'qinghai', 2023))?.lines).toHaveLength(1)
  })

  test('the same course in another batch is there already, and with other hours is said to differ', async () => {
    const part = {
      month: '2023-06',
      sequence: 2,
      rows: [line(known.facts), line({ ...known.facts, hours: '40' })],
    }
    await academy.push(origin(), part)
    await clockRuns()
    expect(await rowOf('qh-cadre-academy:2023-06:2', 0)).toMatchObject({
      state: 'already',
      reason: 'ALREADY_THERE',
    })
    expect(await rowOf('qh-cadre-academy:2023-06:2', 1)).toMatchObject({
      state: 'already',
      reason: 'ALREADY_OTHERWISE',
      by: `${batchId}:0|45`,
    })
    expect((await accountOf(personId, 'qinghai', 2023))?.lines).toHaveLength(1)
  })
})

test('one course of two of Tai’an’s platforms counts once; another course under the same code counts (NY22-4)', async () => {
  const who = somebody('o-taian', '颜承露', '104')
  const personId = await confirmed(who, UNITS.shandong)
  const course = {
    ...who.facts,
    courseCode: 'ZY-7',
    courseTitle: '果园土壤改良',
    category: 'professional',
    hours: '16',
    completedOn: '2022-06-20',
  }
  const push = (partner: typeof site, rows: ReturnType<typeof line>[]) =>
    partner.push(origin(), { month: '2022-06', sequence: 1, rows })
  expect((await push(firstOfTaian, [line(course)])).batch).toMatchObject({ late: false })
  await clockRuns()
  await push(secondOfTaian, [
    line(course),
    line({ ...course, courseTitle: '植物保护' }),
    line({ ...course, courseCode: 'ZY-8', examPassed: false }),
  ])
  await clockRuns()
  const rows = await Promise.all([0, 1, 2].map((position) => rowOf('ta-zhuanjip:2022-06:1', position)))
  expect(rows.map((row) => [row?.state, row?.reason])).toEqual([
    ['already', 'ALREADY_THERE'],
    ['taken', null],
    ['refused', 'CONDITION_MISSING'],
  ])
  expect((await accountOf(personId, 'shandong', 2022))?.portions.professional.counted).toBe(3_200)
})

test('years that a title of Ningxia looks at come in by what was completed in them (NX22-6)', async () => {
  const who = somebody('o-ningxia', '沙明远', '105')
  const personId = await confirmed(who, UNITS.ningxia)
  const rows = [2017, 2019, 2016].map((year) =>
    line({ ...who.facts, courseCode: `GX-${year}`, hours: '30', completedOn: `${year}-11-02` }),
  )
  await site.push(origin(), { month: '2022-06', sequence: 1, rows })
  await clockRuns()
  const states = await Promise.all(rows.map((_, position) => rowOf('nxzj:2022-06:1', position)))
  expect(states.map((row) => row?.state)).toEqual(['taken', 'taken', 'refused'])
  expect(states[2]?.reason).toBe('NO_RULE_FOR_YEAR')
  expect((await accountOf(personId, 'ningxia', 2017))?.portions.public.counted).toBe(3_000)
})

test('a line about somebody of another region is refused', async () => {
  const who = somebody('o-shaanxi', '林知远', '106')
  await confirmed(who, UNIT)
  await academy.push(origin(), {
    month: '2023-05',
    sequence: 1,
    rows: [line({ ...who.facts, completedOn: '2023-05-01' })],
  })
  await clockRuns()
  expect(await rowOf('qh-cadre-academy:2023-05:1', 0)).toMatchObject({
    state: 'refused',
    reason: 'REGION_OTHER',
  })
})

test('a run that dies in the middle is taken up where it was, and no hour counts twice', async () => {
  const people = [107, 108, 109].map((number) => somebody(`o-${number}`, '青措吉', String(number)))
  const ids: string[] = []
  for (const who of people) ids.push(await confirmed(who, UNITS.qinghai))
  const rows = Array.from({ length: 30 }, (_, index) =>
    line({
      ...(people[index % 3] ?? somebody('', '', '')).facts,
      courseCode: `GX-${Math.floor(index / 3)}`,
      hours: '1',
      completedOn: '2023-04-20',
    }),
  )
  // What followed from their registration is told, so that the batch is what the next run has to do: the first clock's.
  await clockRuns()
  await town.cloud.clock.set(Math.ceil(town.cloud.clock.now() / 60_000) * 60_000 + 46_000)
  await academy.push(origin(), { month: '2023-04', sequence: 1, rows })
  town.cloud.faults.add({
    kind: 'kill-instance',
    function: 'clock',
    action: 'database.commitTransaction',
    times: 1,
  })
  const silenced = jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  await clockRuns()
  expect(await town.get('outside-batches', 'qh-cadre-academy:2023-04:1')).toMatchObject({ cursor: 0 })
  expect(await rowOf('qh-cadre-academy:2023-04:1', 0)).toMatchObject({ state: 'taken' })
  expect(await rowOf('qh-cadre-academy:2023-04:1', 1)).toBeNull()
  // What the dead run held is let go when its lease ends; then two runs at once meet.
  const later = (): Context => ({ ...town.context(), now: plusSeconds(town.context().now, 75) })
  await Promise.all([workBatches(later()), workBatches(later())])
  await clockRuns()
  silenced.mockRestore()
  expect(await town.get('outside-batches', 'qh-cadre-academy:2023-04:1')).toMatchObject({
    state: 'done',
    cursor: 30,
    counts: { taken: 30, already: 0, refused: 0, unmatched: 0 },
  })
  for (const personId of ids) expect((await accountOf(personId, 'qinghai', 2023))?.lines).toHaveLength(10)
})

describe('QH23-19: a department pushes induction training of its people', () => {
  const department = newPartner({
    id: 'qh-line',
    region: 'qinghai',
    name: '演示行业主管部门',
    kind: 'department',
  })
  const newcomer = somebody('o-newcomer', '才让卓玛', '110')
  const batchOf = (sequence: number, more: object) => ({
    month: '2023-06',
    sequence,
    rows: [
      line({
        ...newcomer.facts,
        category: 'professional',
        courseTitle: '某医院2023年新进人员岗前培训',
        filing: '青人社备〔2023〕12号',
        ...more,
      }),
    ],
  })

  test('it counts for staff of an enterprise, and for nobody else', async () => {
    const { store } = town.context()
    await department.enlist(store, instant(JULY))
    const personId = await confirmed(newcomer, UNITS.qinghai)
    const recorded = async (nature: UnitNature | null) => {
      const unit = await store.get('organisations', UNITS.qinghai)
      if (!unit) throw new Error('no unit')
      await store.replace('organisations', { ...unit, nature })
    }
    const settled = async (sequence: number, nature: UnitNature | null) => {
      await recorded(nature)
      await department.push(origin(), batchOf(sequence, { courseCode: `NEW-${sequence}` }))
      await clockRuns()
      return rowOf(`qh-line:2023-06:${sequence}`, 0)
    }
    expect(await settled(1, null)).toMatchObject({
      state: 'refused',
      reason: 'TOPIC_EXCLUDED',
      by: 'induction',
    })
    expect(await settled(2, 'institution')).toMatchObject({ state: 'refused', reason: 'TOPIC_EXCLUDED' })
    expect(await settled(3, 'enterprise')).toMatchObject({ state: 'taken', personId })
    await recorded(null)
  })

  test('QH23-9: a line whose filing says that there is none is refused', async () => {
    const other = { courseCode: 'NEW-9', courseTitle: '新技术', filing: '无' }
    await department.push(origin(), batchOf(9, other))
    await clockRuns()
    expect(await rowOf('qh-line:2023-06:9', 0)).toMatchObject({
      state: 'refused',
      reason: 'CONDITION_MISSING',
      by: 'plan-approved',
    })
  })
})
