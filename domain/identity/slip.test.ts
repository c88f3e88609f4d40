import { isSlip } from './slip'

const NUMBER = '990101198809261422'

test.each([
  ['the same', '苏映雪', NUMBER, true],
  ['another name of the same number', '苏映霜', NUMBER, true],
  ['one digit and the checksum', '苏映雪', '990101198809261328', true],
  ['two exchanged and the checksum', '苏映雪', '990101198890261420', true],
  ['four otherwise', '苏映雪', '990101198809262533', true],
  ['five otherwise', '苏映雪', '990101198809372533', false],
  ['another name and one digit', '苏映霜', '990101198809261423', false],
  ['cut short', '苏映雪', '99010119880926142', false],
])('%s', (_what, name, idNumber, expected) => {
  expect(isSlip({ name: '苏映雪', idNumber: NUMBER }, { name, idNumber })).toBe(expected)
})
