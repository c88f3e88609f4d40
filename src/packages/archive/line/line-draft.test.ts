import { hundredths } from '@domain/kernel/hours'
import { readLine, typedOf } from './line-draft'

const TERMS = {
  year: 2022,
  hourName: '学时',
  kinds: [{ id: 'self-study', label: '自学类', ways: ['个人自学'], needsPhoto: true }],
  cap: { hours: hundredths(4000), label: '自学类每年' },
}
const FULL = {
  ...typedOf(null, TERMS),
  ...{ way: '个人自学', title: ' 土壤学 ', from: '2022-03-01', to: '2022-05-20', how: '读书', hours: '16.5' },
}

test('a new line begins with the notice’s kind, and says of each field what is missing', () => {
  const { errors, line } = readLine(typedOf(null, TERMS))
  expect(line).toBeNull()
  expect(Object.keys(errors)).toEqual(['way', 'title', 'from', 'to', 'how', 'hours'])
})

test('hours are hundredths, and blanks around words are nobody’s', () => {
  expect(readLine(FULL).line).toMatchObject({ kind: 'self-study', title: '土壤学', hours: 1650 })
})

test.each(['0', '-3', '1.234', 'x', '1000'])('%s is no number of hours', (hours) => {
  expect(readLine({ ...FULL, hours }).errors).toHaveProperty('hours')
})

test('a span does not end before it begins', () => {
  expect(readLine({ ...FULL, to: '2022-02-28' }).errors).toEqual({ to: '结束日期不能早于开始日期' })
})
