// Signs and sends requests by the vendor's own client (`@cloudbase/manager-node`), and uses nothing else of it.
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Call, ManagerError, type Service } from './call'
import { installedTools } from './tools'

interface Client {
  commonService(service: Service): {
    call(asked: { Action: string; Param: object }): Promise<Record<string, unknown>>
  }
}
type ClientClass = new (account: {
  secretId: string
  secretKey: string
  envId: string
  region: string
}) => Client

interface Account {
  secretId: string
  secretKey: string
  envId: string
  region: string
}

/** `origin`: a stand-in's address, to which requests go instead; in tests alone. */
export function managerNodeCall(account: Account, origin?: string): Call {
  const require = createRequire(path.join(installedTools(), 'package.json'))
  const Client = require('@cloudbase/manager-node') as ClientClass
  if (origin !== undefined) redirect(require, origin)
  const client = new Client(account)
  return async ({ service, action, parameters }) => {
    try {
      return await client.commonService(service).call({ Action: action, Param: parameters })
    } catch (error) {
      throw asManagerError(action, error)
    }
  }
}

/** The client knows one variable for one of its services alone. */
function redirect(require: NodeJS.Require, origin: string): void {
  const { CloudService } = require('@cloudbase/manager-node/lib/utils') as {
    CloudService: { prototype: object }
  }
  Object.defineProperty(CloudService.prototype, 'baseUrl', { get: () => origin })
}

function asManagerError(action: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { code, requestId } = error as { code?: unknown; requestId?: unknown }
  if (typeof code !== 'string') return error
  return new ManagerError(code, error.message, { action, requestId: String(requestId ?? '') })
}
