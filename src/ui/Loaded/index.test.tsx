import { render, screen } from '@testing-library/react'
import { handlersOf } from '../../../scripts/test/handlers-of'
import { both, Loaded, LoadedPart } from '.'

const asked = <T,>(data: T | undefined, error: unknown = null) => ({ data, error, refetch: jest.fn() })
const NOTHING = { title: '还没有申报', text: '从待办开始' }
const tap = (caption: string) =>
  handlersOf(screen.getByText(caption).closest('t-button')).onTap?.({ detail: {} })
const show = (names: readonly string[]) => <p>{names.join('、')}</p>

describe.each([
  ['a page', Loaded],
  ['a part of a page', LoadedPart],
])('%s', (_, Shown) => {
  test('shows its outline while it loads', () => {
    render(<Shown query={asked<string[]>(undefined)}>{show}</Shown>)
    expect(screen.getByLabelText('正在打开')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('shows the refusal, and asks once more', () => {
    const query = asked<string[]>(undefined, { errMsg: 'timeout' })
    render(<Shown query={query}>{show}</Shown>)
    expect(screen.getByRole('alert')).toBeTruthy()
    tap('再试一次')
    expect(query.refetch).toHaveBeenCalledTimes(1)
  })

  test('shows the ways out that its page knows in place of asking once more', () => {
    const onTap = jest.fn()
    render(
      <Shown
        query={asked<string[]>(undefined, { errMsg: 'timeout' })}
        waysOut={() => ({ action: { caption: '回去修改', onTap } })}
      >
        {show}
      </Shown>,
    )
    expect(screen.queryByText('再试一次')).toBeNull()
    tap('回去修改')
    expect(onTap).toHaveBeenCalledTimes(1)
  })

  test('shows why it is empty, and its content where it is not', () => {
    const empty = (names: readonly string[]) => names.length === 0 && NOTHING
    const { rerender } = render(
      <Shown query={asked<string[]>([])} empty={empty}>
        {show}
      </Shown>,
    )
    expect(screen.getByText('还没有申报')).toBeTruthy()
    rerender(
      <Shown query={asked(['甲', '乙'])} empty={empty}>
        {show}
      </Shown>,
    )
    expect(screen.queryByText('还没有申报')).toBeNull()
    expect(screen.getByText('甲、乙')).toBeTruthy()
  })

  test('keeps the answer that is there where asking anew fails', () => {
    render(<Shown query={asked(['甲'], { errMsg: 'timeout' })}>{show}</Shown>)
    expect(screen.getByText('甲')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

test('two reads are loaded with both, refused with either, and asked anew together', () => {
  const [one, other] = [asked('甲'), asked<number>(undefined)]
  expect(both(one, other)).toMatchObject({ data: undefined, error: null })
  expect(both(one, { ...other, data: 2 }).data).toEqual(['甲', 2])
  expect(both(one, { ...other, error: 'lost' })).toMatchObject({ data: undefined, error: 'lost' })
  void both(one, other).refetch()
  expect(one.refetch).toHaveBeenCalledTimes(1)
  expect(other.refetch).toHaveBeenCalledTimes(1)
})
