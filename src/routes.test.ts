import Taro from '@tarojs/taro'
import { open, replace, routes } from './routes'

const pages = (count: number) =>
  jest.mocked(Taro.getCurrentPages).mockReturnValue(Array.from({ length: count }) as never)
/** What follows from an answer that is there already. */
const settled = async () => {
  for (let step = 0; step < 5; step += 1) await Promise.resolve()
}

beforeEach(() => jest.clearAllMocks())

test('the eleventh page takes the place of the tenth, because WeChat keeps no more', () => {
  pages(9)
  open(routes.ledger({ year: 2022 }))
  expect([
    jest.mocked(Taro.navigateTo).mock.calls.length,
    jest.mocked(Taro.redirectTo).mock.calls.length,
  ]).toEqual([1, 0])
  pages(10)
  open(routes.ledger({ year: 2022 }))
  expect(Taro.navigateTo).toHaveBeenCalledTimes(1)
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/hours/ledger/index?year=2022' })
})

test.each([
  ['opened', () => open(routes.ledger()), 'navigateTo'],
  ['replaced', () => replace(routes.ledger()), 'redirectTo'],
  ['a tab', () => open(routes.home()), 'switchTab'],
] as const)('a page that does not come is told: %s', async (_, act, name) => {
  pages(1)
  jest.mocked(Taro[name]).mockRejectedValueOnce(new Error(`${name}:fail`))
  act()
  await settled()
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ icon: 'none' }))
})
