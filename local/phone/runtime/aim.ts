/**
 * A test's finger touches only an element that stands still, and a touch that would reach another element is
 * taken back before the program receives it: between the look and the touch, a slow computer may have drawn
 * another screen.
 */
import { type Found, isWanted, type Place, placeOf, type Wanted } from './visible-text'

/** The result of the last touch: `missed` was never delivered, so that it can be repeated. */
export type Touched = 'nothing' | 'aimed' | 'missed'

/** For how many drawn frames in a row the same thing must stand at the same place. */
const STILL_FRAMES = 3
/** Words inside longer ones may be only temporary, until the exact words are drawn. */
const STILL_FRAMES_OF_PART = 24

interface Aim {
  element: Element
  wanted: Wanted
}

let aim: Aim | null = null
let touched: Touched = 'nothing'

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))

/** Whether an animation or transition that ends is still on its way on this element or around it. */
export function isMoving(element: Element): boolean {
  return document.getAnimations().some(({ playState, effect }) => {
    if (playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY)
      return false
    const moved = effect instanceof KeyframeEffect ? effect.target : null
    return moved?.contains(element) ?? false
  })
}

const isSamePlace = (one: Place, other: Place): boolean => one.x === other.x && one.y === other.y

/** Waits until the wanted element stands still and can be reached; the next touch then counts only for it. */
export async function aimAt(wanted: Wanted, limitMs: number): Promise<Found> {
  const deadline = performance.now() + limitMs
  let last: { element: Element; place: Place } | null = null
  let stillFrames = 0
  for (;;) {
    const found = placeOf(wanted)
    if ('missing' in found) {
      last = null
      stillFrames = 0
      if (performance.now() > deadline) return found
    } else {
      const { element, place, isPart } = found
      const stands = last?.element === element && isSamePlace(last.place, place) && !isMoving(element)
      stillFrames = stands ? stillFrames + 1 : 0
      last = { element, place }
      if (stillFrames >= (isPart ? STILL_FRAMES_OF_PART : STILL_FRAMES)) {
        aim = { element, wanted }
        touched = 'nothing'
        return { place, isPart }
      }
      if (performance.now() > deadline) return { missing: 'it does not come to rest' }
    }
    await nextFrame()
  }
}

/** The result of the touch, once its effects have been drawn. */
export async function touchedWhat(): Promise<Touched> {
  await nextFrame()
  await nextFrame()
  return touched
}

/** Hears every touch before the program does, and takes back one that would miss. */
export function watchAim(): void {
  const options = { capture: true, passive: false }
  let isTakenBack = false
  const takeBack = (event: Event): void => {
    if (!isTakenBack) return
    event.stopImmediatePropagation()
    event.preventDefault()
  }
  window.addEventListener(
    'touchstart',
    (event) => {
      const aimed = aim
      aim = null
      isTakenBack = aimed !== null && !isReached(aimed, event)
      if (aimed) touched = isTakenBack ? 'missed' : 'aimed'
      takeBack(event)
    },
    options,
  )
  for (const type of ['touchmove', 'touchend', 'touchcancel'])
    window.addEventListener(type, takeBack, options)
}

/**
 * Whether the finger is still on the element: within its box, on itself, on a descendant, or on the box drawn
 * around it.
 */
function isReached({ element, wanted }: Aim, { target, changedTouches }: TouchEvent): boolean {
  const [finger] = changedTouches
  const box = Element.prototype.getBoundingClientRect.call(element)
  const isWithin =
    finger !== undefined &&
    finger.clientX >= box.left &&
    finger.clientX <= box.right &&
    finger.clientY >= box.top &&
    finger.clientY <= box.bottom
  const hit = target as Element
  return isWithin && (element.contains(hit) || hit.contains(element)) && isWanted(element, wanted)
}
