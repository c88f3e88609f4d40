import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Answers } from '@/cloud/answers'
import Log from './index'

const callFunction = jest.mocked(Taro.cloud.callFunction) as unknown as jest.Mock

test('staff of two bureaus read the log of the one they choose', async () => {
  const bodies = [
    { orgId: 'city', orgName: '演示市人社局' },
    { orgId: 'county', orgName: '演示县人社局' },
  ]
  const data = { bodies, lines: [], next: null }
  callFunction.mockImplementation(async () => ({ result: { result: { type: 'data', data } } }))
  render(
    <Answers>
      <Log />
    </Answers>,
  )
  await waitFor(() => expect(screen.getByLabelText('演示市人社局，已选')).toBeTruthy())
  fireEvent.click(screen.getByLabelText('演示县人社局'))
  await waitFor(() => expect(screen.getByLabelText('演示县人社局，已选')).toBeTruthy())
  expect(callFunction.mock.lastCall?.[0].data.input).toEqual({ scopeOrgId: 'county' })
})
