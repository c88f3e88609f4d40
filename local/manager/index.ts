// A stand-in for what manages an environment of CloudBase, on loopback. See README.md.
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Action, perform } from './action'
import { type Answers, clientReads, invocation, served } from './calls'
import { DATABASE_ACTIONS } from './database'
import { ENVIRONMENT_ACTIONS } from './environment'
import { Faults } from './faults'
import { FUNCTION_ACTIONS } from './functions'
import { keeping } from './kept-state'
import type { Parameters } from './parameters'
import { Refused } from './refused'
import { ROUTE_ACTIONS } from './routes'
import { emptyState, type ManagerState } from './state'
import { VERSION_ACTIONS } from './versions'
import { wechatAnswer } from './wechat'

export type { ManagerState } from './state'
export { WECHAT_TOKEN } from './wechat'

export interface ManagerOptions {
  envId: string
  region?: string
  /** Domains that are bound to the environment beside the stand-in's own address. */
  domains?: readonly string[]
  /** 0 or absent: any free port. Always on 127.0.0.1. */
  port?: number
  /** What functions answer; their name and what they were asked where it is not said. */
  answers?: Answers
  /** Keeps what stands there; in memory alone where it is absent. */
  file?: string
}

export interface ManagerStandIn {
  origin: string
  /** What stands there: tests look at it, and change it behind the back of whoever deploys. */
  state: ManagerState
  faults: Faults
  /** Every action that was asked for, in order. */
  asked: readonly { action: string; given: Parameters }[]
  stop(): Promise<void>
}

const REQUEST_LIMIT_BYTES = 32 * 1024 * 1024
const VERSIONS = { tcb: '2018-06-08', scf: '2018-04-16' } as const

interface Parts {
  state: ManagerState
  faults: Faults
  asked: { action: string; given: Parameters }[]
  answers: Answers
  actions: Readonly<Record<string, Action>>
  keep(): void
}

export async function startManager(options: ManagerOptions): Promise<ManagerStandIn> {
  const {
    envId,
    region = 'ap-shanghai',
    domains = [],
    answers = ({ functionName, path }) => ({ functionName, path }),
  } = options
  const { state, keep } = keeping(options.file, () => emptyState(envId, region))
  const parts: Parts = { state, keep, answers, faults: new Faults(), asked: [], actions: actionsOf(answers) }
  const server = http.createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  for (const domain of [host, ...domains]) state.domains[domain] ??= []
  return {
    origin: `http://${host}`,
    state,
    faults: parts.faults,
    asked: parts.asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** An action is asked for with the version of its service: the same name with another one is unknown. */
const actionsOf = (answers: Answers): Readonly<Record<string, Action>> => {
  const tcb = { ...ENVIRONMENT_ACTIONS, ...DATABASE_ACTIONS, ...ROUTE_ACTIONS }
  const scf = { ...FUNCTION_ACTIONS, ...VERSION_ACTIONS, Invoke: invocation(answers) }
  const versioned = (actions: Readonly<Record<string, Action>>, version: string) =>
    Object.entries(actions).map(([name, action]) => [`${version} ${name}`, action] as const)
  return Object.fromEntries([...versioned(tcb, VERSIONS.tcb), ...versioned(scf, VERSIONS.scf)])
}

async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local')
  if (request.method === 'GET') return serve(parts, request, response)
  const given = JSON.parse(await bodyOf(request)) as Parameters
  if (pathname.startsWith('/tcb/')) {
    const token = searchParams.get('access_token') ?? ''
    send(response, 200, wechatAnswer(parts.state, { path: pathname, token, given }))
    parts.keep()
    return
  }
  const action = String(request.headers['x-tc-action'] ?? '')
  const answer = answerTo(parts, `${String(request.headers['x-tc-version'])} ${action}`, given)
  if (parts.faults.answerIsLost(action)) request.socket.destroy()
  else send(response, 200, { Response: { ...answer, RequestId: `request-${parts.asked.length}` } })
}

function answerTo(parts: Parts, name: string, given: Parameters): object {
  const { state, faults, asked, actions } = parts
  const action = name.slice(name.indexOf(' ') + 1)
  asked.push({ action, given })
  try {
    faults.before(action)
    const known = actions[name]
    if (!known) throw new Refused('InvalidAction', `The action ${action} of this version is unknown.`)
    const answer = perform(known, state, given)
    if (action === 'CreateFunction' && faults.creationFails()) failCreation(state, given)
    if (known.writes) parts.keep()
    return answer
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { Error: { Code: error.code, Message: error.message } }
  }
}

/** A function that could not be created is there all the same, and never becomes active. */
function failCreation({ functions }: ManagerState, { FunctionName }: Parameters): void {
  const failed = functions[String(FunctionName)]
  if (failed) Object.assign(failed, { status: 'CreateFailed', pollsUntilActive: 0 })
}

const CLIENT_READ = /^\/_client\/([\w-]+)$/

/** What the environment serves to everybody: its functions over HTTP access, and collections to clients. */
function serve(parts: Parts, request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? '/', 'http://local')
  const [, collection] = CLIENT_READ.exec(pathname) ?? []
  try {
    if (collection === undefined) send(response, 200, served(parts, request.headers.host ?? '', pathname))
    else if (clientReads(parts.state, collection)) send(response, 200, { data: [] })
    else send(response, 403, { code: 'DATABASE_PERMISSION_DENIED' })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    send(response, 404, { code: error.code, message: error.message })
  }
}

function send(response: ServerResponse, status: number, content: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(content))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > REQUEST_LIMIT_BYTES) throw new Error('a request of more than 32 MB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString() || '{}'
}
