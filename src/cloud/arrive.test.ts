import type { EnterView } from '@server/people/views'
import Taro from '@tarojs/taro'
import { arrive, comeIn, landAfterRegistration } from './arrive'
import { cloud } from './client'
import { enrolDraft } from './enrol-draft'
import { entryOf } from './entry'
import { queries } from './queries'
import { keyOf } from './use-cloud'

const callFunction = jest.mocked(Taro.cloud.callFunction) as unknown as jest.Mock
const UNIT = { id: 'u1', name: '青禾市第二人民医院', parentName: '', region: 'shaanxi' } as const
const CODE = entryOf({ scene: 1047, query: { scene: 'ab12' } })

const enters = (landing: EnterView['landing']) =>
  callFunction.mockResolvedValue({
    result: { result: { type: 'data', data: { landing, person: null, registration: {}, standard: null } } },
  })

beforeEach(() => {
  jest.clearAllMocks()
  queries.clear()
  enrolDraft.clear()
})

test('somebody new with a unit’s code begins to register, with the unit already chosen', async () => {
  enters({ page: 'enrol', unit: UNIT })
  await comeIn(CODE)
  expect(callFunction.mock.calls[0]?.[0]).toMatchObject({
    data: { path: 'account.enter', input: { channel: 'unit-code', scene: 1047, token: 'ab12' } },
  })
  expect(enrolDraft.load()).toMatchObject({ unit: UNIT, token: 'ab12' })
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/enrol/consent/index' })
})

test('who scans in the middle of registering goes on at the unit, not at the beginning', async () => {
  enters({ page: 'enrol', unit: UNIT })
  enrolDraft.keep({ consentVersion: '2022-08', name: '林晓岚' })
  await comeIn(CODE)
  expect(enrolDraft.load().name).toBe('林晓岚')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/enrol/unit/index' })
})

test('somebody new from a menu sees the home page first', async () => {
  enters({ page: 'enrol', unit: null })
  await comeIn(entryOf({ scene: 1035 }))
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})

test.each<[EnterView['landing'], string]>([
  [{ page: 'course', courseId: 'c 1' }, '/packages/study/course/index?courseId=c%201'],
  [{ page: 'review' }, '/packages/people/verify/index'],
])('a registered person who scans lands where the code points: %o', async (landing, url) => {
  enters(landing)
  await comeIn(CODE)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
})

test('unlocking the phone changes nothing; another code or channel is a visit of its own', async () => {
  enters({ page: 'home' })
  const code = entryOf({ scene: 1047, query: { scene: 'cd34' } })
  await arrive(code)
  await arrive(code)
  await arrive(entryOf({ scene: 1089 }))
  expect(callFunction).toHaveBeenCalledTimes(1)
  await arrive(entryOf({ scene: 1035 }))
  await arrive(code)
  expect(callFunction).toHaveBeenCalledTimes(3)
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})

test('a refused code leaves its refusal for the home page to show', async () => {
  const refusal = { code: 'TOKEN_USED', details: {} }
  callFunction.mockResolvedValue({ result: { error: { message: '', code: -32600, data: { refusal } } } })
  expect(await comeIn(CODE)).toBeNull()
  expect(queries.getQueryState(keyOf(cloud.account.enter))?.status).toBe('error')
})

test('after registration the code still says where to go', async () => {
  enters({ page: 'enrol', unit: UNIT })
  await comeIn(CODE)
  enters({ page: 'course', courseId: 'c1' })
  await landAfterRegistration()
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/study/course/index?courseId=c1' })
})
