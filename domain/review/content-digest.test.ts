import { hoursOf } from '../kernel/hours'
import { type ClaimContent, contentDigest } from './content-digest'

const content: ClaimContent = {
  subject: { type: 'year' },
  claimedHours: hoursOf(16),
  fields: { title: '灌区节水论文', doi: '' },
  files: ['b', 'a'],
  accountHead: null,
}
const of = (change: Partial<ClaimContent>) => contentDigest({ ...content, ...change })

test.each<[what: string, change: Partial<ClaimContent>]>([
  ['the subject', { subject: { type: 'deeming', fact: { id: 'village', year: 2022 } } }],
  ['the hours', { claimedHours: hoursOf(12) }],
  ['no hours', { claimedHours: null }],
  ['a field', { fields: { title: '别人的论文' } }],
  ['one field more', { fields: { ...content.fields, level: '省级' } }],
  ['another file', { files: ['b', 'c'] }],
  ['one file less', { files: ['b'] }],
  ['what was learned in the year', { accountHead: 'head' }],
])('%s changed is another content', (_, change) => {
  expect(of(change)).not.toBe(contentDigest(content))
})

test.each<[what: string, change: Partial<ClaimContent>]>([
  ['the order of files', { files: ['a', 'b'] }],
  ['a file attached twice', { files: ['a', 'b', 'a'] }],
  ['a field left empty', { fields: { title: '灌区节水论文' } }],
  ['blanks around a field', { fields: { title: ' 灌区节水论文 ' } }],
  ['the order of fields', { fields: { doi: '', title: '灌区节水论文' } }],
])('%s is not', (_, change) => {
  expect(of(change)).toBe(contentDigest(content))
})
