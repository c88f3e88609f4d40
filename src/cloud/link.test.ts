import { doorOf } from '@domain/kernel/doors'
import Taro from '@tarojs/taro'
import { cloud } from './client'
import { retryTransport } from './queries'
import { refusalOf } from './refusal'

const callFunction = jest.mocked(Taro.cloud.callFunction) as unknown as jest.Mock

beforeEach(() => callFunction.mockReset())

test.each([
  ['study.open', 'study'],
  ['exam.save', 'study'],
  ['home.view', 'api'],
  ['review.people', 'api'],
  ['roster.begin', 'office'],
  ['outside.batches', 'office'],
  ['studyroom.list', 'api'],
])('%s goes to the function %s', (path, door) => expect(doorOf(path)).toBe(door))

test('data comes through as it is', async () => {
  callFunction.mockResolvedValue({ result: { result: { type: 'data', data: { version: '2022-08' } } } })
  await expect(cloud.account.consent.mutate({ version: '2022-08' })).resolves.toEqual({ version: '2022-08' })
  expect(callFunction).toHaveBeenCalledWith({
    name: 'api',
    data: { path: 'account.consent', type: 'mutation', input: { version: '2022-08' }, device: '' },
  })
})

test('a refusal is an answer: typed, and never asked again', async () => {
  const refusal = { code: 'PHONE_CODE_USED', details: {} }
  callFunction.mockResolvedValue({ result: { error: { message: '', code: -32600, data: { refusal } } } })
  const error: unknown = await cloud.account.phone.mutate({ code: 'x' }).catch((cause: unknown) => cause)
  expect(refusalOf(error)).toEqual(refusal)
  expect(retryTransport(0, error)).toBe(false)
})

test('a lost call is no refusal, and is worth two more tries', async () => {
  callFunction.mockRejectedValue({ errMsg: 'cloud.callFunction:fail timeout' })
  const error: unknown = await cloud.account.phone.mutate({ code: 'x' }).catch((cause: unknown) => cause)
  expect(refusalOf(error)).toBeNull()
  expect([0, 1, 2].map((failures) => retryTransport(failures, error))).toEqual([true, true, false])
})

describe('a call over the door’s allowance', () => {
  const refusal = { code: 'TOO_OFTEN', details: { againAt: 1 } }
  const over = (waitMs: number) => ({
    result: { error: { message: '', code: -32600, data: { refusal, waitMs } } },
  })
  const asked = () => cloud.account.consent.mutate({ version: '2022-08' }).catch(refusalOf)

  test('is made again after a short wait, unseen', async () => {
    callFunction.mockResolvedValueOnce(over(20)).mockResolvedValueOnce(over(20))
    callFunction.mockResolvedValue({ result: { result: { type: 'data', data: 'done' } } })
    expect(await asked()).toBe('done')
    expect(callFunction).toHaveBeenCalledTimes(3)
  })

  test('is told where the wait is long, and where it never ends', async () => {
    callFunction.mockResolvedValue(over(60_000))
    expect(await asked()).toEqual(refusal)
    expect(callFunction).toHaveBeenCalledTimes(1)
    callFunction.mockResolvedValue(over(1))
    expect(await asked()).toEqual(refusal)
    expect(callFunction).toHaveBeenCalledTimes(4)
  })
})
