import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Answers } from '@/cloud/answers'
import { queries } from '@/cloud/queries'
import UnitCode from './index'

const callFunction = jest.mocked(Taro.cloud.callFunction) as unknown as jest.Mock
const BODIES = [
  { orgId: 'school', orgName: '青松小学' },
  { orgId: 'clinic', orgName: '青松医院' },
]

beforeEach(() => queries.clear())

test('a reviewer of two units shows the code of the one they choose', async () => {
  callFunction.mockImplementation(async ({ data: { input } }: { data: { input?: { orgId?: string } } }) => {
    const [school, clinic] = BODIES
    const unitName = (input?.orgId === 'clinic' ? clinic : school)?.orgName
    const data = { token: 't', imageBase64: '', expiresAt: 0, unitName, bodies: BODIES }
    return { result: { result: { type: 'data', data } } }
  })
  render(
    <Answers>
      <UnitCode />
    </Answers>,
  )
  await waitFor(() => expect(screen.getByLabelText('青松小学的登记二维码')).toBeTruthy())
  fireEvent.click(screen.getByLabelText('青松医院'))
  await waitFor(() => expect(screen.getByLabelText('青松医院的登记二维码')).toBeTruthy())
  expect(callFunction.mock.lastCall?.[0].data.input).toEqual({ orgId: 'clinic' })
})
