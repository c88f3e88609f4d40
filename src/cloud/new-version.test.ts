import type Taro from '@tarojs/taro'

const applyUpdate = jest.fn()
let ready: () => void = () => undefined

function fresh() {
  jest.resetModules()
  jest.clearAllMocks()
  const phone = jest.requireActual<{ default: typeof Taro }>('@tarojs/taro').default
  Object.assign(phone, {
    getUpdateManager: () => ({ applyUpdate, onUpdateReady: (heard: () => void) => (ready = heard) }),
  })
  const at = (route: string) => jest.mocked(phone.getCurrentPages).mockReturnValue([{ route }] as never)
  const { listenForVersion, offerVersion } =
    jest.requireActual<typeof import('./new-version')>('./new-version')
  return { phone, at, listenForVersion, offerVersion }
}

/** What follows from an answer that is there already. */
const settled = async () => {
  for (let step = 0; step < 5; step += 1) await Promise.resolve()
}

test('a release that arrived is offered once, and put in place only by a yes', async () => {
  const { phone, at, listenForVersion, offerVersion } = fresh()
  at('pages/home/index')
  listenForVersion()
  expect(phone.showModal).not.toHaveBeenCalled()
  jest.mocked(phone.showModal).mockResolvedValueOnce({ confirm: false } as never)
  ready()
  await settled()
  expect([jest.mocked(phone.showModal).mock.calls.length, applyUpdate.mock.calls.length]).toEqual([1, 0])
  await offerVersion()
  expect(phone.showModal).toHaveBeenCalledTimes(1)
  ready()
  await settled()
  expect([jest.mocked(phone.showModal).mock.calls.length, applyUpdate.mock.calls.length]).toEqual([2, 1])
})

test.each(['packages/study/exam/index', 'packages/study/player/index', 'packages/enrol/rebind/index'])(
  'nobody is asked in %s, but on a tab',
  async (busy) => {
    const { phone, at, listenForVersion, offerVersion } = fresh()
    listenForVersion()
    at(busy)
    ready()
    await settled()
    expect(phone.showModal).not.toHaveBeenCalled()
    at('pages/home/index')
    await offerVersion()
    expect(phone.showModal).toHaveBeenCalledTimes(1)
  },
)

test('a phone without the manager is left alone', () => {
  const { phone, listenForVersion } = fresh()
  Object.assign(phone, { getUpdateManager: undefined })
  expect(() => listenForVersion()).not.toThrow()
})
