import type { AnyRouter } from '@trpc/server'
import { mergeRouters, router } from './procedure'

/** One router of a door. Its parts may lie in several rooms; each is loaded by the first call that asks it. */
export interface Parts<R extends AnyRouter = AnyRouter> {
  /** What is asked most stands first: a call loads the parts before its own. */
  loaders: readonly (() => AnyRouter)[]
  whole(): R
}
export type DoorParts = Readonly<Record<string, Parts>>

/** A loader requires its part when it is called, which a function's bundle keeps: a cold start loads one part of twenty. */
export const parts = <R extends AnyRouter[]>(...loaders: { [K in keyof R]: () => R[K] }) => ({
  loaders,
  whole: () => mergeRouters<R>(...(loaders.map((load) => load()) as R)),
})

type Whole<P extends DoorParts> = { [K in keyof P]: ReturnType<P[K]['whole']> }

/** All parts of doors as one router: for its type, which the phone sees, for tests and for the reference. */
export const wholeOf = <P extends DoorParts>(door: P) =>
  router(Object.fromEntries(Object.entries(door).map(([name, { whole }]) => [name, whole()])) as Whole<P>)

/** The part that has a procedure, and the procedure's name in it; null where none has. */
export function partOf(door: DoorParts, path: string): { part: AnyRouter; name: string } | null {
  const [key = '', ...rest] = path.split('.')
  const name = rest.join('.')
  const loaders = Object.hasOwn(door, key) ? door[key]?.loaders : undefined
  for (const load of loaders ?? []) {
    const part = load()
    if (Object.hasOwn(part._def.procedures, name)) return { part, name }
  }
  return null
}
