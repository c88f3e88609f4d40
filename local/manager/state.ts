// What stands in an environment. Plain data, so that it can be kept in a file and compared whole.

export interface StoredIndex {
  Name: string
  Keys: { Name: string; Direction: string }[]
  Unique: boolean
  /** How often it is asked for until it is listed: the platform builds an index after it has answered. */
  pollsUntilListed: number
}

export interface StoredCollection {
  indexes: StoredIndex[]
  aclTag: string
  rule: string | null
}

/** What a version freezes. */
export interface StoredCode {
  /** SHA-256 of the zip that was sent. */
  zip: string
  description: string
  handler: string
  runtime: string
  timeout: number
  memory: number
  variables: Record<string, string>
}

export interface StoredTrigger {
  TriggerName: string
  Type: string
  TriggerDesc: string
  Qualifier: string
  Enable: number
}

export interface StoredFunction {
  status: string
  /** How often it is asked for until it is active. */
  pollsUntilActive: number
  latest: StoredCode
  versions: { name: string; description: string; code: StoredCode }[]
  aliases: Record<string, string>
  triggers: StoredTrigger[]
}

export interface StoredRoute {
  Path: string
  UpstreamResourceType: string
  UpstreamResourceName: string
  Enable: boolean
  EnableAuth: boolean
  EnableSafeDomain: boolean
  EnablePathTransmission: boolean
}

export interface ManagerState {
  envId: string
  region: string
  collections: Record<string, StoredCollection>
  functions: Record<string, StoredFunction>
  storage: { AclTag: string; Rule: string; pollsUntilDone: number }
  /** Routes by the domains that are bound to the environment. */
  domains: Record<string, StoredRoute[]>
  /** What each function may call of WeChat, as its configuration was uploaded. */
  permissions: Record<string, string>
}

export const emptyState = (envId: string, region: string): ManagerState => ({
  envId,
  region,
  collections: {},
  functions: {},
  storage: { AclTag: 'PRIVATE', Rule: '', pollsUntilDone: 0 },
  domains: {},
  permissions: {},
})

/** The names that the platform derives from the environment's. */
export const tagOf = ({ envId }: ManagerState): string => `tnt-${envId}`
export const bucketOf = ({ envId }: ManagerState): string => `bucket-${envId}`
