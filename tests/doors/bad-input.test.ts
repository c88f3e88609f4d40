// Slightly wrong input, as people and their programs send it: each gets its code, nothing is lost, nothing is
// trusted.
import { instant } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import { newOrganisation } from '../../server/bodies/new-organisation'
import type { ClaimView, DraftView } from '../../server/claims/filing/views'
import type { ImportView, PreviewView } from '../../server/membership/roster/views'
import { jpegOf, pdfOf } from '../harness/files'
import { ROSTER_TITLES, type TestCell, xlsxOf } from '../harness/sheets'
import { type Answer, idNumberOf, TOKENS, Town, UNIT } from './town'

let town: Town
beforeAll(async () => {
  town = await Town.open()
  await plant('shandong')
  await join('o-keeper', '程守正', ['19791103', '353'])
  await town.appoint('o-keeper')
  await join('o-li', '李文静', ['19880808', '121'])
  await join('o-lu', '鲁安平', ['19860606', '131'], 'shandong-unit')
})
afterAll(() => town.close())

async function plant(region: Region): Promise<void> {
  const at = { state: 'verified' as const, at: instant(Date.parse('2022-08-15T10:00:00+08:00')) }
  const body = { id: `${region}-unit`, name: '外省单位', kind: 'unit', region, areaCode: '990101' } as const
  await town.context().store.insert('organisations', newOrganisation({ ...body, parent: null }, at))
}

async function join(
  openid: string,
  name: string,
  [birthday, sequence]: [string, string],
  unitId = UNIT,
): Promise<void> {
  await town.prepare(openid)
  const { code } = await town.register(openid, { name, idNumber: idNumberOf(birthday, sequence), unitId })
  if (code) throw new Error(code)
}

const ask = <T>(openid: string, path: string, input?: object): Promise<Answer<T>> =>
  town.send<T>(openid, { path, type: 'query', ...(input ? { input } : {}) })
const act = <T>(openid: string, path: string, input?: object): Promise<Answer<T>> =>
  town.send<T>(openid, { path, type: 'mutation', ...(input ? { input } : {}) })

let made = 0
const fresh = (): string => `draft-bad-${++made}`
const letters = (text: string): Uint8Array => new TextEncoder().encode(text)

async function upload(openid: string, bytes: Uint8Array, of = 'claim.uploadTicket'): Promise<string> {
  const { data } = await act<{ path: string }>(openid, of)
  return town.cloud.storage.put(data?.path ?? '', bytes)
}

const EQUIVALENT = {
  title: '岩土培训',
  organiser: '演示大学',
  from: '2022-07-04',
  to: '2022-07-06',
  hours: '24',
}

async function drafted(openid: string, typed: object = {}): Promise<string> {
  const draftId = fresh()
  const fields = { ...EQUIVALENT, ...typed }
  const { code } = await act(openid, 'claim.saveDraft', {
    draftId,
    kind: 'equivalent',
    targetYear: 2022,
    fields,
  })
  if (code) throw new Error(code)
  return draftId
}

const attached = (openid: string, draftId: string, file: { bytes: Uint8Array; name?: string }) =>
  upload(openid, file.bytes).then((fileId) =>
    act<DraftView>(openid, 'claim.attach', { draftId, fileId, name: file.name ?? '证书.pdf' }),
  )

describe('a file that is something else', () => {
  const PDF = Buffer.from(pdfOf()).toString('latin1')
  test.each([
    ['a program that carries a PDF', `MZ\u0090\u0000${PDF}`],
    ['a page that carries a PDF', `<!doctype html><script>1</script>${PDF}`],
    ['an archive that carries a PDF', `PK\u0003\u0004${PDF}`],
    ['a shell script', `#!/bin/sh\n# ${PDF}`],
    ['an SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
  ])('%s is refused by its bytes, whatever it is called', async (_, text) => {
    const draftId = await drafted('o-li')
    const { code } = await attached('o-li', draftId, { bytes: letters(text) })
    expect(code).toBe('FILE_TYPE')
    expect((await ask<DraftView>('o-li', 'claim.draft', { draftId })).data?.attachments).toEqual([])
  })

  test('a PDF that carries a page and an archive is kept and opened as a PDF, and as nothing else', async () => {
    const draftId = await drafted('o-li')
    const bytes = letters(`${PDF}<html><script>1</script></html>PK\u0003\u0004`)
    const { data } = await attached('o-li', draftId, { bytes, name: '证书.html' })
    const [file] = data?.attachments ?? []
    expect(file).toMatchObject({ type: 'application/pdf' })
    const of = { draftId, sha256: file?.sha256 }
    const opened = await ask<{ url: string }>('o-li', 'claim.attachmentUrl', of)
    expect(new URL(opened.data?.url ?? '').pathname).toMatch(/\.pdf$/)
  })
})

test.each([
  ['a way out', '../../../evidence/other/证书.jpg', '证书.jpg'],
  ['a way of Windows', 'C:\\Users\\me\\证书.jpg', '证书.jpg'],
  ['letters that run backwards', '证书\u202egpj.exe', '证书gpj.exe'],
  ['signs that nobody sees', '\u0000\u2066证书\u2069.jpg\ufeff', '证书.jpg'],
  ['nothing but a way', '../', '未命名文件'],
  ['a smile', '😀🎓证书.jpg', '😀🎓证书.jpg'],
])('a file’s name with %s is shown as what it is', async (_, name, shown) => {
  const draftId = await drafted('o-li')
  const bytes = jpegOf(String(++made))
  const { data } = await attached('o-li', draftId, { bytes, name })
  expect(data?.attachments.map((one) => one.name)).toEqual([shown])
})

describe('what is typed into a form', () => {
  test('digits of a Chinese keyboard count; what was typed stays', async () => {
    const typed = { from: '２０２２-０７-０４', to: '２０２２－０７－０６', hours: '８．５' }
    const draftId = await drafted('o-li', typed)
    await attached('o-li', draftId, { bytes: jpegOf('typed'), name: 'a.jpg' })
    const { data, code, details } = await act<ClaimView>('o-li', 'claim.submit', { draftId })
    expect([code, details]).toEqual([null, {}])
    expect(data).toMatchObject({ state: 'submitted', hours: 850 })
    const kept = await ask<DraftView>('o-li', 'claim.draft', { draftId })
    expect(kept.data?.fields).toMatchObject(typed)
  })

  test('emoji and rare characters stay, signs that turn the words around go', async () => {
    const title = '\u202e培训\u202c😀𫖯'
    const draftId = await drafted('o-li', { title })
    const { data } = await ask<DraftView>('o-li', 'claim.draft', { draftId })
    expect(data?.fields.title).toBe('培训😀𫖯')
  })

  test.each(['1e3', '0x10', 'Infinity', '∞', '½', '٢٤', '-1', '1,5'])(
    '%s is no number of hours',
    async (hours) => {
      const draftId = await drafted('o-li', { hours })
      await attached('o-li', draftId, { bytes: jpegOf(String(++made)) })
      const { code, details } = await act('o-li', 'claim.submit', { draftId })
      expect([code, details]).toEqual(['INPUT_INVALID', { fields: ['hours'] }])
    },
  )
})

test('outside the person’s region: a kind of another region’s notice is none, also for a draft begun before a move', async () => {
  const fields = {
    title: '论文',
    level: '省级',
    'author-rank': '1',
    on: '2022-05-20',
    'meets:published': 'yes',
  }
  const paper = { kind: 'paper', targetYear: 2022, fields }
  const draftId = fresh()
  const foreign = await act('o-li', 'claim.saveDraft', { draftId: fresh(), ...paper })
  expect(foreign.code).toBe('CLAIM_KIND_UNKNOWN')
  expect((await act('o-lu', 'claim.saveDraft', { draftId, ...paper })).code).toBeNull()
  await attached('o-lu', draftId, { bytes: jpegOf('of Lu') })
  const { store } = town.context()
  const binding = await store.get('bindings', 'o-lu')
  const person = await store.get('persons', binding?.personId ?? '')
  if (!person) throw new Error('nobody')
  await store.replace('persons', { ...person, region: 'shaanxi', unitId: UNIT })
  expect((await act('o-lu', 'claim.submit', { draftId })).code).toBe('CLAIM_KIND_UNKNOWN')
  const kept = await ask<DraftView>('o-lu', 'claim.draft', { draftId })
  expect(kept.data).toMatchObject({ submitted: false, fields })
  expect(kept.data?.attachments).toHaveLength(1)
})

test('the same certificate twice: its number however it is typed, and its photo', async () => {
  const photo = jpegOf('a certificate')
  const claimed = async (of: { bytes: Uint8Array; number: string }) => {
    const draftId = await drafted('o-li', { 'certificate-number': of.number })
    await attached('o-li', draftId, { bytes: of.bytes })
    return act('o-li', 'claim.submit', { draftId })
  }
  expect((await claimed({ bytes: photo, number: 'SX-2022 001a' })).code).toBeNull()
  const other = jpegOf('the same photographed again')
  for (const number of ['sx2022001A', 'ＳＸ－２０２２　００１ａ', 'SX—2022—001A'])
    expect((await claimed({ bytes: other, number })).code).toBe('EVIDENCE_USED')
  expect((await claimed({ bytes: photo, number: 'another' })).code).toBe('EVIDENCE_USED')
})

describe('a roster with names and numbers as people have and type them', () => {
  const number = (sequence: string): string => idNumberOf('19850610', sequence)
  const wide = (text: string): string =>
    [...text].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join('')
  /** One whose check character is X. */
  const withX = Array.from({ length: 999 }, (_, n) => number(String(n).padStart(3, '0'))).find((id) =>
    id.endsWith('X'),
  )
  const rows: TestCell[][] = [
    ['买买提•吐尔逊', number('201')],
    ['阿依古丽．买买提', wide(number('202')), '１３８００００１２３４'],
    ['才让多杰', (withX ?? '').toLowerCase()],
    ['孟小明', `\u202d${number('203')}\u202c`, '１３８００００１２３４'],
    ['𫖯𬱖', number('204')],
    ['孟😀', number('205')],
    ['=cmd|calc', number('206')],
    ['孟\u202e明', number('207'), '', '教师😀', '备注'],
  ]

  test('is read as meant, and what is no name is refused in its row', async () => {
    const bytes = xlsxOf({ rows: [ROSTER_TITLES, ...rows] })
    const fileId = await upload('o-keeper', bytes, 'roster.ticket')
    const begun = await act<ImportView>('o-keeper', 'roster.begin', {
      fileId,
      fileName: '../a/名\u202e册.xlsx',
    })
    expect([begun.code, begun.data?.fileName]).toEqual([null, '名册.xlsx'])
    const importId = begun.data?.id ?? ''
    await act('o-keeper', 'roster.check', { importId })
    const { data } = await ask<PreviewView>('o-keeper', 'roster.preview', { importId })
    expect(data?.rows.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
      '买买提·吐尔逊 created',
      '阿依古丽·买买提 created',
      '才让多杰 created',
      '孟小明 created',
      '𫖯𬱖 created',
      '孟😀 refused',
      '=cmd|calc refused',
      '孟明 created',
    ])
    await act('o-keeper', 'roster.confirm', { importId })
    await act('o-keeper', 'roster.step', { importId })
    for (const id of [number('202'), withX ?? ''])
      expect(await town.get('roster-lines', `${UNIT}:${town.hashOf(id)}`)).not.toBeNull()
  })

  test('registers under the same number however it is typed', async () => {
    await town.prepare('o-wide', '13800001234')
    const facts = { name: '阿依古丽•买买提', idNumber: wide(number('202')), token: TOKENS.unit }
    const { data } = await town.register('o-wide', facts)
    expect(data?.person.binding).toBe('verified')
  })
})
