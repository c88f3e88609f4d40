// The driver of CloudBase: each operation of the port as the requests that the platform documents.
import * as z from 'zod'
import { type Asking, asks } from './asking'
import type { Call } from './call'
import { databaseOf } from './cloudbase-database'
import { functionsOf, releasesOf, timersOf } from './cloudbase-functions'
import type { EnvironmentFacts, Manager, RouteFacts } from './port'

const environment = z.object({
  EnvInfo: z.object({
    EnvBaseInfo: z.object({
      EnvId: z.string(),
      Status: z.string(),
      Region: z.string().nullish(),
      Databases: z.array(z.object({ InstanceId: z.string() })).min(1),
      Storages: z.array(z.object({ Bucket: z.string(), CdnDomain: z.string().nullish() })).min(1),
      LogServices: z.array(z.object({ LogsetId: z.string(), TopicId: z.string() })).nullish(),
    }),
  }),
})
const domains = z.object({
  Domains: z
    .array(
      z.object({
        Domain: z.string(),
        Routes: z
          .array(
            z.object({
              Path: z.string(),
              UpstreamResourceType: z.string().nullish(),
              UpstreamResourceName: z.string().nullish(),
              Enable: z.boolean().nullish(),
              EnableAuth: z.boolean().nullish(),
            }),
          )
          .nullish(),
      }),
    )
    .nullish(),
  TotalCount: z.number().nullish(),
})
type Routes = NonNullable<NonNullable<z.infer<typeof domains>['Domains']>[number]['Routes']>
/** The platform gives a thousand at the most, and an environment has few. */
const DOMAINS_OF_PAGE = 1_000

interface Known {
  envId: string
  /** WeChat's environments ask for it where rules are read. */
  appId: string | null
}

export function cloudbaseManager(call: Call, { envId, appId }: Known): Manager {
  const EnvId = envId
  const tcb = asks(call, 'tcb')
  let read: ReturnType<typeof readEnvironment> | undefined
  const readEnvironment = async () =>
    (await tcb.read(environment, 'DescribeEnvInfo', { EnvId })).EnvInfo.EnvBaseInfo
  /** Once: what an environment calls its parts does not change. */
  const known = () => {
    read ??= readEnvironment()
    return read
  }
  const place: Asking['place'] = {
    EnvId,
    appId,
    database: async () => (await known()).Databases[0]?.InstanceId ?? '',
    bucket: async () => (await known()).Storages[0]?.Bucket ?? '',
    log: async () => (await known()).LogServices?.[0] ?? null,
  }
  const scf = { ...asks(call, 'scf'), place }
  return {
    environment: async () => factsOf(await readEnvironment()),
    ...databaseOf({ ...tcb, place }),
    ...functionsOf(scf),
    ...releasesOf(scf),
    ...timersOf(scf),
    routes: async () => {
      const { Domains } = await tcb.read(domains, 'DescribeHTTPServiceRoute', {
        EnvId,
        Limit: DOMAINS_OF_PAGE,
      })
      return Object.fromEntries(
        (Domains ?? []).map(({ Domain, Routes }) => [Domain, (Routes ?? []).map(routeOf)]),
      )
    },
    createRoute: (Domain, route) =>
      tcb.write('CreateHTTPServiceRoute', { EnvId, Domain: { Domain, Routes: [askedRoute(route)] } }),
    mendRoute: (Domain, route) =>
      tcb.write('ModifyHTTPServiceRoute', { EnvId, Domain: { Domain, Routes: [askedRoute(route)] } }),
  }
}

const factsOf = ({
  EnvId,
  Status,
  Region,
  Storages,
  LogServices,
}: z.infer<typeof environment>['EnvInfo']['EnvBaseInfo']): EnvironmentFacts => ({
  envId: EnvId,
  status: Status,
  region: Region ?? '',
  downloadDomain: Storages[0]?.CdnDomain ?? '',
  hasLog: (LogServices ?? []).length > 0,
})

const routeOf = (route: Routes[number]): RouteFacts => ({
  path: route.Path,
  functionName: route.UpstreamResourceType === 'SCF' ? (route.UpstreamResourceName ?? '') : '',
  isPublic: route.Enable !== false && route.EnableAuth !== true,
})

/** Anybody's browser and partners' machines come this way: without a sign-in, and from pages of any site. */
const askedRoute = ({ path, functionName }: { path: string; functionName: string }): object => ({
  Path: path,
  UpstreamResourceType: 'SCF',
  UpstreamResourceName: functionName,
  Enable: true,
  EnableAuth: false,
  EnableSafeDomain: false,
})
