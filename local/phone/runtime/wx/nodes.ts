import type { ComponentCaller } from '../glass-easel'
import { topPage } from '../page-stack'

type Fields = Record<string, unknown>
type Found = (Fields & { context?: unknown; node?: unknown }) | null
type Callback = (found: Found) => void

interface NodesRef {
  fields(fields: Fields, callback?: Callback): unknown
  node(callback?: Callback): unknown
}

interface SelectorQuery {
  select(selector: string): NodesRef
}

let completed = false

/** glass-easel's query knows no `node`; its context is the node that the program expects. */
function completeNodesRef(query: SelectorQuery): void {
  if (completed) return
  completed = true
  const prototype = Object.getPrototypeOf(query.select('view')) as NodesRef
  const { fields } = prototype
  prototype.fields = function (wanted, callback) {
    if (!wanted.node) return fields.call(this, wanted, callback)
    const withNode: Callback = (found) => {
      if (found) found.node = found.context
      callback?.(found)
    }
    return fields.call(this, { ...wanted, context: true }, withNode)
  }
  prototype.node = function (callback) {
    return this.fields({ node: true }, callback)
  }
}

function createSelectorQuery(): unknown {
  const caller = topPage()?.caller
  if (!caller) throw new Error('createSelectorQuery: there is no page')
  const query = caller.createSelectorQuery()
  completeNodesRef(query as unknown as SelectorQuery)
  return query
}

/** A component asks through itself; the same completion must have happened before it does. */
export function completeSelectorQueries(prototype: object): void {
  const holder = prototype as { createSelectorQuery(): unknown }
  const create = holder.createSelectorQuery
  holder.createSelectorQuery = function () {
    const query = create.call(this)
    completeNodesRef(query as SelectorQuery)
    return query
  }
}

interface ObserverMaker {
  createIntersectionObserver(options?: unknown): unknown
  createMediaQueryObserver(): unknown
}

/** An animation is described by a chain of calls; the phone shows its end without the way there. */
function createAnimation(): unknown {
  const chain: unknown = new Proxy(
    {},
    { get: (_, name) => (name === 'export' ? () => ({ actions: [] }) : () => chain) },
  )
  return chain
}

export const nodesApi = {
  createSelectorQuery,
  createIntersectionObserver: (component: ComponentCaller, options?: unknown) =>
    (component as unknown as ObserverMaker).createIntersectionObserver(options),
  createMediaQueryObserver: (component: ComponentCaller) =>
    (component as unknown as ObserverMaker).createMediaQueryObserver(),
  createAnimation,
}
