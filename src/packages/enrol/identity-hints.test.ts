import { checkCharacterOf } from '@domain/identity/id-number'
import { idNumberHint, maskedIdNumber, nameHint, typedIdNumber, typedName } from './identity-hints'

const lawful = (seventeen: string): string => seventeen + checkCharacterOf(seventeen)
const ID_NUMBER = lawful('99010119900101123')

test.each([
  ['9901011990', '应为 18 位'],
  [
    ID_NUMBER.slice(0, 17) + (ID_NUMBER.endsWith('1') ? '2' : '1'),
    '身份证号最后一位不对，请对照证件再看一遍',
  ],
  [lawful('99010119900230123'), '出生日期'],
  [lawful('00010119900101123'), '前 6 位'],
])('%s: %s', (typed, hint) => expect(idNumberHint(typed)).toContain(hint))

test('a lawful number and name get no hint', () => {
  expect(idNumberHint(ID_NUMBER)).toBe('')
  expect(nameHint('古丽娜尔·艾山', ID_NUMBER)).toBe('')
})

test('a name of digits is told what is on the card', () =>
  expect(nameHint('12345', '')).toContain('身份证上的中文姓名'))

test('typing in groups and with a small x still gives the number', () => {
  expect(typedIdNumber('990101 19900101 123x')).toBe('99010119900101123X')
})

test('it is shown as others will see it', () => {
  expect(maskedIdNumber(ID_NUMBER)).toMatch(/^9901\*{10}\d{3}[\dX]$/)
  expect(maskedIdNumber('9901')).toBe('')
})

test('a foreigner’s card has a name of Latin letters, and its spaces are kept', () => {
  expect(nameHint('Anna Berg', lawful('91199919850101001'))).toBe('')
  expect(nameHint('Anna Berg', ID_NUMBER)).toContain('中文姓名')
  expect([typedName(' Anna  Berg'), typedName('王 明')]).toEqual(['Anna Berg', '王明'])
})

test('a character that only one system can show blames nobody', () =>
  expect(nameHint('王\ue000', ID_NUMBER)).toContain('不是你写错了'))
