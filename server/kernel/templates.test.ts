import { fitsTemplate, type Subscription, wordsFor } from './templates'

const office = { id: 't', fields: { result: 'phrase3', note: 'thing5' } }
const decided = (result: string, note: string): Subscription => ({
  template: 'claim-decided',
  data: { result, note },
  page: 'pages/home/index',
})

test.each<[text: string, told: string]>([
  ['二十个字正好不用截断也不加省略号的一句话', '二十个字正好不用截断也不加省略号的一句话'],
  ['二十一个字就要截断了并且加上一个省略号的话', '二十一个字就要截断了并且加上一个省略号…'],
  ['请补盖章\n  再写明日期', '请补盖章 再写明日期'],
  // One letter beyond the first plane is one letter.
  ['𠮷'.repeat(21), `${'𠮷'.repeat(19)}…`],
])('%s is told as %s', (text, told) => {
  expect(wordsFor(decided('已入账', text), office)).toEqual({ phrase3: '已入账', thing5: told })
})

test('a phrase is never longer than five characters', () => {
  expect(wordsFor(decided('一二三四五六', '好'), office)).toEqual({ phrase3: '一二三四五', thing5: '好' })
})

test.each<[fits: boolean, fields: Record<string, string>]>([
  [true, { result: 'phrase3', note: 'thing5' }],
  [false, { result: 'phrase3' }],
  [false, { result: 'thing3', note: 'thing5' }],
  [false, { result: 'phrase', note: 'thing5' }],
  [false, { result: 'phrase3', note: 'thing5', day: 'date1' }],
  [false, { constructor: 'thing1', note: 'thing5' }],
])('%s: %j', (fits, fields) => {
  expect(fitsTemplate('claim-decided', fields)).toBe(fits)
})
