// One request of the platform's HTTP API. Who signs and sends it is a driver's; the rest of this room knows no more.

export type Service = 'tcb' | 'scf'

export interface Asked {
  readonly service: Service
  readonly action: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/** The `Response` of the answer, its `RequestId` among it. Throws a `ManagerError` where the platform refuses. */
export type Call = (asked: Asked) => Promise<Readonly<Record<string, unknown>>>

/** A refusal by the platform, with its code and the number of the request that its support asks for. */
export class ManagerError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly about: { action: string; requestId: string },
  ) {
    super(`平台拒绝了 ${about.action}：${message}〔${code}，请求 ${about.requestId || '没有编号'}〕`)
    this.name = 'ManagerError'
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof ManagerError && (error.code === code || error.code.startsWith(`${code}.`))

export const isMissing = (error: unknown): boolean => isCode(error, 'ResourceNotFound')
export const isThere = (error: unknown): boolean => isCode(error, 'ResourceInUse')
export const isTooOften = (error: unknown): boolean => isCode(error, 'RequestLimitExceeded')
