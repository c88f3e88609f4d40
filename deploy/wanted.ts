// What is to stand in an environment: the declaration, with the names and values of one environment.
import { declarations } from '../server/collections'
import type { Bundle } from './bundle'
import {
  FUNCTION_NAMES,
  FUNCTIONS,
  type FunctionDeclaration,
  type FunctionName,
  HANDLER,
  ROUTES,
  RUNTIME,
  STORAGE_RULE,
} from './declaration'
import type { IndexFacts } from './manager/port'

export interface WantedFunction {
  readonly name: string
  readonly runtime: string
  readonly handler: string
  readonly bundle: Bundle
  readonly timeoutSeconds: number
  readonly memoryMegabytes: number
  readonly variables: Readonly<Record<string, string>>
  readonly openapi: readonly string[]
  readonly timer: { readonly name: string; readonly at: string } | null
}

export interface Wanted {
  /** The commit that is deployed. */
  readonly git: string
  readonly collections: readonly { readonly name: string; readonly indexes: readonly IndexFacts[] }[]
  readonly storageRule: string
  readonly functions: readonly WantedFunction[]
  /** The domain whose routes lead to us; null where none is bound yet. */
  readonly domain: string | null
  readonly routes: readonly { readonly path: string; readonly functionName: string }[]
}

interface Given {
  git: string
  publicOrigin: string | null
  variables: Readonly<Record<string, string>>
  bundleOf(name: FunctionName): Bundle
}

export const wantedOf = ({ git, publicOrigin, variables, bundleOf }: Given): Wanted => ({
  git,
  collections: declarations.map(({ name, indexes }) => ({
    name,
    // One of the id alone is the platform's own.
    indexes: indexes.filter(({ fields }) => fields.length > 0).map(indexOf),
  })),
  storageRule: STORAGE_RULE,
  functions: FUNCTION_NAMES.map((name) => {
    const { openapi, timer, ...declared }: FunctionDeclaration = FUNCTIONS[name]
    return {
      name,
      runtime: RUNTIME,
      handler: HANDLER,
      bundle: bundleOf(name),
      timeoutSeconds: declared.timeoutSeconds,
      memoryMegabytes: declared.memoryMegabytes,
      variables: variablesFor(declared.variables, variables),
      openapi,
      timer: timer ?? null,
    }
  }),
  domain: publicOrigin === null ? null : new URL(publicOrigin).host,
  routes: ROUTES,
})

/** A page goes on from a key, so every index of the database ends with the id. */
const indexOf = ({ name, fields }: (typeof declarations)[number]['indexes'][number]): IndexFacts => ({
  name,
  fields: [...fields, { path: '_id', direction: 'asc' }],
  unique: false,
})

const variablesFor = (
  names: readonly string[],
  values: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
