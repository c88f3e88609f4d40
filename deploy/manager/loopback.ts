import { type Call, ManagerError, type Service } from './call'

const VERSIONS: Readonly<Record<Service, string>> = { tcb: '2018-06-08', scf: '2018-04-16' }

interface Answer {
  Response: { Error?: { Code: string; Message: string }; RequestId?: string } & Record<string, unknown>
}

/** Asks a stand-in on this machine, unsigned: to rehearse a deployment, and in tests. */
export function loopbackCall(origin: string): Call {
  if (new URL(origin).hostname !== '127.0.0.1') throw new Error(`演练只在本机进行，不连接 ${origin}`)
  return async ({ service, action, parameters }) => {
    const response = await fetch(origin, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-tc-action': action,
        'x-tc-version': VERSIONS[service],
      },
      body: JSON.stringify(parameters),
    })
    const { Response } = (await response.json()) as Answer
    const { Error: refused, RequestId: requestId = '' } = Response
    if (refused) throw new ManagerError(refused.Code, refused.Message, { action, requestId })
    return Response
  }
}
