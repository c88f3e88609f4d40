import Taro from '@tarojs/taro'
import { EMPTY_DRAFT, enrolDraft } from './enrol-draft'

const KEY = 'xueshi:1:enrol'
const UNIT = {
  id: 'u1',
  name: '青禾市第二人民医院',
  parentName: '青禾市卫生健康委员会',
  region: 'shaanxi',
} as const

beforeEach(() => enrolDraft.clear())

test('what was typed survives a killed app, step by step', () => {
  enrolDraft.keepUnit({ unit: UNIT, token: 'ab12' })
  enrolDraft.keep({ name: '林晓岚' })
  enrolDraft.keep({ idNumber: '99010119900101123' })
  expect(enrolDraft.load()).toEqual({
    ...EMPTY_DRAFT,
    unit: UNIT,
    token: 'ab12',
    name: '林晓岚',
    idNumber: '99010119900101123',
  })
})

test('the ID number leaves the phone after two hours, and nothing else does', () => {
  const began = Date.now()
  enrolDraft.keep({ name: '林晓岚', idNumber: '990101199001011230' })
  const clock = jest.spyOn(Date, 'now').mockReturnValue(began + 2 * 3_600_000 - 1_000)
  // Typing something else does not keep the number for longer.
  enrolDraft.keep({ mobileMasked: '138****1234' })
  expect(enrolDraft.load().idNumber).toBe('990101199001011230')
  clock.mockReturnValue(began + 2 * 3_600_000 + 1_000)
  expect(enrolDraft.load()).toEqual({ ...EMPTY_DRAFT, name: '林晓岚', mobileMasked: '138****1234' })
  enrolDraft.forgetOldNumber()
  expect(JSON.stringify(Taro.getStorageSync(KEY))).not.toContain('990101')
  clock.mockRestore()
  expect(enrolDraft.load()).toMatchObject({ name: '林晓岚', idNumber: '' })
})

test('a number that an earlier version kept has no hour, and goes', () => {
  Taro.setStorageSync(KEY, { name: '林晓岚', idNumber: '990101199001011230' })
  expect(enrolDraft.load()).toEqual({ ...EMPTY_DRAFT, name: '林晓岚' })
})

test('once registered nothing of it stays on the phone', () => {
  enrolDraft.keep({ name: '林晓岚', idNumber: '990101199001011230' })
  enrolDraft.clear()
  expect(enrolDraft.load()).toEqual(EMPTY_DRAFT)
  expect(Taro.getStorageSync(KEY)).toBe('')
})

test.each([
  [null],
  ['text'],
  [{ name: 7, unit: { id: 'u1' }, token: [] }],
  [{ unit: { ...UNIT, region: 'mars' } }],
])('a stored %j is not misread', (stored) => {
  Taro.setStorageSync(KEY, stored)
  expect(enrolDraft.load()).toEqual(EMPTY_DRAFT)
})

test('a full storage stops nobody: the value is then not kept', () => {
  jest.mocked(Taro.setStorageSync).mockImplementationOnce(() => {
    throw new Error('exceed max size')
  })
  expect(enrolDraft.keep({ name: '林晓岚' }).name).toBe('林晓岚')
  expect(enrolDraft.load().name).toBe('')
})
