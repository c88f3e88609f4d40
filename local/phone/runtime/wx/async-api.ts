import { calls, plainCopy } from '../record'

export interface Settled {
  success?(result: unknown): void
  fail?(error: unknown): void
  complete?(result: unknown): void
}

/** A refusal as WeChat words it: `name:fail why`, with the code where there is one. */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(message)
  }
}

function failureOf(name: string, error: unknown): Error {
  const why = error instanceof Error ? error.message : String(error)
  const fields = error instanceof ApiFailure ? error.fields : {}
  const errMsg = `${name}:fail ${why}`
  return Object.assign(new Error(errMsg), { errMsg, ...fields })
}

type Outcome = { ok: true; result: unknown } | { ok: false; error: Error }

/**
 * Gives a function both styles of WeChat's asynchronous calls: callbacks in the options, or else a promise.
 * Callbacks never run before the call has returned.
 */
export function asyncApi<Options extends object>(
  name: string,
  run: (options: Options) => unknown,
): (options?: Options & Settled) => unknown {
  return (options = {} as Options & Settled) => {
    calls.push({ name, data: plainCopy(options) })
    const outcome = settle(name, () => run(options))
    if (!options.success && !options.fail && !options.complete) {
      return outcome.then((settled) => (settled.ok ? settled.result : Promise.reject(settled.error)))
    }
    void outcome.then((settled) => setTimeout(() => tell(options, settled), 0))
    return undefined
  }
}

async function settle(name: string, run: () => unknown): Promise<Outcome> {
  try {
    await Promise.resolve()
    const result = await run()
    return { ok: true, result: { errMsg: `${name}:ok`, ...(typeof result === 'object' ? result : {}) } }
  } catch (error) {
    return { ok: false, error: failureOf(name, error) }
  }
}

function tell(options: Settled, settled: Outcome): void {
  const value = settled.ok ? settled.result : settled.error
  if (settled.ok) options.success?.(value)
  else options.fail?.(value)
  options.complete?.(value)
}
