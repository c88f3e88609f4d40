import { hoursOf } from '../../../domain/kernel/hours'
import { day } from '../../../domain/kernel/instant'
import { claimOf } from '../../../tests/harness/claim-of'
import type { ArchiveLine, StudyArchiveDocument } from '../archive/documents'
import type { ClaimDraftDocument } from './documents'
import { besideRecord, filledFrom } from './filled-from'
import type { FieldView } from './views'

const AT = claimOf().submittedAt
const file = (digit: string) => ({
  ...{ fileId: digit, name: `${digit}.jpg`, type: 'image/jpeg' as const, bytes: 1, sha256: digit.repeat(64) },
})
const line: ArchiveLine = {
  ...{ id: 'l', kind: 'self-study', way: '个人自学', title: '土壤学', how: '读书', hours: hoursOf(8.5) },
  ...{ from: day('2022-03-01'), to: day('2022-05-20'), attachments: [file('1'), file('2')], state: 'kept' },
  ...{ claimId: null, revision: 1, keptByName: '', keptAt: AT },
}
const archive: StudyArchiveDocument = {
  ...{ _id: 'a', version: 1, unitId: 'u', unitName: '', personId: 'p', personName: '', region: 'shandong' },
  ...{ targetYear: 2022, lines: [line] },
}
const draft: ClaimDraftDocument = {
  ...{ _id: 'p:d', version: 1, personId: 'p', kind: 'self-study', targetYear: 2022, claimId: null },
  ...{ fields: { title: '别的', hours: '40', note: '自己写的' }, attachments: [file('2'), file('3')] },
  ...{ state: 'open', savedAt: AT },
}
const field = (id: string, input: FieldView['input'] = 'kept'): FieldView => ({
  ...{ id, label: id, input, required: false, hint: '', options: [] },
})

test('the archive says what was learned and how many hours it is, not the claimant', () => {
  const ids = ['title', 'from', 'to', 'on', 'way', 'how', 'hours', 'level']
  const fields = [...ids.map((id) => field(id)), field('note', 'text')]
  expect(filledFrom(draft, { archive, line }, { fields }).fields).toEqual({
    ...{ title: '土壤学', from: '2022-03-01', to: '2022-05-20', on: '2022-05-20' },
    ...{ way: '个人自学', how: '读书', hours: '8.5', level: '', note: '自己写的' },
  })
})

test('only what is kept is taken from the line', () => {
  expect(filledFrom(draft, { archive, line }, { fields: [field('title', 'text')] }).fields).toEqual(
    draft.fields,
  )
})

test('the archive’s files first, then the claimant’s own, each once', () => {
  const { attachments } = filledFrom(draft, { archive, line }, { fields: [] })
  expect(attachments.map(({ name }) => name)).toEqual(['1.jpg', '2.jpg', '3.jpg'])
  expect(besideRecord(draft, line).map(({ name }) => name)).toEqual(['3.jpg'])
})
