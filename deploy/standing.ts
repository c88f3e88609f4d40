// What stands in an environment now: read whole, and never changed here.
import { isMissing } from './manager/call'
import { until, type Waiting } from './manager/patience'
import type {
  AliasFacts,
  EnvironmentFacts,
  FunctionFacts,
  IndexFacts,
  Manager,
  RouteFacts,
  VersionFacts,
} from './manager/port'
import type { Wanted } from './wanted'
import type { Permissions } from './wechat/port'

export interface StandingFunction {
  readonly facts: FunctionFacts
  readonly versions: readonly VersionFacts[]
  readonly alias: AliasFacts
  /** What it may call of WeChat; nothing where nobody could ask. */
  readonly openapi: readonly string[]
}

export interface Standing {
  readonly environment: EnvironmentFacts
  /** Those that are declared and there. */
  readonly collections: ReadonlyMap<
    string,
    { readonly access: string; readonly indexes: readonly IndexFacts[] }
  >
  /** Those that are there and not declared. */
  readonly otherCollections: readonly string[]
  readonly storageRule: string | null
  readonly functions: ReadonlyMap<string, StandingFunction>
  readonly routes: Readonly<Record<string, readonly RouteFacts[]>>
  /** Whether WeChat could be asked what functions may call. */
  readonly asksWechat: boolean
}

export interface Reading {
  readonly manager: Manager
  /** Null where no token of WeChat's is configured. */
  readonly permissions: Permissions | null
  readonly waiting: Waiting
}

/** One after the other: the platform takes twenty requests a second of each kind. */
export async function standingIn(reading: Reading, wanted: Wanted): Promise<Standing> {
  const { manager } = reading
  const environment = await manager.environment()
  const names = await manager.collections()
  const declared = wanted.collections.map(({ name }) => name)
  const collections: [string, { access: string; indexes: readonly IndexFacts[] }][] = []
  for (const name of declared.filter((one) => names.includes(one)))
    collections.push([
      name,
      { access: await manager.clientAccess(name), indexes: await manager.indexes(name) },
    ])
  return {
    environment,
    collections: new Map(collections),
    otherCollections: names.filter((name) => !declared.includes(name)),
    storageRule: await manager.storageRule(),
    functions: await standingFunctions(reading, wanted),
    routes: await manager.routes(),
    asksWechat: reading.permissions !== null,
  }
}

async function standingFunctions(
  reading: Reading,
  { functions }: Wanted,
): Promise<Map<string, StandingFunction>> {
  const found = new Map<string, StandingFunction>()
  for (const { name } of functions) {
    const facts = await settled(reading, name)
    if (facts)
      found.set(name, {
        facts,
        versions: await reading.manager.versions(name),
        alias: await aliasOf(reading.manager, name),
        openapi: reading.permissions ? await reading.permissions.read(name) : [],
      })
  }
  return found
}

/** A function that was never published has no alias of its own on every platform: its calls go to what is changed. */
export async function aliasOf(manager: Manager, name: string): Promise<AliasFacts> {
  try {
    return await manager.alias(name)
  } catch (error) {
    if (isMissing(error)) return { version: '$LATEST', isSplit: false }
    throw error
  }
}

const ON_THE_WAY = ['Creating', 'Updating', 'Publishing', 'Deleting']

/** A function once it is no longer on its way, whoever changed it last; null where there is none. */
export async function settled(
  { manager, waiting }: Pick<Reading, 'manager' | 'waiting'>,
  name: string,
): Promise<FunctionFacts | null> {
  const ask = async (): Promise<{ facts: FunctionFacts | null } | null> => {
    const facts = await manager.function(name)
    return facts && ON_THE_WAY.includes(facts.status) ? null : { facts }
  }
  return (await until(ask, waiting, `函数 ${name} 一直没有部署完，到控制台看它的状态。`)).facts
}
