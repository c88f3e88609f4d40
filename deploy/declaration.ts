// What an environment is, beside its documents and their indexes, which `server/collections.ts` declares: its functions,
// and how the platform runs them. The files that the platform's own tools read of a function are written from it.
import { uploads } from '../server/collections'
import { VARIABLES, type VariableName } from '../server/kernel/variables'

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

/** Every variable that `server/kernel/config.ts` reads. */
export const VARIABLE_NAMES: readonly VariableName[] = [...new Set(Object.values(VARIABLES).flat())]

export interface FunctionDeclaration {
  /** The platform's default is three seconds. */
  timeoutSeconds: number
  memoryMegabytes: number
  /** What it may call of WeChat's open API; anything else is refused with −604101. */
  openapi: readonly string[]
  /** The environment variables that it is given, where they are set up, and no other: `server/kernel/variables.ts` says why. */
  variables: readonly VariableName[]
  /** When the platform runs it by itself, in seven fields of Beijing time. One is all that a function may have. */
  timer?: { name: string; at: string }
}

const clock = (second: number) =>
  ({
    timeoutSeconds: 60,
    memoryMegabytes: 256,
    openapi: ['subscribeMessage.send'],
    variables: VARIABLES.clock,
    timer: { name: 'each-minute', at: `${second} * * * * * *` },
  }) as const satisfies FunctionDeclaration

/**
 * The clock's workers: one program, each with the one timer that a function may have, a quarter of a minute apart.
 * Whoever needs more of them adds a line, and a folder in `cloudfunctions/`.
 */
const CLOCKS = { clock: clock(0), 'clock-2': clock(15), 'clock-3': clock(30), 'clock-4': clock(45) } as const

export const FUNCTIONS = {
  api: {
    timeoutSeconds: 20,
    memoryMegabytes: 256,
    openapi: ['phonenumber.getPhoneNumber', 'wxacode.getUnlimited'],
    variables: VARIABLES.api,
  },
  study: { timeoutSeconds: 10, memoryMegabytes: 256, openapi: [], variables: VARIABLES.study },
  // Reads and writes sheets of ten thousand rows.
  office: { timeoutSeconds: 60, memoryMegabytes: 512, openapi: [], variables: VARIABLES.office },
  web: { timeoutSeconds: 10, memoryMegabytes: 256, openapi: [], variables: VARIABLES.web },
  ...CLOCKS,
} as const satisfies Record<string, FunctionDeclaration>

export type FunctionName = keyof typeof FUNCTIONS
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[]

/** A function's `config.json`, as the platform reads it. Time-out and memory in it would be read by nobody. */
export function configFileOf(name: FunctionName): object {
  const { openapi, timer }: FunctionDeclaration = FUNCTIONS[name]
  const triggers = timer ? [{ name: timer.name, type: 'timer', config: timer.at }] : []
  return { permissions: { openapi }, triggers }
}
