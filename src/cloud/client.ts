import type { Api } from '@server/surface'
import { createTRPCUntypedClient, type TRPCClient } from '@trpc/client'
import { cloudLink } from './link'

const untyped = createTRPCUntypedClient<Api>({ links: [cloudLink] })

/** A procedure's path, read from its place in the typed client: no screen writes it down. */
const PATH = Symbol('path')

type Call = (input: unknown) => Promise<unknown>

/** One step of a path; its last one, `query` or `mutate`, is the call. */
function at(path: readonly string[]): object {
  const procedure = path.slice(0, -1).join('.')
  const calls: Readonly<Record<string, Call>> = {
    query: (input) => untyped.query(procedure, input),
    mutate: (input) => untyped.mutation(procedure, input),
  }
  const call: Call = (input) =>
    (calls[path.at(-1) ?? ''] ?? (() => Promise.reject(new Error(`${path.join('.')} is no call`))))(input)
  return new Proxy(call, {
    has: () => true,
    get: (_, name) => {
      if (name === PATH) return path
      // `then` would make it a promise to code that awaits it.
      return typeof name !== 'string' || name === 'then' ? undefined : at([...path, name])
    },
  })
}

/** The whole backend, typed: `cloud.home.view.query()`, `cloud.exam.save.mutate({ … })`. */
export const cloud = at([]) as TRPCClient<Api>

/** `pathOf(cloud.review.people)` is `['review', 'people']`. */
export const pathOf = (procedure: object): readonly string[] =>
  (procedure as { readonly [PATH]: readonly string[] })[PATH]
