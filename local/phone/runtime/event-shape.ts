import { componentOf, domOf, type GlassElement, glassEasel } from './glass-easel'

/** A handler sees plain targets, as on the phone: an id, the dataset and a position, never a tree node. */
export interface PlainTarget {
  id: string
  dataset: Record<string, unknown>
  offsetLeft: number
  offsetTop: number
}

function plainTarget(element: GlassElement): PlainTarget {
  const dom = domOf(element)
  return {
    id: element.id,
    dataset: { ...element.dataset },
    offsetLeft: dom?.offsetLeft ?? 0,
    offsetTop: dom?.offsetTop ?? 0,
  }
}

/** The tree node a listener is attached to; only WXS handlers see it. */
export const rawCurrentTarget: unique symbol = Symbol('currentTarget')

export function shapeEvents(): void {
  const prototype = glassEasel.Event.prototype
  const wrap = prototype.wrapShadowedEvent
  prototype.wrapShadowedEvent = function (target, mark, current) {
    const event = wrap.call(this, target, mark, current)
    const currentElement = componentOf(current) as unknown as GlassElement
    Object.assign(event, {
      [rawCurrentTarget]: currentElement,
      target: plainTarget(componentOf(target) as unknown as GlassElement),
      currentTarget: plainTarget(currentElement),
      mark: mark ?? {},
    })
    return event
  }
}

export interface FireOptions {
  bubbles?: boolean
  composed?: boolean
  extraFields?: Record<string, unknown>
}
