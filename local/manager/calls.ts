// What an environment serves: a function over HTTP access, a call of it, and what a client may read.
import { randomUUID } from 'node:crypto'
import { codeOf, functionOf } from './functions'
import { type Parameters, text } from './parameters'
import { notFound, Refused } from './refused'
import type { ManagerState, StoredCode } from './state'

/** What a test says that a function answers; its code is kept by its hash alone, and never run. */
export type Answers = (call: {
  functionName: string
  variables: Readonly<Record<string, string>>
  /** What was asked over HTTP, after the route's own part; absent in a call. */
  path?: string
  event?: unknown
}) => object

const SHAPE = {
  needs: { FunctionName: 'text', Namespace: 'text' },
  takes: { ClientContext: 'text', LogType: 'text', Qualifier: 'text', InvocationType: 'text' },
} as const

export const invocation = (answers: Answers) => ({
  shape: SHAPE,
  run(state: ManagerState, given: Parameters): object {
    const functionName = text(given, 'FunctionName')
    const { variables } = servedBy(state, functionName, text(given, 'Qualifier') || '$DEFAULT')
    const event: unknown = JSON.parse(text(given, 'ClientContext') || '{}')
    const RetMsg = JSON.stringify(answers({ functionName, variables, event }))
    return { Result: { InvokeResult: 0, RetMsg, ErrMsg: '', FunctionRequestId: randomUUID() } }
  },
})

function servedBy(state: ManagerState, name: string, qualifier: string): StoredCode {
  const found = functionOf(state, { FunctionName: name, Namespace: state.envId })
  if (found.status !== 'Active')
    throw new Refused('FailedOperation.FunctionStatusError', `the function is ${found.status}`)
  return codeOf(found, qualifier)
}

/** What a request over HTTP access is answered: paths are compared as they are written, capitals and all. */
export function served(
  { state, answers }: { state: ManagerState; answers: Answers },
  host: string,
  path: string,
): object {
  const route = (state.domains[host] ?? []).find(
    ({ Path, Enable }) => Enable && (path === Path || path.startsWith(`${Path}/`)),
  )
  if (!route) throw notFound('Route', path)
  const functionName = route.UpstreamResourceName
  const { variables } = servedBy(state, functionName, '$DEFAULT')
  return answers({ functionName, variables, path: path.slice(route.Path.length) || '/' })
}

/** Whether a client, with no more than its own identity, may read a collection. */
export function clientReads(state: ManagerState, name: string): boolean {
  const collection = state.collections[name]
  if (!collection) throw notFound('Table', name)
  return collection.aclTag !== 'ADMINONLY'
}
