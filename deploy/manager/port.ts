// What deploying asks of whoever manages an environment, and nothing else. Each write gives back the number of its request.

export type RequestId = string

export interface EnvironmentFacts {
  readonly envId: string
  /** `NORMAL` where it can be used. */
  readonly status: string
  readonly region: string
  /** Where a file of the storage is fetched from: what a phone's list of download domains must hold. */
  readonly downloadDomain: string
  /** Whether what functions write to their log is kept. */
  readonly hasLog: boolean
}

export interface IndexField {
  readonly path: string
  readonly direction: 'asc' | 'desc'
}

export interface IndexFacts {
  readonly name: string
  /** All of them, `_id` at the end among them. */
  readonly fields: readonly IndexField[]
  readonly unique: boolean
}

export interface FunctionSettings {
  readonly timeoutSeconds: number
  readonly memoryMegabytes: number
  /** Overwritten whole: a variable that is not among them is gone. */
  readonly variables: Readonly<Record<string, string>>
  /** Letters, digits, spaces, commas and full stops, as the platform takes them. */
  readonly description: string
}

export interface TimerFacts {
  readonly name: string
  /** Seven fields of Beijing time. */
  readonly at: string
  readonly isOpen: boolean
  /** Whether it runs what callers reach, and not what was uploaded last. */
  readonly isReleased: boolean
}

export interface FunctionFacts extends FunctionSettings {
  /** `Active`, `CreateFailed`, or one of those on the way to them. */
  readonly status: string
  readonly runtime: string
  readonly handler: string
  readonly timers: readonly TimerFacts[]
}

export interface VersionFacts {
  readonly version: string
  readonly description: string
}

export interface AliasFacts {
  readonly version: string
  /** Whether some of the calls go to another version. */
  readonly isSplit: boolean
}

export interface RouteFacts {
  readonly path: string
  readonly functionName: string
  /** Whether anybody reaches it: open, and asking for no sign-in. */
  readonly isPublic: boolean
}

export interface NewFunction extends FunctionSettings {
  readonly name: string
  readonly runtime: string
  readonly handler: string
  readonly zip: Uint8Array
}

export interface Manager {
  environment(): Promise<EnvironmentFacts>

  collections(): Promise<readonly string[]>
  createCollection(name: string): Promise<RequestId>
  /** The platform's tag of who may read and write: `ADMINONLY` is closed to every client. */
  clientAccess(collection: string): Promise<string>
  closeToClients(collection: string): Promise<RequestId>
  indexes(collection: string): Promise<readonly IndexFacts[]>
  createIndex(collection: string, index: IndexFacts): Promise<RequestId>
  dropIndex(collection: string, name: string): Promise<RequestId>

  /** Null where another tag than one of our own rules holds. */
  storageRule(): Promise<string | null>
  setStorageRule(rule: string): Promise<RequestId>
  /** Whether the rule that was set last is everywhere. */
  isStorageRuleEverywhere(): Promise<boolean>

  /** Null where there is none. */
  function(name: string): Promise<FunctionFacts | null>
  createFunction(created: NewFunction): Promise<RequestId>
  deleteFunction(name: string): Promise<RequestId>
  updateCode(name: string, code: { zip: Uint8Array; handler: string }): Promise<RequestId>
  updateSettings(name: string, settings: FunctionSettings): Promise<RequestId>
  /** Newest last; without the one that is changed. */
  versions(name: string): Promise<readonly VersionFacts[]>
  publish(name: string, description: string): Promise<RequestId>
  /** The alias that every call comes through. */
  alias(name: string): Promise<AliasFacts>
  pointAlias(name: string, version: string): Promise<RequestId>
  createTimer(name: string, timer: { name: string; at: string }): Promise<RequestId>
  deleteTimer(name: string, timer: string): Promise<RequestId>
  /** What it answers; throws where it did not start. */
  invoke(name: string, event: object): Promise<unknown>

  /** By the domains that are bound to the environment. */
  routes(): Promise<Readonly<Record<string, readonly RouteFacts[]>>>
  createRoute(domain: string, route: { path: string; functionName: string }): Promise<RequestId>
  mendRoute(domain: string, route: { path: string; functionName: string }): Promise<RequestId>
}
