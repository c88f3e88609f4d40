import * as z from 'zod'
import type { Asking } from './asking'
import { isMissing } from './call'
import type { AliasFacts, FunctionFacts, FunctionSettings, Manager, VersionFacts } from './port'

/** Every call comes through this alias of a function, where nothing else is said. */
const ALIAS = '$DEFAULT'
const LATEST = '$LATEST'
/** The role by which the platform lets functions of an environment reach what is theirs. */
const ROLE = { Role: 'TCB_QcsRole', Stamp: 'MINI_QCBASE' }
const VERSIONS_OF_PAGE = 20

const facts = z.object({
  Status: z.string(),
  Description: z.string().nullish(),
  Runtime: z.string(),
  Handler: z.string().nullish(),
  Timeout: z.number(),
  MemorySize: z.number(),
  Environment: z
    .object({ Variables: z.array(z.object({ Key: z.string(), Value: z.string() })).nullish() })
    .nullish(),
  Triggers: z
    .array(
      z.object({
        TriggerName: z.string(),
        TriggerDesc: z.string().nullish(),
        Qualifier: z.string().nullish(),
        Enable: z.union([z.number(), z.string(), z.boolean()]).nullish(),
      }),
    )
    .nullish(),
})
const versionPage = z.object({
  Versions: z.array(z.object({ Version: z.string(), Description: z.string().nullish() })).nullish(),
  TotalCount: z.number().nullish(),
})
const alias = z.object({
  FunctionVersion: z.string(),
  RoutingConfig: z
    .object({
      AddtionVersionMatchs: z.array(z.unknown()).nullish(),
      AdditionalVersionWeights: z.array(z.unknown()).nullish(),
    })
    .nullish(),
})
const invoked = z.object({
  Result: z.object({
    InvokeResult: z.number(),
    RetMsg: z.string().nullish(),
    ErrMsg: z.string().nullish(),
  }),
})

type Named = (FunctionName: string) => { FunctionName: string; Namespace: string }

/** Code and settings, as they are changed; callers reach them once they are published. */
export function functionsOf({
  read,
  write,
  place,
}: Asking): Pick<
  Manager,
  'function' | 'createFunction' | 'deleteFunction' | 'updateCode' | 'updateSettings'
> {
  const named = namedIn(place)
  return {
    function: async (name) => {
      try {
        return factsOf(await read(facts, 'GetFunction', named(name)))
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    createFunction: async ({ name, runtime, handler, zip, ...settings }) =>
      write('CreateFunction', {
        ...named(name),
        ...ROLE,
        ...(await logIn(place)),
        ...askedSettings(settings),
        Runtime: runtime,
        Handler: handler,
        Code: codeOf(zip),
        InstallDependency: 'FALSE',
      }),
    deleteFunction: (name) => write('DeleteFunction', named(name)),
    updateCode: (name, { zip, handler }) =>
      write('UpdateFunctionCode', {
        ...named(name),
        Handler: handler,
        Code: codeOf(zip),
        InstallDependency: 'FALSE',
      }),
    updateSettings: (name, settings) =>
      write('UpdateFunctionConfiguration', { ...named(name), ...askedSettings(settings) }),
  }
}

/** Versions, the alias that callers come through, and a call by it. */
export function releasesOf({
  read,
  write,
  place,
}: Asking): Pick<Manager, 'versions' | 'publish' | 'alias' | 'pointAlias' | 'invoke'> {
  const named = namedIn(place)
  return {
    versions: (name) =>
      allVersions((asked) => read(versionPage, 'ListVersionByFunction', { ...named(name), ...asked })),
    publish: (name, Description) => write('PublishVersion', { ...named(name), Description }),
    alias: async (name) => aliasOf(await read(alias, 'GetAlias', { ...named(name), Name: ALIAS })),
    pointAlias: (name, FunctionVersion) =>
      write('UpdateAlias', {
        ...named(name),
        Name: ALIAS,
        FunctionVersion,
        RoutingConfig: { AddtionVersionMatchs: [] },
      }),
    invoke: async (name, event) => {
      const asked = { ...named(name), ClientContext: JSON.stringify(event), Qualifier: ALIAS }
      const { Result } = await read(invoked, 'Invoke', asked)
      if (Result.InvokeResult !== 0) throw new Error(`函数 ${name} 没有运行起来：${Result.ErrMsg ?? ''}`)
      return JSON.parse(Result.RetMsg || 'null')
    },
  }
}

/** Through the alias, so that a timer runs the version that callers reach, and goes back with it. */
export function timersOf({ write, place }: Asking): Pick<Manager, 'createTimer' | 'deleteTimer'> {
  const named = namedIn(place)
  return {
    createTimer: (name, timer) =>
      write('CreateTrigger', {
        ...named(name),
        TriggerName: timer.name,
        Type: 'timer',
        TriggerDesc: timer.at,
        Qualifier: ALIAS,
        Enable: 'OPEN',
      }),
    deleteTimer: (name, TriggerName) =>
      write('DeleteTrigger', { ...named(name), TriggerName, Type: 'timer' }),
  }
}

/** A function's log is led there as it is created: without it, nobody finds a call again. */
async function logIn({ log }: Asking['place']): Promise<object> {
  const kept = await log()
  return kept ? { ClsLogsetId: kept.LogsetId, ClsTopicId: kept.TopicId } : {}
}

const namedIn =
  ({ EnvId }: Asking['place']): Named =>
  (FunctionName) => ({ FunctionName, Namespace: EnvId })

const aliasOf = ({ FunctionVersion, RoutingConfig }: z.infer<typeof alias>): AliasFacts => {
  const { AddtionVersionMatchs, AdditionalVersionWeights } = RoutingConfig ?? {}
  const others = [...(AddtionVersionMatchs ?? []), ...(AdditionalVersionWeights ?? [])]
  return { version: FunctionVersion, isSplit: others.length > 0 }
}

const codeOf = (zip: Uint8Array): object => ({ ZipFile: Buffer.from(zip).toString('base64') })

const askedSettings = ({
  timeoutSeconds,
  memoryMegabytes,
  variables,
  description,
}: FunctionSettings): object => ({
  Timeout: timeoutSeconds,
  MemorySize: memoryMegabytes,
  Description: description,
  Environment: { Variables: Object.entries(variables).map(([Key, Value]) => ({ Key, Value })) },
})

const factsOf = (read: z.infer<typeof facts>): FunctionFacts => ({
  status: read.Status,
  runtime: read.Runtime,
  handler: read.Handler ?? '',
  timeoutSeconds: read.Timeout,
  memoryMegabytes: read.MemorySize,
  description: read.Description ?? '',
  variables: Object.fromEntries((read.Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value])),
  timers: (read.Triggers ?? []).map(({ TriggerName, TriggerDesc, Qualifier, Enable }) => ({
    name: TriggerName,
    at: cronOf(TriggerDesc ?? ''),
    isOpen: !['0', 'false', 'CLOSE'].includes(String(Enable ?? 1)),
    isReleased: (Qualifier ?? ALIAS) === ALIAS,
  })),
})

/** A timer's time is shown as JSON, and was given as it stands: `{"cron":"0 * * * * * *"}` → `0 * * * * * *`. */
function cronOf(shown: string): string {
  if (!shown.startsWith('{')) return shown
  return z.object({ cron: z.string() }).parse(JSON.parse(shown)).cron
}

async function allVersions(
  pageOf: (asked: { Offset: number; Limit: number }) => Promise<z.infer<typeof versionPage>>,
): Promise<VersionFacts[]> {
  const all: VersionFacts[] = []
  for (;;) {
    const { Versions, TotalCount } = await pageOf({ Offset: all.length, Limit: VERSIONS_OF_PAGE })
    const found = (Versions ?? []).map(({ Version, Description }) => ({
      version: Version,
      description: Description ?? '',
    }))
    all.push(...found)
    if (found.length === 0 || all.length >= (TotalCount ?? 0)) break
  }
  // The platform lists them in an order of its own.
  return all
    .filter(({ version }) => version !== LATEST)
    .sort((one, other) => Number(one.version) - Number(other.version))
}
