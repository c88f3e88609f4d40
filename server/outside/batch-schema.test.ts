import { delivery } from './batch-schema'

const ROW = {
  rowId: 'L1',
  idNumber: '990101199001011236',
  name: '马雪莲',
  courseCode: 'GX-1',
  courseTitle: '新发展理念',
  category: 'public',
  hours: '30',
  completedOn: '2023-06-01',
  examPassed: true,
}
const BATCH = {
  format: 1,
  providerId: 'nxzj',
  region: 'ningxia',
  month: '2023-06',
  sequence: 1,
  rows: [ROW],
}
const SENT = { batch: BATCH, keyId: 1, signature: 'a'.repeat(128) }

const faultsOf = (sent: unknown): string[] => {
  const read = delivery.safeParse(sent)
  return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'))
}
const ofBatch = (change: object) => faultsOf({ ...SENT, batch: { ...BATCH, ...change } })
const ofRow = (change: object) => ofBatch({ rows: [{ ...ROW, ...change }] })

test('a delivery as the document for senders shows it is read', () => {
  expect(faultsOf(SENT)).toEqual([])
  expect(ofRow({ year: 2022, mode: 'online', section: '学习强国', filing: '备案 1 号' })).toEqual([])
  expect(ofRow({ mode: 'face-to-face' })).toEqual([])
  expect(faultsOf({ ...SENT, signature: 'A0'.repeat(64) })).toEqual([])
})

test.each(['2000-01', '2023-09', '2023-10', '2023-12', '2099-12'])('%s is a month', (month) => {
  expect(ofBatch({ month })).toEqual([])
})

test.each(['', '2023-00', '2023-13', '2023-1', '1999-12', '2123-01', 'x2023-06', '2023-06-01', '12023-06'])(
  '“%s” is no month of a batch',
  (month) => {
    expect(ofBatch({ month })).toEqual(['batch.month'])
  },
)

test.each([
  ['127 letters', 'a'.repeat(127)],
  ['129 letters', 'a'.repeat(129)],
  ['something before it', `0x${'a'.repeat(128)}`],
  ['a letter that is no figure', 'g'.repeat(128)],
])('a signature of %s is none', (_, signature) => {
  expect(faultsOf({ ...SENT, signature })).toEqual(['signature'])
})

describe('a part of a month', () => {
  test('has its number, from 1 to 9,999', () => {
    expect(ofBatch({ sequence: 9_999 })).toEqual([])
    for (const sequence of [0, 10_000, 1.5]) expect(ofBatch({ sequence })).toEqual(['batch.sequence'])
  })

  test('has a sender, and at least one line', () => {
    expect(ofBatch({ providerId: '' })).toEqual(['batch.providerId'])
    expect(ofBatch({ rows: [] })).toEqual(['batch.rows'])
    expect(ofBatch({ format: 2 })).toEqual(['batch.format'])
  })

  test('carries nothing that is not described: everything in it is signed', () => {
    expect(ofBatch({ note: '' })).toEqual(['batch'])
    expect(ofRow({ remark: '' })).toEqual(['batch.rows.0'])
    expect(faultsOf({ ...SENT, more: 1 })).toEqual([''])
  })

  test('is signed with a key that has a number', () => {
    for (const keyId of [0, 1.5]) expect(faultsOf({ ...SENT, keyId })).toEqual(['keyId'])
  })
})

describe('a line', () => {
  test.each<[string, number]>([
    ['rowId', 60],
    ['idNumber', 40],
    ['name', 100],
    ['courseCode', 60],
    ['courseTitle', 200],
    ['category', 40],
    ['hours', 20],
    ['completedOn', 20],
    ['section', 60],
    ['filing', 60],
  ])('%s has at most %i letters', (field, most) => {
    expect(ofRow({ [field]: '学'.repeat(most) })).toEqual([])
    expect(ofRow({ [field]: '学'.repeat(most + 1) })).toEqual([`batch.rows.0.${field}`])
  })

  test('has a number of its own, by which its sender finds it', () => {
    expect(ofRow({ rowId: '' })).toEqual(['batch.rows.0.rowId'])
  })

  test('counts for a year between 1900 and 2200, where it names one', () => {
    for (const year of [1900, 2200]) expect(ofRow({ year })).toEqual([])
    for (const year of [1899, 2201, 2022.5]) expect(ofRow({ year })).toEqual(['batch.rows.0.year'])
  })

  test('was learned online or face to face, where it says how', () => {
    expect(ofRow({ mode: 'by-post' })).toEqual(['batch.rows.0.mode'])
  })
})
