import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ManagerStandIn, startManager, WECHAT_TOKEN } from '.'

const ENV_ID = 'env-1a'
const TCB = '2018-06-08'
const SCF = '2018-04-16'

let manager: ManagerStandIn
beforeEach(async () => {
  manager = await startManager({ envId: ENV_ID })
})
afterEach(() => manager.stop())

interface Response {
  Error?: { Code: string }
  [name: string]: unknown
}

async function ask(version: string, action: string, parameters: object): Promise<Response> {
  const response = await fetch(manager.origin, {
    method: 'POST',
    headers: { 'x-tc-action': action, 'x-tc-version': version },
    body: JSON.stringify(parameters),
  })
  return ((await response.json()) as { Response: Response }).Response
}
const code = async (version: string, action: string, parameters: object): Promise<string | undefined> =>
  (await ask(version, action, parameters)).Error?.Code

const DATABASE = { EnvId: ENV_ID, MongoConnector: { InstanceId: 'flexdb', DatabaseName: `tnt-${ENV_ID}` } }
const table = (TableName: string, more: object = {}) => ({ ...DATABASE, TableName, ...more })
const NAMED = { FunctionName: 'f', Namespace: ENV_ID }
const ZIP = Buffer.from('PK code').toString('base64')
const createFunction = (more: object = {}) =>
  code(SCF, 'CreateFunction', { ...NAMED, Code: { ZipFile: ZIP }, Runtime: 'Nodejs20.19', ...more })
async function active(): Promise<void> {
  for (let asked = 0; asked < 3; asked += 1) await ask(SCF, 'GetFunction', NAMED)
}

describe('a request that is not as it must be', () => {
  test.each([
    ['an unknown action', TCB, 'CreateTables', {}, 'InvalidAction'],
    ['an action of another service', SCF, 'CreateTable', table('a'), 'InvalidAction'],
    ['a missing parameter', TCB, 'CreateTable', DATABASE, 'MissingParameter'],
    ['an unknown parameter', TCB, 'CreateTable', table('a', { Colour: 'red' }), 'UnknownParameter'],
    ['a parameter of another type', TCB, 'CreateTable', { ...DATABASE, TableName: 1 }, 'InvalidParameter'],
    ['another environment', TCB, 'CreateTable', table('a', { EnvId: 'other' }), 'ResourceNotFound.Env'],
    [
      'another namespace',
      SCF,
      'GetFunction',
      { FunctionName: 'f', Namespace: 'o' },
      'ResourceNotFound.Namespace',
    ],
  ])('%s', async (_, version, action, parameters, refused) => {
    expect(await code(version, action, parameters)).toBe(refused)
  })
})

describe('collections', () => {
  const index = (name: string, fields: readonly string[], more: object = {}) =>
    table('a', {
      CreateIndexes: [
        {
          IndexName: name,
          MgoKeySchema: {
            MgoIsUnique: false,
            MgoIndexKeys: fields.map((Name) => ({ Name, Direction: '1' })),
            ...more,
          },
        },
      ],
    })
  beforeEach(() => ask(TCB, 'CreateTable', table('a')))

  test('one that is there is not created again, and one that is not has no indexes', async () => {
    expect(await code(TCB, 'CreateTable', table('a'))).toBe('ResourceInUse.Table')
    expect(await code(TCB, 'DescribeTable', table('b'))).toBe('ResourceNotFound.Table')
  })

  test('an index is listed the second time that it is asked for; meanwhile no other is built', async () => {
    expect(await code(TCB, 'UpdateTable', index('one', ['x']))).toBeUndefined()
    expect(await code(TCB, 'UpdateTable', index('two', ['y']))).toBe('FailedOperation.IndexBuilding')
    expect((await ask(TCB, 'DescribeTable', table('a'))).IndexNum).toBe(1)
    expect((await ask(TCB, 'DescribeTable', table('a'))).IndexNum).toBe(2)
    expect(await code(TCB, 'UpdateTable', index('one', ['z']))).toBe('ResourceInUse.Index')
    expect(await code(TCB, 'UpdateTable', index('three', ['x']))).toBe('ResourceInUse.Index')
  })

  test('an index over its bounds', async () => {
    const fields = Array.from({ length: 32 }, (_, place) => `f${place}`)
    expect(await code(TCB, 'UpdateTable', index('wide', fields))).toBe('LimitExceeded.IndexField')
    expect(await code(TCB, 'UpdateTable', index('odd', ['x'], { MgoSparse: true }))).toBe('UnknownParameter')
    for (let place = 1; place < 20; place += 1) {
      await ask(TCB, 'UpdateTable', index(`i${place}`, [`x${place}`]))
      await ask(TCB, 'DescribeTable', table('a'))
    }
    expect(await code(TCB, 'UpdateTable', index('twentieth', ['y']))).toBe('LimitExceeded.Index')
  })

  test('the hundred-and-first', async () => {
    for (let place = 1; place < 100; place += 1) await ask(TCB, 'CreateTable', table(`c${place}`))
    expect(await code(TCB, 'CreateTable', table('more'))).toBe('LimitExceeded.Collection')
  })

  test('a client reads it until it is closed', async () => {
    const read = async () => (await fetch(`${manager.origin}/_client/a`)).status
    expect(await read()).toBe(200)
    const rule = { EnvId: ENV_ID, CollectionName: 'a', AclTag: 'ADMINONLY' }
    await ask(TCB, 'ModifySafeRule', rule)
    expect(await read()).toBe(403)
    expect(await code(TCB, 'ModifySafeRule', { ...rule, AclTag: 'NOBODY' })).toBe(
      'InvalidParameterValue.AclTag',
    )
    expect(await code(TCB, 'ModifySafeRule', { ...rule, AclTag: 'CUSTOM' })).toBe(
      'InvalidParameterValue.Rule',
    )
  })
})

describe('functions', () => {
  test('one that is on its way is not changed; it is there after some looks', async () => {
    await createFunction()
    expect(await createFunction()).toBe('ResourceInUse.FunctionName')
    const update = () => code(SCF, 'UpdateFunctionConfiguration', { ...NAMED, Timeout: 9 })
    expect(await update()).toBe('FailedOperation.FunctionStatusError')
    await active()
    expect(await update()).toBeUndefined()
    expect(await code(SCF, 'PublishVersion', NAMED)).toBe('FailedOperation.FunctionStatusError')
  })

  test.each([
    ['a changed runtime', { Runtime: 'Nodejs18.15' }, 'InvalidParameterValue.Runtime'],
    ['a time-out of no length', { Timeout: 0 }, 'InvalidParameterValue.Timeout'],
    ['a memory between two steps', { MemorySize: 300 }, 'InvalidParameterValue.MemorySize'],
    ['a description with a colon', { Description: 'git:1' }, 'InvalidParameterValue.Description'],
    [
      'more than 4 KB of variables',
      { Environment: { Variables: [{ Key: 'KEY', Value: 'x'.repeat(4_094) }] } },
      'LimitExceeded.EnvironmentVariables',
    ],
  ])('%s', async (_, change, refused) => {
    await createFunction()
    await active()
    expect(await code(SCF, 'UpdateFunctionConfiguration', { ...NAMED, ...change })).toBe(refused)
  })

  test('the environment is taken whole', async () => {
    const environment = (Key: string) => ({ Environment: { Variables: [{ Key, Value: '1' }] } })
    await createFunction(environment('ONE'))
    await active()
    await ask(SCF, 'UpdateFunctionConfiguration', { ...NAMED, ...environment('OTHER') })
    expect((await ask(SCF, 'GetFunction', NAMED)).Environment).toEqual({
      Variables: [{ Key: 'OTHER', Value: '1' }],
    })
  })

  test('code that is no zip', async () => {
    expect(await createFunction({ Code: { ZipFile: 'bm8=' } })).toBe('InvalidParameterValue.ZipFile')
  })

  test('a second trigger', async () => {
    await createFunction()
    await active()
    const trigger = (TriggerName: string, TriggerDesc = '0 * * * * * *') =>
      code(SCF, 'CreateTrigger', { ...NAMED, TriggerName, Type: 'timer', TriggerDesc })
    expect(await trigger('one', '* * * * *')).toBe('InvalidParameterValue.TriggerDesc')
    expect(await trigger('one')).toBeUndefined()
    expect(await trigger('two')).toBe('LimitExceeded.Timer')
    expect(await code(SCF, 'DeleteTrigger', { ...NAMED, TriggerName: 'two', Type: 'timer' })).toBe(
      'ResourceNotFound.Trigger',
    )
  })

  test('a version freezes what callers reach; an alias leads to one that is there', async () => {
    await createFunction({ Environment: { Variables: [{ Key: 'DAY', Value: 'one' }] } })
    await active()
    expect((await ask(SCF, 'PublishVersion', NAMED)).FunctionVersion).toBe('1')
    await active()
    const alias = { ...NAMED, Name: '$DEFAULT' }
    expect(await code(SCF, 'UpdateAlias', { ...alias, FunctionVersion: '7' })).toBe(
      'ResourceNotFound.Version',
    )
    await ask(SCF, 'UpdateAlias', { ...alias, FunctionVersion: '1' })
    await ask(SCF, 'UpdateFunctionConfiguration', { ...NAMED, Environment: { Variables: [] } })
    const frozen = await ask(SCF, 'GetFunction', { ...NAMED, Qualifier: '$DEFAULT' })
    expect(frozen.Environment).toEqual({ Variables: [{ Key: 'DAY', Value: 'one' }] })
  })
})

test('HTTP access leads where its routes say, in the case in which they are written', async () => {
  await createFunction()
  await active()
  const Domain = new URL(manager.origin).host
  const route = (Path: string) =>
    code(TCB, 'CreateHTTPServiceRoute', {
      EnvId: ENV_ID,
      Domain: { Domain, Routes: [{ Path, UpstreamResourceType: 'SCF', UpstreamResourceName: 'f' }] },
    })
  expect(await route('/web')).toBeUndefined()
  expect(await route('/web')).toBe('ResourceInUse.Route')
  const got = async (asked: string) => (await fetch(`${manager.origin}${asked}`)).json()
  expect(await got('/web/key')).toEqual({ functionName: 'f', path: '/key' })
  expect(await got('/WEB/KEY')).toMatchObject({ code: 'ResourceNotFound.Route' })
})

test('WeChat is told what a function may call, by whoever has the token', async () => {
  await createFunction()
  const post = async (door: string, token: string, asked: object) => {
    const address = `${manager.origin}/tcb/${door}?access_token=${token}`
    const body = JSON.stringify({ type: 1, env: ENV_ID, function_name: 'f', ...asked })
    return (await fetch(address, { method: 'POST', body })).json()
  }
  expect(await post('getfuncconfig', 'stolen', {})).toMatchObject({ errcode: 40_014 })
  expect(await post('getfuncconfig', WECHAT_TOKEN, {})).toMatchObject({ errcode: 85_089 })
  await post('uploadfuncconfig', WECHAT_TOKEN, { config: '{"permissions":{"openapi":[]}}' })
  expect(await post('getfuncconfig', WECHAT_TOKEN, {})).toMatchObject({
    config: '{"permissions":{"openapi":[]}}',
  })
})

describe('faults', () => {
  test('too many requests do nothing, as often as it was asked for', async () => {
    manager.faults.add({ kind: 'refuse', action: 'CreateTable', times: 1 })
    expect(await code(TCB, 'CreateTable', table('a'))).toBe('RequestLimitExceeded')
    expect(await code(TCB, 'CreateTable', table('a'))).toBeUndefined()
  })

  test('an answer is lost after the work is done', async () => {
    manager.faults.add({ kind: 'lost-answer', action: 'CreateTable', times: 1 })
    await expect(ask(TCB, 'CreateTable', table('a'))).rejects.toThrow()
    expect(await code(TCB, 'CreateTable', table('a'))).toBe('ResourceInUse.Table')
  })

  test('a function that could not be created stays, and becomes nothing', async () => {
    manager.faults.add({ kind: 'fails-to-create', times: 1 })
    await createFunction()
    await active()
    expect((await ask(SCF, 'GetFunction', NAMED)).Status).toBe('CreateFailed')
    expect(await createFunction()).toBe('ResourceInUse.FunctionName')
    await ask(SCF, 'DeleteFunction', NAMED)
    expect(await createFunction()).toBeUndefined()
  })
})

test('what stands there outlives the process, where a file keeps it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'manager-'))
  const file = path.join(folder, 'state.json')
  try {
    await manager.stop()
    manager = await startManager({ envId: ENV_ID, file })
    await ask(TCB, 'CreateTable', table('a'))
    await manager.stop()
    manager = await startManager({ envId: ENV_ID, file })
    expect(await code(TCB, 'CreateTable', table('a'))).toBe('ResourceInUse.Table')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
