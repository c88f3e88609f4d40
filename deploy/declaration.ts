// What an environment is, beside its documents and their indexes, which `server/collections.ts` declares: its functions,
// and how the platform runs them. The files that the platform's own tools read of a function are written from it.

export interface FunctionDeclaration {
  /** The platform's default is three seconds. */
  timeoutSeconds: number
  memoryMegabytes: number
  /** What it may call of WeChat's open API; anything else is refused with −604101. */
  openapi: readonly string[]
  /** When the platform runs it by itself, in seven fields of Beijing time. One is all that a function may have. */
  timer?: { name: string; at: string }
}

export const FUNCTIONS = {
  api: {
    timeoutSeconds: 20,
    memoryMegabytes: 256,
    openapi: ['phonenumber.getPhoneNumber', 'wxacode.getUnlimited'],
  },
  study: { timeoutSeconds: 10, memoryMegabytes: 256, openapi: [] },
  // Reads and writes sheets of ten thousand rows.
  office: { timeoutSeconds: 60, memoryMegabytes: 512, openapi: [] },
  web: { timeoutSeconds: 10, memoryMegabytes: 256, openapi: [] },
  clock: {
    timeoutSeconds: 60,
    memoryMegabytes: 256,
    openapi: ['subscribeMessage.send'],
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
