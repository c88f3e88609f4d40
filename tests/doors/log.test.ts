// The lines that deployed functions write to their log: enough to find a call, and nothing about a person.
import { CONSENT_VERSION } from '../../server/people/consent'
import { eventually } from '../harness/eventually'
import { idNumberOf, Town, UNIT } from './town'

let town: Town
beforeAll(async () => {
  town = await Town.open()
})
afterAll(() => town.close())

const PERSON = {
  openid: 'o6zAJs3oh4QJhHqzYrJHs8WmvGxQ',
  name: '欧阳静文',
  mobile: '13912345678',
  idNumber: idNumberOf('19880808', '121'),
}

type Line = Record<string, unknown> & { callId: string }
const lines = (): Line[] => town.cloud.logs.map((line) => JSON.parse(line) as Line)

/** The log comes by itself, a little after the answer. */
const lineOf = (callId: string): Promise<Line> =>
  eventually(() => lines().find((line) => line.callId === callId))

const registering = (change: object = {}) => ({
  path: 'account.register',
  type: 'mutation',
  input: {
    name: PERSON.name,
    idNumber: PERSON.idNumber,
    unitId: UNIT,
    consentVersion: CONSENT_VERSION,
    channel: 'search',
    ...change,
  },
})

async function callIdOf(event: object): Promise<string> {
  const { result } = await town.cloud.invoke('api', event, { openid: PERSON.openid })
  return (result as { error: { data: { callId: string } } }).error.data.callId
}

test('a fault and each refusal are found by the number that the phone was told', async () => {
  await town.prepare(PERSON.openid, PERSON.mobile)
  town.cloud.faults.add({ kind: 'error', code: 'SYS_ERR', collection: 'persons', times: 20 })
  const broken = await callIdOf(registering())
  town.cloud.faults.clear()
  expect(broken).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  expect(await lineOf(broken)).toMatchObject({
    door: 'api',
    path: 'account.register',
    fault: { message: expect.stringContaining('-501001 resource system error') },
    ms: expect.any(Number),
  })
  const malformed = await callIdOf(registering({ idNumber: `${PERSON.idNumber.slice(0, 17)}?` }))
  expect(await lineOf(malformed)).toMatchObject({
    path: 'account.register',
    code: 'ID_NUMBER_MALFORMED',
  })
  const forged = await callIdOf({ ...registering(), openid: 'o-another' })
  expect(await lineOf(forged)).toMatchObject({ path: 'account.register', code: 'CALL_FORGED' })
  const elsewhere = await callIdOf({ ...registering(), path: `account.${PERSON.name}` })
  expect(await lineOf(elsewhere)).toMatchObject({ path: 'unknown', code: 'INPUT_INVALID' })
})

test('names, numbers, OPENID and input are in no line', () => {
  const log = town.cloud.logs.join('\n')
  expect(lines().length).toBeGreaterThanOrEqual(4)
  for (const personal of [...Object.values(PERSON), PERSON.idNumber.slice(0, 17), 'o-another', '长宁市'])
    expect(log).not.toContain(personal)
})
