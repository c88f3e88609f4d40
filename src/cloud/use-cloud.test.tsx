import Taro, { useReachBottom } from '@tarojs/taro'
import { act, renderHook, waitFor } from '@testing-library/react'
import { Answers } from './answers'
import { cloud, pathOf } from './client'
import { queries } from './queries'
import { keep, keyOf, known, useAct, usePages, useRead, useReadBy } from './use-cloud'

const callFunction = jest.mocked(Taro.cloud.callFunction) as unknown as jest.Mock
const wrapper = Answers
const answers = (data: unknown) => ({ result: { result: { type: 'data', data } } })
const calls = () => callFunction.mock.calls.map(([{ data }]) => ({ path: data.path, input: data.input }))
const toTheEnd = () => act(() => jest.mocked(useReachBottom).mock.lastCall?.[0]())

beforeEach(() => {
  jest.clearAllMocks()
  queries.clear()
})

test('a procedure’s path is its place in the client, and its key begins with it', () => {
  expect(pathOf(cloud.review.people)).toEqual(['review', 'people'])
  expect(keyOf(cloud.claim.claim, { claimId: 'c1' })).toEqual(['claim', 'claim', 'read', { claimId: 'c1' }])
  expect(keyOf(cloud.claim.drafts)).toEqual(keyOf(cloud.claim.drafts, {}))
})

test('a read asks once for each input', async () => {
  callFunction.mockImplementation(async ({ data }) => answers({ of: data.input.claimId }))
  const { result, rerender } = renderHook(({ claimId }) => useRead(cloud.claim.claim, { claimId }), {
    wrapper,
    initialProps: { claimId: 'c1' },
  })
  await waitFor(() => expect(result.current.data).toEqual({ of: 'c1' }))
  rerender({ claimId: 'c2' })
  await waitFor(() => expect(result.current.data).toEqual({ of: 'c2' }))
  rerender({ claimId: 'c1' })
  expect(result.current.data).toEqual({ of: 'c1' })
  expect(calls().map(({ path }) => path)).toEqual(['claim.claim', 'claim.claim'])
})

test('a read that an act answers is kept as the act’s, forgotten with its page where it says so', async () => {
  callFunction.mockImplementation(async () => answers({ unitName: '青松小学' }))
  const { unitCode } = cloud.review
  const ask = () => unitCode.mutate()
  const { result, unmount } = renderHook(() => useReadBy(unitCode, {}, ask, { forgets: true }), { wrapper })
  await waitFor(() => expect(result.current.data).toEqual({ unitName: '青松小学' }))
  expect(calls().map(({ path }) => path)).toEqual(['review.unitCode'])
  expect(queries.getQueryData(keyOf(unitCode))).toEqual({ unitName: '青松小学' })
  unmount()
  await waitFor(() => expect(queries.getQueryData(keyOf(unitCode))).toBeUndefined())
})

test('a list read in another state is another list', async () => {
  callFunction.mockImplementation(async () => answers({ rows: [calls().length], next: null }))
  const { result, rerender } = renderHook(
    ({ asOf }) => usePages(cloud.roster.preview, { importId: 'i' }, 'rows', { asOf }),
    { wrapper, initialProps: { asOf: 'ready' } },
  )
  await waitFor(() => expect(result.current.items).toEqual([1]))
  rerender({ asOf: 'done' })
  await waitFor(() => expect(result.current.items).toEqual([2]))
  rerender({ asOf: 'ready' })
  expect(result.current.items).toEqual([1])
})

test('a list goes on where its last page ended, and stops where there is no more', async () => {
  callFunction.mockImplementation(async ({ data }) =>
    answers(
      data.input.after === undefined
        ? { people: ['a', 'b'], next: 'b', counts: 3 }
        : { people: ['c'], next: null, counts: 3 },
    ),
  )
  const { result } = renderHook(() => usePages(cloud.review.people, { binding: 'claimed' }, 'people'), {
    wrapper,
  })
  await waitFor(() => expect(result.current.items).toEqual(['a', 'b']))
  toTheEnd()
  await waitFor(() => expect(result.current.items).toEqual(['a', 'b', 'c']))
  toTheEnd()
  expect(result.current.list.data).toMatchObject({ counts: 3 })
  expect(calls()).toEqual([
    { path: 'review.people', input: { binding: 'claimed' } },
    { path: 'review.people', input: { binding: 'claimed', after: 'b' } },
  ])
})

test('an act has what it touches asked for anew, and nothing else', async () => {
  callFunction.mockResolvedValue(answers({ claimId: 'c1' }))
  const onDone = jest.fn()
  const home = keyOf(cloud.home.view)
  const inbox = keyOf(cloud.inbox.list, {}, 'pages')
  for (const key of [home, inbox]) queries.setQueryData(key, {})
  keep(cloud.claim.drafts, undefined, { drafts: [] } as never)
  const { result } = renderHook(
    () => useAct(cloud.claim.withdraw, { touches: ['home', 'claim.drafts'], onDone }),
    { wrapper },
  )
  await act(() => result.current.mutateAsync({ claimId: 'c1' }))
  expect(calls()).toEqual([{ path: 'claim.withdraw', input: { claimId: 'c1' } }])
  expect(onDone).toHaveBeenCalledWith({ claimId: 'c1' }, { claimId: 'c1' })
  expect(queries.getQueryState(home)?.isInvalidated).toBe(true)
  expect(queries.getQueryState(keyOf(cloud.claim.drafts))?.isInvalidated).toBe(true)
  expect(queries.getQueryState(inbox)?.isInvalidated).toBe(false)
  expect(known(cloud.claim.drafts, undefined)).toEqual({ drafts: [] })
})

test('a lost act is sent again with the same id, one that is another act when repeated is not', async () => {
  jest.useFakeTimers()
  callFunction.mockRejectedValue({ errMsg: 'timeout' })
  const { result } = renderHook(
    () => ({
      twice: useAct((_: string) => cloud.claim.withdraw.mutate({ claimId: 'c1' })),
      once: useAct((code: string) => cloud.account.phone.mutate({ code }), { once: true }),
    }),
    { wrapper },
  )
  act(() => {
    result.current.twice.mutate('')
    result.current.once.mutate('1234')
  })
  await act(() => jest.advanceTimersByTimeAsync(60_000))
  const paths = calls().map(({ path }) => path)
  expect(paths.filter((path) => path === 'account.phone')).toHaveLength(1)
  expect(paths.filter((path) => path === 'claim.withdraw')).toHaveLength(3)
  jest.useRealTimers()
})
