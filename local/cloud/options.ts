/** One collection and the indexes that queries on it may use. `_id` closes every index. */
export interface CollectionDeclaration {
  name: string
  indexes: readonly IndexDeclaration[]
}

export interface IndexDeclaration {
  name: string
  fields: readonly { path: string; direction: 'asc' | 'desc' }[]
}

export interface FunctionAttributes {
  timeoutSeconds: number
  memoryMegabytes: number
  /** Names of what it is given of `functionEnv`; all of it where nothing is said. */
  variables?: readonly string[]
}

export const DEFAULT_ATTRIBUTES: FunctionAttributes = { timeoutSeconds: 3, memoryMegabytes: 256 }

/** What a check gives functions on a computer that does other things: no check fails by how long one took. */
export const PATIENCE = 30

export interface CloudOptions {
  /** Journal and files live here. */
  dataDir: string
  /** Each `<name>/index.js` in it is a function; `<name>/config.json` may hold permissions and one timer. */
  functionsDir: string
  /** What the platform keeps of a function beside its files; three seconds and 256 MB where nothing is said, as there. */
  functions?: Readonly<Record<string, FunctionAttributes>>
  collections: readonly CollectionDeclaration[]
  /** Folders that phones may upload new files into; none where it is not said. */
  uploads?: readonly string[]
  /** The keywords of each template of a subscription message, by its id: `phrase3`, `thing5`. */
  templates?: Readonly<Record<string, readonly string[]>>
  envId?: string
  /** 0 or absent: any free port. Always on 127.0.0.1. */
  port?: number
  /** Given to function instances, to each what it declares (`variables`): keys, addresses. */
  functionEnv?: Record<string, string>
  maxInstances?: number
  /**
   * How many times its time-out a function is given, for a computer that others use too: the platform's time-out stands on a
   * processor of the function's own. 1 where it is not said.
   */
  patience?: number
  /** Waits for the disk at every write, as a crash of the machine (not of the process) would ask for. */
  fsync?: boolean
}
