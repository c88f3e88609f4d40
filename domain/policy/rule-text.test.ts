import { ruleText, ruleTexts } from './rule-text'
import type { RuleSource } from './value'

const stated: RuleSource = { state: 'stated', value: 1, clause: 'SX22-1', words: '不少于80小时' }
const reading: RuleSource = { state: 'reading', value: 1, reading: '我们的理解' }
const missing: RuleSource = { state: 'missing', document: '附件2', clause: 'QH23-18', words: '见附件2' }

test.each<[string, RuleSource, object]>([
  ['stated', stated, { clause: 'SX22-1', state: 'stated', words: '不少于80小时', note: '' }],
  ['a reading', reading, { clause: null, state: 'reading', words: '', note: '我们的理解' }],
  [
    'a reading of a clause',
    { ...reading, clause: 'QH23-9', words: '7月中旬前' },
    { clause: 'QH23-9', state: 'reading', words: '7月中旬前', note: '我们的理解' },
  ],
  [
    'silent',
    { state: 'silent', note: '通知没有规定。' },
    { clause: null, state: 'silent', words: '', note: '通知没有规定。' },
  ],
  [
    'missing (QH23-18)',
    missing,
    {
      clause: 'QH23-18',
      state: 'missing',
      words: '见附件2',
      note: '官方表格《附件2》没有公布在通知里，学时以审核人认定的为准。',
    },
  ],
  [
    'missing, by a name that bears its own marks (SX22-9)',
    { ...missing, document: '《管理暂行办法》（27号）' },
    {
      clause: 'QH23-18',
      state: 'missing',
      words: '见附件2',
      note: '官方表格《管理暂行办法》（27号）没有公布在通知里，学时以审核人认定的为准。',
    },
  ],
])('%s', (_, rule, text) => {
  expect(ruleText(rule)).toEqual(text)
})

test('several rules are worded once each, in the order in which they decided', () => {
  const other: RuleSource = { ...reading, reading: '另一个理解' }
  expect(ruleTexts([reading, null, stated, undefined, { ...reading }, other])).toEqual(
    [reading, stated, other].map(ruleText),
  )
  const elsewhere: RuleSource = { ...stated, clause: 'SX22-2' }
  const otherwise: RuleSource = { ...stated, words: '不少于24小时' }
  expect(ruleTexts([stated, elsewhere, otherwise])).toHaveLength(3)
  expect(ruleTexts([])).toEqual([])
})
