import Taro from '@tarojs/taro'
import { askConsent } from './ask-consent'
import { cloud } from './client'
import { queries } from './queries'
import { keep } from './use-cloud'

const ask = jest.fn()
beforeEach(() => {
  ask.mockReset()
  Object.assign(Taro, { requestSubscribeMessage: ask })
  queries.clear()
})

test('asks for what was prepared; a refusal is no error', async () => {
  keep(cloud.inbox.templates, undefined, { ids: ['t1', 't2'] })
  ask.mockRejectedValue({ errMsg: 'requestSubscribeMessage:fail 20004' })
  await expect(askConsent()).resolves.toBeUndefined()
  expect(ask.mock.calls[0][0]).toMatchObject({ tmplIds: ['t1', 't2'] })
})

test('asks nothing where nothing is known', async () => {
  await askConsent()
  expect(ask).not.toHaveBeenCalled()
})
