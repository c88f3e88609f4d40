import Taro from '@tarojs/taro'
import { queries } from './queries'
import { scanCode } from './scan-code'

const callFunction = jest.mocked(Taro.cloud.callFunction) as unknown as jest.Mock
const camera = jest.mocked(Taro.scanCode) as unknown as jest.Mock

beforeEach(() => {
  jest.clearAllMocks()
  queries.clear()
})

const home = { landing: { page: 'home' }, person: null, registration: {}, standard: null }

test.each([
  ['WeChat’s own code', { result: '', path: 'pages/home/index?scene=ab12' }],
  ['a plain code', { result: 'https://code.invalid/q?page=x&scene=ab12', path: '' }],
])('%s goes where the server says', async (_, scanned) => {
  camera.mockResolvedValue(scanned)
  callFunction.mockResolvedValue({ result: { result: { type: 'data', data: home } } })
  await scanCode()
  expect(callFunction.mock.calls[0]?.[0]).toMatchObject({ data: { input: { token: 'ab12' } } })
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})

test('a refused code is explained on the home page', async () => {
  camera.mockResolvedValue({ result: '', path: 'pages/home/index?scene=old' })
  const refusal = { code: 'TOKEN_EXPIRED', details: { expiredAt: 0 } }
  callFunction.mockResolvedValue({ result: { error: { message: '', code: -32600, data: { refusal } } } })
  await scanCode()
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})

test('somebody else’s code is said so and nothing is asked; a closed camera says nothing', async () => {
  camera.mockResolvedValueOnce({ result: 'https://example.com', path: '' })
  await scanCode()
  expect(Taro.showModal).toHaveBeenCalledTimes(1)
  camera.mockRejectedValueOnce({ errMsg: 'scanCode:fail cancel' })
  await scanCode()
  expect(Taro.showModal).toHaveBeenCalledTimes(1)
  expect(callFunction).not.toHaveBeenCalled()
})
