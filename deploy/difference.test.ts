// What stands in an environment is led to what is declared, whatever stands there before, and whenever it stops.
import type { ManagerState } from '../local/manager'
import { carryOut } from './carry-out'
import { differenceOf } from './difference'
import { type Call, ManagerError } from './manager/call'
import { ascending, bundleNamed, type Rehearsal, rehearse, wantedFunction } from './rehearsal.fixture'
import { type Reading, standingIn } from './standing'
import { sentenceOf } from './step'
import type { Wanted } from './wanted'

let rehearsal: Rehearsal
beforeEach(async () => {
  rehearsal = await rehearse()
})
afterEach(() => rehearsal.standIn.stop())

const doneBy = async (wanted?: Wanted, prune?: boolean): Promise<string[]> =>
  (await rehearsal.plan(wanted, prune)).steps.map((step) => step.do)

test('an empty environment lacks everything, in the order in which nothing stands open or half-made', async () => {
  const { steps, problems } = await rehearsal.plan()
  expect(problems).toEqual([])
  const host = new URL(rehearsal.standIn.origin).host
  expect(steps.map((step) => sentenceOf(step).replace(host, '域名'))).toEqual([
    '新建集合 persons',
    '集合 persons 只许云函数读写（现为平台默认）',
    '新建集合 entries',
    '集合 entries 只许云函数读写（现为平台默认）',
    '集合 persons 建索引 byUnit（unitId↑ _id↑）',
    '集合 persons 建索引 byName（unitId↑ name↑ _id↑）',
    '云存储：手机只能向 incoming 上传自己的文件，不能读',
    '新建函数 web，环境变量 XUESHI_ID_KEYS、XUESHI_SAMPLES',
    '新建函数 clock，环境变量 XUESHI_ID_KEYS、XUESHI_SAMPLES',
    '函数 web 发布新版本',
    '函数 web 的流量指向这次的版本（现为无）',
    '函数 clock 发布新版本',
    '函数 clock 的流量指向这次的版本（现为无）',
    '函数 clock 新建定时触发器 each-minute（0 * * * * * *）',
    '函数 clock 的云调用权限改为 subscribeMessage.send',
    'HTTP 访问 域名/web 指向函数 web',
    'HTTP 访问 域名/WEB 指向函数 web',
  ])
})

test('a plan changes nothing', async () => {
  const before = structuredClone(rehearsal.standIn.state)
  await rehearsal.plan()
  expect(rehearsal.standIn.state).toEqual(before)
})

test('what was applied is found as it is declared', async () => {
  const done = await rehearsal.apply()
  expect(done.length).toBeGreaterThan(10)
  expect(await rehearsal.plan()).toEqual({ steps: [], problems: [], notes: [] })
  const { collections, functions } = rehearsal.standIn.state
  expect(Object.values(collections).map(({ aclTag }) => aclTag)).toEqual(['ADMINONLY', 'ADMINONLY'])
  expect(collections.persons?.indexes.map(({ Name }) => Name)).toEqual(['_id_', 'byUnit', 'byName'])
  expect(functions.clock).toMatchObject({
    status: 'Active',
    aliases: { $DEFAULT: '1' },
    triggers: [{ TriggerName: 'each-minute', TriggerDesc: '0 * * * * * *', Qualifier: '$DEFAULT' }],
  })
})

test('more collections than one page of them', async () => {
  const collections = Array.from({ length: 70 }, (_, place) => ({ name: `c-${place}`, indexes: [] }))
  const wanted = { ...rehearsal.wanted, collections }
  await rehearsal.apply(wanted)
  expect(await doneBy(wanted)).toEqual([])
})

describe('what drifts is found and mended', () => {
  beforeEach(async () => {
    await rehearsal.apply()
  })

  const drift: [string, (state: ManagerState) => void, string[]][] = [
    [
      'a collection that was opened',
      ({ collections }) => {
        if (collections.persons) collections.persons.aclTag = 'READONLY'
      },
      ['close-collection'],
    ],
    [
      'a storage rule that was changed',
      ({ storage }) => {
        storage.AclTag = 'READONLY'
      },
      ['set-storage-rule'],
    ],
    [
      'a time-out that was changed by hand',
      ({ functions }) => {
        if (functions.web) functions.web.latest.timeout = 3
      },
      ['update-settings'],
    ],
    [
      'code that somebody else uploaded',
      ({ functions }) => {
        if (functions.web) functions.web.latest.description = 'a try'
      },
      ['update-code', 'update-settings'],
    ],
    [
      'an alias that was moved',
      ({ functions }) => {
        if (functions.web) functions.web.aliases.$DEFAULT = '$LATEST'
      },
      ['point-alias'],
    ],
    [
      'a foreign trigger',
      ({ functions }) => {
        functions.web?.triggers.push({
          TriggerName: 'x',
          Type: 'timer',
          TriggerDesc: '0 0 * * * * *',
          Qualifier: '$LATEST',
          Enable: 1,
        })
      },
      ['delete-timer'],
    ],
    [
      'a timer that was shut',
      ({ functions }) => {
        const [trigger] = functions.clock?.triggers ?? []
        if (trigger) trigger.Enable = 0
      },
      ['delete-timer', 'create-timer'],
    ],
    [
      'a timer that runs what was uploaded last',
      ({ functions }) => {
        const [trigger] = functions.clock?.triggers ?? []
        if (trigger) trigger.Qualifier = '$LATEST'
      },
      ['delete-timer', 'create-timer'],
    ],
    [
      'a permission that is gone',
      ({ permissions }) => {
        delete permissions.clock
      },
      ['permit'],
    ],
    [
      'a route that asks for a sign-in',
      ({ domains }) => {
        for (const routes of Object.values(domains)) if (routes[0]) routes[0].EnableAuth = true
      },
      ['mend-route'],
    ],
  ]
  test.each(drift)('%s', async (_, change, steps) => {
    change(rehearsal.standIn.state)
    expect(await doneBy()).toEqual(steps)
    await rehearsal.apply()
    expect(await doneBy()).toEqual([])
  })

  test('an index with other fields: ours comes beside it, and it goes only where that is asked for', async () => {
    const [, byUnit] = rehearsal.standIn.state.collections.persons?.indexes ?? []
    if (byUnit) byUnit.Keys = [{ Name: 'unitId', Direction: '-1' }]
    const { steps, notes } = await rehearsal.plan()
    expect(steps).toMatchObject([
      { do: 'create-index', index: { name: expect.stringMatching(/^byUnit-[0-9a-f]{6}$/) } },
    ])
    expect(notes).toEqual([expect.stringContaining('索引 byUnit 没有声明')])
    await rehearsal.apply()
    expect(await doneBy()).toEqual([])
    expect(await doneBy(undefined, true)).toEqual(['drop-index'])
    await rehearsal.apply(undefined, true)
    expect(await rehearsal.plan()).toEqual({ steps: [], problems: [], notes: [] })
  })

  test('a unique index in the place of ours is a problem, and is exchanged where that is asked for', async () => {
    const [, byUnit] = rehearsal.standIn.state.collections.persons?.indexes ?? []
    if (byUnit) byUnit.Unique = true
    expect((await rehearsal.plan()).problems).toMatchObject([{ code: 'INDEX_IN_THE_WAY' }])
    expect(await doneBy(undefined, true)).toEqual(['drop-index', 'create-index'])
    await rehearsal.apply(undefined, true)
    expect(await rehearsal.plan()).toEqual({ steps: [], problems: [], notes: [] })
  })

  test('a collection that nobody declares stays, and is told', async () => {
    rehearsal.standIn.state.collections.foreign = { indexes: [], aclTag: 'PRIVATE', rule: null }
    const { steps, notes } = await rehearsal.plan()
    expect([steps, notes]).toEqual([[], [expect.stringContaining('集合 foreign')]])
  })

  test('new code is a new version; the same code of another commit is nothing new', async () => {
    const { wanted } = rehearsal
    expect(await doneBy({ ...wanted, git: 'def5678' })).toEqual([])
    const next = {
      ...wanted,
      functions: [wantedFunction('web', { bundle: bundleNamed('web 2') }), ...wanted.functions.slice(1)],
    }
    expect(await doneBy(next)).toEqual(['update-code', 'update-settings', 'publish-version', 'point-alias'])
    await rehearsal.apply(next)
    expect(rehearsal.standIn.state.functions.web?.aliases.$DEFAULT).toBe('2')
    // Back to code whose version is there: nothing is published again.
    expect(await doneBy()).toEqual(['update-code', 'update-settings', 'point-alias'])
  })

  test('variables are told by name and never by value', async () => {
    const { wanted } = rehearsal
    const web = wantedFunction('web', {
      variables: { XUESHI_ID_KEYS: 'another-secret', XUESHI_HOME_REGION: 'qinghai' },
    })
    const { steps } = await rehearsal.plan({ ...wanted, functions: [web, ...wanted.functions.slice(1)] })
    const [first] = steps.map(sentenceOf)
    expect(first).toBe(
      '函数 web 更新配置：新增环境变量 XUESHI_HOME_REGION；更换环境变量 XUESHI_ID_KEYS；去掉环境变量 XUESHI_SAMPLES',
    )
    expect(JSON.stringify(steps)).not.toMatch(/secret/)
  })
})

describe('what cannot be led anywhere is said', () => {
  test('another runtime', async () => {
    await rehearsal.apply()
    const web = wantedFunction('web', { runtime: 'Nodejs18.15' })
    const { problems } = await rehearsal.plan({ ...rehearsal.wanted, functions: [web] })
    expect(problems).toEqual([{ code: 'RUNTIME_FIXED', sentence: expect.stringContaining('不能改') }])
  })

  test('more variables than the platform takes', async () => {
    const web = wantedFunction('web', { variables: { XUESHI_TEMPLATES: '模'.repeat(1_400) } })
    const { problems } = await rehearsal.plan({ ...rehearsal.wanted, functions: [web] })
    expect(problems).toMatchObject([{ code: 'ENVIRONMENT_TOO_LARGE' }])
  })

  test('a domain that is not bound', async () => {
    const { problems } = await rehearsal.plan({ ...rehearsal.wanted, domain: 'check.example.cn' })
    expect(problems).toMatchObject([{ code: 'DOMAIN_NOT_BOUND' }])
  })
})

describe('a platform with faults', () => {
  test('too many requests are waited out, each time longer', async () => {
    rehearsal.standIn.faults.add({ kind: 'refuse', action: 'CreateTable', times: 3 })
    await rehearsal.apply()
    expect(rehearsal.waiting.slept.slice(0, 3)).toEqual([1_000, 2_000, 4_000])
    expect(await doneBy()).toEqual([])
  })

  test('a function that could not be created is made anew', async () => {
    rehearsal.standIn.faults.add({ kind: 'fails-to-create', times: 1 })
    await expect(rehearsal.apply()).rejects.toThrow('函数 web 没有部署成功，状态是 CreateFailed')
    expect((await doneBy()).slice(0, 2)).toEqual(['delete-failed-function', 'create-function'])
    await rehearsal.apply()
    expect(await doneBy()).toEqual([])
  })

  test('what is there already when it is created is done', async () => {
    const { steps } = await rehearsal.plan()
    await carryOut(steps.slice(0, 4), rehearsal.wanted, rehearsal.reading, () => undefined)
    await expect(
      carryOut(steps.slice(0, 6), rehearsal.wanted, rehearsal.reading, () => undefined),
    ).resolves.toBeUndefined()
  })
})

/** What stands there, without how often it has been asked for. */
const restOf = (state: ManagerState): unknown =>
  JSON.parse(
    JSON.stringify(state, (key, value) => (key.startsWith('polls') || key === 'domains' ? undefined : value)),
  )

class Death extends Error {}

/** Dies at one write: before it is sent, or after it is done and before its answer arrives. */
const dying =
  (at: number, isDone: boolean, seen: { writes: number }) =>
  (call: Call): Call =>
  async (asked) => {
    if (/^(Describe|List|Get)/.test(asked.action)) return call(asked)
    seen.writes += 1
    if (seen.writes !== at) return call(asked)
    if (isDone) await call(asked)
    throw new Death()
  }

/** WeChat is told by another way than the platform: it counts as a write like the others. */
const mortal = (
  reading: Reading,
  cut: { at: number; isDone: boolean; seen: { writes: number } },
): Reading => {
  const { permissions } = reading
  if (!permissions) return reading
  return {
    ...reading,
    permissions: {
      read: permissions.read,
      write: async (name, openapi) => {
        cut.seen.writes += 1
        if (cut.seen.writes !== cut.at) return permissions.write(name, openapi)
        if (cut.isDone) await permissions.write(name, openapi)
        throw new Death()
      },
    },
  }
}

describe('a death at any moment', () => {
  const changedLater = (wanted: Wanted): Wanted => ({
    ...wanted,
    collections: [...wanted.collections, { name: 'later', indexes: [ascending('byDay', 'day')] }],
    functions: wanted.functions.map((one) => ({
      ...one,
      bundle: bundleNamed(`${one.name} 2`),
      timeoutSeconds: 30,
      timer: one.timer && { ...one.timer, at: '30 * * * * * *' },
    })),
  })

  async function endAfter(cut: { at: number; isDone: boolean } | null, isChange: boolean) {
    const one = await rehearse()
    try {
      if (isChange) await one.apply()
      const wanted = isChange ? changedLater(one.wanted) : one.wanted
      const seen = { writes: 0 }
      const { at, isDone } = cut ?? { at: 0, isDone: false }
      const reading = mortal(one.through(dying(at, isDone, seen)), { at, isDone, seen })
      const { steps } = differenceOf(wanted, await standingIn(reading, wanted), { prune: false })
      const run = carryOut(steps, wanted, reading, () => undefined)
      if (cut) await expect(run).rejects.toThrow(Death)
      else await run
      if (cut) await one.apply(wanted)
      expect((await one.plan(wanted)).steps).toEqual([])
      return { writes: seen.writes, state: restOf(one.standIn.state) }
    } finally {
      await one.standIn.stop()
    }
  }

  test.each([
    ['of the first deployment', false],
    ['of a later one', true],
  ])('%s: applied again, the same stands there', async (_, isChange) => {
    const whole = await endAfter(null, isChange)
    expect(whole.writes).toBeGreaterThan(10)
    for (let at = 1; at <= whole.writes; at += 1)
      for (const isDone of [false, true])
        expect((await endAfter({ at, isDone }, isChange)).state).toEqual(whole.state)
  })
})

test('a refusal of the platform’s keeps its code and its number', async () => {
  const wrong = rehearsal.through((call) => (asked) => call({ ...asked, action: `${asked.action}s` }))
  const refused = await wrong.manager.collections().catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ManagerError)
  expect(refused).toMatchObject({
    code: 'InvalidAction',
    about: { requestId: expect.stringMatching(/request-/) },
  })
})
