// One name, however it was typed: by the roster, at registration, and to the reviewer.

import type { PersonToVerify } from '../../server/membership/person-to-verify'
import type { ImportView, PreviewView } from '../../server/membership/roster/views'
import { CONSENT_VERSION } from '../../server/people/consent'
import { ROSTER_TITLES, xlsxOf } from '../harness/sheets'
import { idNumberOf, Town, UNIT } from './town'

const MOBILE = '13800001234'
const number = (place: number): string => idNumberOf('19850610', String(place).padStart(3, '0'))

let town: Town
beforeAll(async () => {
  town = await Town.open()
  await town.member('o-keeper', { name: '程守正', idNumber: idNumberOf('19791103', '353') })
  await town.appoint('o-keeper')
})
afterAll(() => town.close())

/** Brings rows of name and number in, and gives back how each was judged before. */
async function broughtIn(rows: readonly [name: string, idNumber: string][]): Promise<PreviewView['rows']> {
  const people = rows.map(([name, idNumber]) => [name, idNumber, MOBILE, '教师', ''])
  return preview(xlsxOf({ rows: [ROSTER_TITLES, ...people] }))
}

async function preview(bytes: Uint8Array): Promise<PreviewView['rows']> {
  const { data: ticket } = await town.call<{ path: string }>('o-keeper', 'roster.ticket')
  const fileId = await town.cloud.storage.put(ticket?.path ?? '', bytes)
  let { data: view } = await town.call<ImportView>('o-keeper', 'roster.begin', {
    fileId,
    fileName: '册.xlsx',
  })
  const importId = view?.id ?? ''
  while (view?.state === 'checking')
    view = (await town.call<ImportView>('o-keeper', 'roster.check', { importId })).data
  const { data: preview } = await town.call<PreviewView>('o-keeper', 'roster.preview', { importId })
  view = (await town.call<ImportView>('o-keeper', 'roster.confirm', { importId })).data
  while (view?.state === 'running')
    view = (await town.call<ImportView>('o-keeper', 'roster.step', { importId })).data
  return preview?.rows ?? []
}

async function registered(openid: string, name: string, idNumber: string): Promise<string | undefined> {
  await town.prepare(openid, MOBILE)
  const token = await town.codeOf(UNIT)
  return (await town.register(openid, { name, idNumber, token })).data?.person.binding
}

async function bindingOf(openid: string): Promise<string | undefined> {
  const bound = await town.get('bindings', openid)
  return (await town.get('persons', bound?.personId ?? ''))?.binding
}

const waiting = async (): Promise<PersonToVerify[]> => {
  const asked = { orgId: UNIT, binding: 'claimed' }
  return (
    (await town.call<{ people: PersonToVerify[] }>('o-keeper', 'review.people', asked)).data?.people ?? []
  )
}

test.each([
  ['\u2ee2明', '马明', 1],
  ['\u2f29红梅', '小红梅', 2],
  ['\uf9dc庆生', '隆庆生', 3],
  ['古丽娜尔ㆍ艾山', '古丽娜尔･艾山', 4],
  ['\ue863明', '䶮明', 5],
])('a roster’s %s is %s who registers', async (onRoster, typed, place) => {
  expect(await broughtIn([[onRoster, number(place)]])).toMatchObject([{ verdict: 'created', why: '' }])
  expect(await registered(`o-after-${place}`, typed, number(place))).toBe('verified')
  // And the other way about: who waits is confirmed by a sheet that writes the name otherwise.
  expect(await registered(`o-before-${place}`, typed, number(place + 100))).toBe('claimed')
  expect(await broughtIn([[onRoster, number(place + 100)]])).toMatchObject([
    { verdict: 'created', why: '本人已经登记，导入后即核对通过' },
  ])
  expect(await bindingOf(`o-before-${place}`)).toBe('verified')
})

test('a name that differs by a slip is shown as such to the reviewer, who decides', async () => {
  expect(await registered('o-slip', '王晓明', number(20))).toBe('claimed')
  const [row] = await broughtIn([['王小明', number(20)]])
  expect(row?.why).toContain('本人登记的姓名是“王晓明”，和这里只差一点')
  expect(await bindingOf('o-slip')).toBe('claimed')
  expect((await waiting()).find(({ name }) => name === '王晓明')).toMatchObject({
    roster: 'name-near',
    rosterName: '王小明',
  })
})

test('a name of one character is taken, and confirmed by a person alone', async () => {
  expect(await broughtIn([['难', number(21)]])).toMatchObject([{ verdict: 'created' }])
  expect(await registered('o-short', '难', number(21))).toBe('claimed')
  expect((await broughtIn([['难', number(21)]]))[0]?.why).toContain('姓名只有一个字')
  expect(await bindingOf('o-short')).toBe('claimed')
  expect((await waiting()).find(({ name }) => name === '难')).toMatchObject({
    roster: 'on-roster',
    isShortName: true,
  })
})

test('a foreigner registers with the number and the letters of the permanent residence card (GA 2102-2023)', async () => {
  const { checkCharacterOf } = await import('../../domain/identity/id-number')
  const seventeen = '91199919850101001'
  const idNumber = seventeen + checkCharacterOf(seventeen)
  expect(await broughtIn([['BERG ANNA', idNumber]])).toMatchObject([{ verdict: 'created', why: '' }])
  expect(await registered('o-foreign', 'Berg Anna', idNumber)).toBe('verified')
})

test('a verified person who gives the name in another form is the same person', async () => {
  await broughtIn([['马骏', number(30)]])
  expect(await registered('o-again', '马骏', number(30))).toBe('verified')
  const again = await town.register('o-again', { name: '\u2ee2骏', idNumber: number(30) })
  expect([again.code, again.data?.person.binding]).toEqual([null, 'verified'])
})

test('a unit in a sheet is the unit that is meant, typed on another keyboard or copied from a PDF', async () => {
  const rows = [
    ['孟小甲', number(50), '长宁市第\u2f00中学'],
    ['孟小乙', number(51), ' 长宁市 第一中学'],
  ].map(([name = '', idNumber = '', unit = '']) => [name, idNumber, MOBILE, '教师', '', unit])
  expect(await preview(xlsxOf({ rows: [[...ROSTER_TITLES, '单位名称'], ...rows] }))).toMatchObject([
    { verdict: 'created', unitName: '长宁市第一中学' },
    { verdict: 'created', unitName: '长宁市第一中学' },
  ])
})

test('a phone’s name in the log reads as it is stored: no mark of direction, nothing unseen', async () => {
  await town.prepare('o-device', MOBILE)
  const facts = { name: '孟小机', idNumber: number(40), unitId: UNIT, consentVersion: CONSENT_VERSION }
  const { data } = await town.send<{ person: { id: string } }>('o-device', {
    ...{ path: 'account.register', type: 'mutation', input: { ...facts, channel: 'search' } },
    device: '\u202eenohP\u202c\ufeff\u0007 14',
  })
  const person = await town.get('persons', data?.person.id ?? '')
  const line = await town.get('audit', `register:${person?._id}:${person?.version}`)
  expect(line?.device).toBe('enohP 14')
})
