import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Answers } from '@/cloud/answers'
import { queries } from '@/cloud/queries'
import People from './index'

const callFunction = jest.mocked(Taro.cloud.callFunction) as unknown as jest.Mock
const inputs = () => callFunction.mock.calls.map(([{ data }]) => data.input)

const SCHOOL = { orgId: 'school', orgName: '青松小学' }
const CLINIC = { orgId: 'clinic', orgName: '青松医院' }
const terms = {
  kinds: [{ id: 'self-study', label: '自学', ways: [], needsPhoto: true }],
  hourName: '学时',
  cap: null,
}
const kept = { idNumberMasked: '', total: 0, lines: 0, isSelf: false }

/** The cloud as a keeper of these units meets it: the school has one person, the clinic none. */
function keeperOf(...bodies: (typeof SCHOOL)[]): void {
  callFunction.mockImplementation(async ({ data: { input } }: { data: { input: { orgId?: string } } }) => {
    const people = input.orgId === 'clinic' ? [] : [{ ...kept, personId: 'p1', name: '张三' }]
    const data = { ...terms, year: 2022, years: [2022, 2021], bodies, people, unitName: '', next: null }
    return { result: { result: { type: 'data', data } } }
  })
}

const show = () =>
  render(
    <Answers>
      <People />
    </Answers>,
  )

beforeEach(() => {
  queries.clear()
  callFunction.mockReset()
})

test('a keeper of two units sees the people of either, and may come back from one without any', async () => {
  keeperOf(SCHOOL, CLINIC)
  show()
  await waitFor(() => expect(screen.getByLabelText('青松小学，已选')).toBeTruthy())
  fireEvent.click(screen.getByLabelText('2021 年'))
  await waitFor(() => expect(inputs().at(-1)).toEqual({ year: 2021 }))
  fireEvent.click(await screen.findByLabelText('青松医院'))
  await waitFor(() => expect(screen.getByLabelText('青松医院，已选')).toBeTruthy())
  // The years that one unit keeps say nothing about those of another.
  expect(inputs().at(-1)).toEqual({ orgId: 'clinic' })
  expect(screen.getByText('还没有核对过的同事')).toBeTruthy()
  fireEvent.click(screen.getByLabelText('青松小学'))
  await waitFor(() => expect(screen.queryByText('还没有核对过的同事')).toBeNull())
})

test('a keeper of one unit is asked for none', async () => {
  keeperOf(SCHOOL)
  show()
  await waitFor(() => expect(screen.getByLabelText('2022 年，已选')).toBeTruthy())
  expect(screen.queryByText('青松小学')).toBeNull()
})
