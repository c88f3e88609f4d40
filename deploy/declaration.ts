// What an environment is, beside its documents and their indexes, which `server/collections.ts` declares: its functions,
// and how the platform runs them. The files that the platform's own tools read of a function are written from it.
import { uploads } from '../server/collections'

/** It is given when a function is created, and cannot be changed. On an earlier one `fetch` does not exist. */
export const RUNTIME = 'Nodejs20.19'
export const HANDLER = 'index.main'

/** The earliest base library of WeChat on which all phones run the framework that the program names. */
export const MINIMUM_LIBRARY = '3.8.12'

/** Paths that HTTP access leads to `web`. Case matters there, and a QR code holds its address in capitals. */
export const ROUTES = [
  { path: '/web', functionName: 'web' },
  { path: '/WEB', functionName: 'web' },
] as const

/** Phones put files of their own into the folder of `uploads`, and read none. */
export const STORAGE_RULE = JSON.stringify({
  read: false,
  write: `/^(${uploads.join('|')})\\//.test(resource.path) && resource.openid == auth.openid`,
})

const KEYS = [
  'XUESHI_ID_KEYS',
  'XUESHI_INDEX_KEY',
  'XUESHI_SIGN_KEY',
  'XUESHI_SIGN_PUBLIC_KEY',
  'XUESHI_SIGN_KEY_ID',
  'XUESHI_SIGN_FROM',
  'XUESHI_PAST_SIGN_KEYS',
] as const
const PLACE = ['XUESHI_PUBLIC_ORIGIN', 'XUESHI_SAMPLES', 'XUESHI_HOME_REGION'] as const
const MESSAGES = ['XUESHI_TEMPLATES'] as const

/** Every variable that `server/kernel/config.ts` reads. */
export const VARIABLE_NAMES = [...KEYS, ...PLACE, ...MESSAGES]
export type VariableName = (typeof VARIABLE_NAMES)[number]

export interface FunctionDeclaration {
  /** The platform's default is three seconds. */
  timeoutSeconds: number
  memoryMegabytes: number
  /** What it may call of WeChat's open API; anything else is refused with −604101. */
  openapi: readonly string[]
  /** The environment variables that it is given, where they are set up: what it may not do without it refuses to start. */
  variables: readonly VariableName[]
  /** When the platform runs it by itself, in seven fields of Beijing time. One is all that a function may have. */
  timer?: { name: string; at: string }
}

export const FUNCTIONS = {
  api: {
    timeoutSeconds: 20,
    memoryMegabytes: 256,
    openapi: ['phonenumber.getPhoneNumber', 'wxacode.getUnlimited'],
    variables: VARIABLE_NAMES,
  },
  study: { timeoutSeconds: 10, memoryMegabytes: 256, openapi: [], variables: [...KEYS, ...PLACE] },
  // Reads and writes sheets of ten thousand rows.
  office: { timeoutSeconds: 60, memoryMegabytes: 512, openapi: [], variables: [...KEYS, ...PLACE] },
  web: { timeoutSeconds: 10, memoryMegabytes: 256, openapi: [], variables: [...KEYS, ...PLACE] },
  clock: {
    timeoutSeconds: 60,
    memoryMegabytes: 256,
    openapi: ['subscribeMessage.send'],
    variables: VARIABLE_NAMES,
    timer: { name: 'each-minute', at: '0 * * * * * *' },
  },
} as const satisfies Record<string, FunctionDeclaration>

export type FunctionName = keyof typeof FUNCTIONS
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[]

/** A function's `config.json`, as the platform reads it. Time-out and memory in it would be read by nobody. */
export function configFileOf(name: FunctionName): object {
  const { openapi, timer }: FunctionDeclaration = FUNCTIONS[name]
  const triggers = timer ? [{ name: timer.name, type: 'timer', config: timer.at }] : []
  return { permissions: { openapi }, triggers }
}
