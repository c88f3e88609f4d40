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

async function callDoor(path: string, type: string, input: unknown): Promise<DoorAnswer> {
  const { result } = await Taro.cloud.callFunction({
    name: doorOf(path),
    data: { path, type, input, device: deviceName() },
  })
  return result as unknown as DoorAnswer
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
      callDoor(op.path, op.type, op.input).then(
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
