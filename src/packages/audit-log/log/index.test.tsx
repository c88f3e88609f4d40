import { QueryClientProvider } from '@tanstack/react-query'
import Taro, { useRouter } from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import { queries } from '@/cloud/queries'
import Log from './index'

const callFunction = jest.mocked(Taro.cloud.callFunction) as unknown as jest.Mock
const asked = jest.mocked(useRouter) as unknown as jest.Mock

const line = {
  ...{ at: Date.UTC(2022, 7, 15, 2), actorName: '李想', roleName: '人社工作人员', scopeName: '演示市人社局' },
  ...{ before: '', after: '', device: '', subjectName: '' },
}
const LINES = [
  {
    ...line,
    id: '1',
    action: 'sample-found',
    actionName: '填写抽查结果',
    subject: { of: 'claim', id: 'c1' },
  },
  { ...line, id: '2', action: 'role-granted', actionName: '授权', subject: { of: 'person', id: 'p1' } },
  { ...line, id: '3', action: 'roster-read', actionName: '读入人员名册', subject: null },
]

async function logOf(params: object): Promise<void> {
  queries.clear()
  asked.mockReturnValue({ params })
  callFunction.mockImplementation(async () => ({
    result: { result: { type: 'data', data: { lines: LINES, next: null } } },
  }))
  render(
    <QueryClientProvider client={queries}>
      <Log />
    </QueryClientProvider>,
  )
  await screen.findByText('填写抽查结果')
}

test('a tap opens the claim, or all that was done to the person; a line without a page opens nothing', async () => {
  await logOf({ orgId: 'city' })
  fireEvent.click(screen.getByLabelText('填写抽查结果，李想（人社工作人员）'))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/review/claim/index?claimId=c1' })
  fireEvent.click(screen.getByLabelText('授权，李想（人社工作人员）'))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/audit-log/log/index?personId=p1&orgId=city',
  })
  expect(screen.queryByLabelText('读入人员名册，李想（人社工作人员）')).toBeNull()
})

test('the log of one person asks for that person’s lines, and does not open itself again', async () => {
  await logOf({ personId: 'p1' })
  expect(callFunction.mock.lastCall?.[0].data).toMatchObject({
    path: 'audit.search',
    input: { subjectId: 'p1' },
  })
  expect(screen.queryByLabelText('授权，李想（人社工作人员）')).toBeNull()
})
