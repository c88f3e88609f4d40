import * as z from 'zod'
import type { Call, Service } from './call'
import type { RequestId } from './port'

type Parameters = Readonly<Record<string, unknown>>

/** What the drivers of each part share: how to ask, and what the environment calls its parts. */
export interface Asking {
  read<T>(shape: z.ZodType<T>, action: string, parameters: Parameters): Promise<T>
  write(action: string, parameters: Parameters): Promise<RequestId>
  readonly place: {
    readonly EnvId: string
    /** The mini-program that the environment is part of; null where it is none's. */
    readonly appId: string | null
    database(): Promise<string>
    bucket(): Promise<string>
    /** Where functions write their log; null where none was set up. */
    log(): Promise<{ LogsetId: string; TopicId: string } | null>
  }
}

const written = z.object({ RequestId: z.string().default('') })

/** Requests of one service. An answer of another shape than expected is an error that names the action. */
export function asks(call: Call, service: Service): Pick<Asking, 'read' | 'write'> {
  const read = async <T>(shape: z.ZodType<T>, action: string, parameters: Parameters): Promise<T> => {
    const answer = shape.safeParse(await call({ service, action, parameters }))
    if (!answer.success)
      throw new Error(`平台对 ${action} 的回答与文档不符：${z.prettifyError(answer.error)}`)
    return answer.data
  }
  return {
    read,
    write: async (action, parameters) => (await read(written, action, parameters)).RequestId,
  }
}
