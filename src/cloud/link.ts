import { doorOf } from '@domain/kernel/doors'
import type { Api } from '@server/surface'
import Taro from '@tarojs/taro'
import { TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { deviceName } from './device-name'

/** The answer of every door: data, or an error in tRPC's shape. A throw is always the transport's. */
type DoorAnswer =
  | { result: { type: 'data'; data: unknown } }
  | { error: { message: string; code: number; data: unknown } }

/** A caller over the door's allowance is told to wait so long: longer waits than this are told to the person. */
const LONGEST_WAIT_MS = 5_000
const MOST_WAITS = 2

interface Asked {
  path: string
  type: string
  input: unknown
}

/**
 * Who taps fast enough to be over the allowance for a moment never sees it: the door read nothing and did nothing, so the same
 * call is made again, acts included.
 */
async function callDoor(asked: Asked, waited = 0): Promise<DoorAnswer> {
  const { result } = await Taro.cloud.callFunction({
    name: doorOf(asked.path),
    data: { ...asked, device: deviceName() },
  })
  const answer = result as unknown as DoorAnswer
  const waitMs = waitIn(answer)
  if (waitMs === null || waitMs > LONGEST_WAIT_MS || waited >= MOST_WAITS) return answer
  await new Promise((resolve) => setTimeout(resolve, waitMs))
  return callDoor(asked, waited + 1)
}

function waitIn(answer: DoorAnswer): number | null {
  const data = 'error' in answer ? (answer.error.data as { waitMs?: unknown } | null) : null
  return typeof data?.waitMs === 'number' ? data.waitMs : null
}

function transportError(cause: unknown): Error {
  if (cause instanceof Error) return cause
  const message = (cause as { errMsg?: unknown } | null)?.errMsg
  return new Error(typeof message === 'string' ? message : 'callFunction failed')
}

/** tRPC over WeChat's own channel: the platform adds who is calling, so no token travels. */
export const cloudLink: TRPCLink<Api> = () => {
  return ({ op }) =>
    observable((observer) => {
      callDoor({ path: op.path, type: op.type, input: op.input }).then(
        (answer) => {
          if ('error' in answer) {
            observer.error(TRPCClientError.from(answer as never))
            return
          }
          observer.next({ result: answer.result })
          observer.complete()
        },
        (cause: unknown) => observer.error(TRPCClientError.from(transportError(cause))),
      )
    })
}
