import { foundRegion } from '../../server/bodies/found-region'
import { Refused } from '../../server/kernel/refused'
import { orderOf, USAGE } from './order'
import { NotReached, reach } from './reach'
import { type PlatformFault, platformWords, refusalWords, wordsOf } from './words'

export interface Said {
  text: string
  /** 0 where there is a code; 1 where nothing was changed; 2 where the order was not understood. */
  exitCode: 0 | 1 | 2
}

/** The command, from its words to its answer. What breaks, breaks it: a fault is no refusal. */
export async function found(argv: readonly string[], { colours }: { colours: boolean }): Promise<Said> {
  const order = orderOf(argv)
  if ('wrong' in order) return { text: `${order.wrong}\n\n${USAGE}`, exitCode: 2 }
  try {
    const founded = await foundRegion(await reach(order), order.founding)
    return { text: wordsOf(founded, colours), exitCode: 'code' in founded ? 0 : 1 }
  } catch (error) {
    if (error instanceof NotReached) return { text: error.message, exitCode: 1 }
    if (error instanceof Refused) return { text: refusalWords(error.refusal), exitCode: 1 }
    const fault = platformFaultIn(error)
    if (fault) return { text: platformWords(fault), exitCode: 1 }
    throw error
  }
}

/** What the SDK throws where the platform does not do as asked: wrong keys, no such environment, a missing collection. */
function platformFaultIn(error: unknown): PlatformFault | null {
  const { errCode, errMsg } = error as { errCode?: unknown; errMsg?: unknown }
  return typeof errCode === 'number' ? { errCode, errMsg: String(errMsg ?? '') } : null
}
