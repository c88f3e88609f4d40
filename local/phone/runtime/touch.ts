import { elementAround, glassEasel } from './glass-easel'

interface Point {
  identifier: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
}

interface Press {
  target: EventTarget | null
  x: number
  y: number
  moved: boolean
  long: boolean
  timer: ReturnType<typeof setTimeout>
}

type Contact = Pick<Touch, 'pageX' | 'pageY' | 'clientX' | 'clientY'> & { identifier?: number }

const TAP_SLACK_PX = 10
const LONG_PRESS_MS = 350
/** A browser sends mouse events after every touch; they are the same finger. */
const MOUSE_AFTER_TOUCH_MS = 800

/** Whether a mouse event or click is a finger's. Not every browser says so; the others are judged by the time between. */
function isOfFinger(event: UIEvent, touchedAt: number): boolean {
  const { sourceCapabilities } = event as UIEvent & {
    sourceCapabilities?: { firesTouchEvents: boolean } | null
  }
  return sourceCapabilities?.firesTouchEvents ?? Date.now() - touchedAt <= MOUSE_AFTER_TOUCH_MS
}

/** Runs after the input that already waits: on a busy computer the finger may have been lifted long ago. */
const afterWaitingInput = (run: () => void): void => void requestAnimationFrame(() => setTimeout(run))

/** Coordinates are the page's, which begins below the navigation bar. */
function pointOf(contact: Contact): Point {
  const page = document.querySelector('.phone-page:not([hidden]) .phone-body')
  const top = page ? Element.prototype.getBoundingClientRect.call(page).top : 0
  const scrollTop = document.querySelector('.phone-page:not([hidden]) .phone-scroll')?.scrollTop ?? 0
  return {
    identifier: contact.identifier ?? 0,
    clientX: contact.clientX,
    clientY: contact.clientY - top,
    pageX: contact.pageX,
    pageY: contact.pageY - top + scrollTop,
  }
}

interface Dispatch {
  target: EventTarget | null
  type: string
  detail?: unknown
  touches: Point[]
  changed: Contact
}

function dispatch({ target, type, detail = {}, touches, changed }: Dispatch) {
  const element = elementAround(target)
  if (!element) return undefined
  const event = new glassEasel.Event(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: { touches, changedTouches: [pointOf(changed)], domTarget: target },
  })
  glassEasel.Event.dispatchEvent(element, event)
  return event
}

/**
 * Swallows the click that a browser sends after a touch to whichever element lies there by then, such as a
 * dialog that the tap opened. Only the touched element is meant.
 */
function swallowGhostClicks(root: HTMLElement): void {
  let touched: Node | null = null
  let touchedAt = 0
  const remember = (event: Event) => {
    touched = event.target as Node
    touchedAt = Date.now()
  }
  const judge = (event: MouseEvent) => {
    const target = event.target as Node
    const isGhost = touched !== null && !touched.contains(target) && !target.contains(touched)
    // A click made by a script (detail 0) follows no finger.
    if (!isGhost || event.detail === 0 || !isOfFinger(event, touchedAt)) return
    event.stopPropagation()
    event.preventDefault()
  }
  root.addEventListener('touchstart', remember, { capture: true, passive: true })
  root.addEventListener('click', judge, { capture: true })
}

/** Turns the browser's touches (and the mouse of a desk) into WeChat's touch, tap and longpress events. */
export function listenToTouches(root: HTMLElement): void {
  swallowGhostClicks(root)
  let press: Press | null = null
  let lastTouchAt = 0

  const start = (target: EventTarget | null, contact: Contact, touches: Point[]) => {
    if (press) clearTimeout(press.timer)
    dispatch({ target, type: 'touchstart', touches, changed: contact })
    const pressLong = () => {
      if (press !== mine || mine.moved) return
      mine.long = true
      const told = { target, detail: { x: contact.pageX, y: contact.pageY }, touches, changed: contact }
      for (const type of ['longpress', 'longtap']) dispatch({ ...told, type })
    }
    const timer = setTimeout(() => afterWaitingInput(pressLong), LONG_PRESS_MS)
    const mine: Press = { target, x: contact.clientX, y: contact.clientY, moved: false, long: false, timer }
    press = mine
  }
  const move = (event: UIEvent, contact: Contact, touches: Point[]) => {
    if (!press) return
    if (Math.hypot(contact.clientX - press.x, contact.clientY - press.y) > TAP_SLACK_PX) {
      clearTimeout(press.timer)
      press.moved = true
    }
    const sent = dispatch({ target: press.target, type: 'touchmove', touches, changed: contact })
    if (sent?.defaultPrevented() && event.cancelable) event.preventDefault()
  }
  const end = (contact: Contact, type: 'touchend' | 'touchcancel') => {
    const ended = press
    press = null
    if (!ended) return
    clearTimeout(ended.timer)
    dispatch({ target: ended.target, type, touches: [], changed: contact })
    if (type === 'touchcancel' || ended.moved || ended.long) return
    const point = pointOf(contact)
    const detail = { x: point.pageX, y: point.pageY }
    dispatch({ target: ended.target, type: 'tap', detail, touches: [], changed: contact })
  }

  const options = { capture: true, passive: false }
  const onTouch = (type: string, handle: (event: TouchEvent, touch: Touch) => void) =>
    root.addEventListener(
      type,
      (event) => {
        const touchEvent = event as TouchEvent
        lastTouchAt = Date.now()
        const [touch] = touchEvent.changedTouches
        if (touch) handle(touchEvent, touch)
      },
      options,
    )
  onTouch('touchstart', (event, touch) => start(event.target, touch, [...event.touches].map(pointOf)))
  onTouch('touchmove', (event, touch) => move(event, touch, [...event.touches].map(pointOf)))
  for (const type of ['touchend', 'touchcancel'] as const) onTouch(type, (_, touch) => end(touch, type))

  const onMouse = (type: string, handle: (event: MouseEvent) => void) =>
    window.addEventListener(
      type,
      (event) => {
        if (!isOfFinger(event as MouseEvent, lastTouchAt)) handle(event as MouseEvent)
      },
      options,
    )
  onMouse('mousedown', (event) => {
    if (root.contains(event.target as Node)) start(event.target, event, [pointOf(event)])
  })
  onMouse('mousemove', (event) => move(event, event, [pointOf(event)]))
  onMouse('mouseup', (event) => end(event, 'touchend'))
}

const ANIMATION_EVENTS = ['transitionend', 'animationstart', 'animationiteration', 'animationend']

export function listenToAnimations(root: HTMLElement): void {
  for (const type of ANIMATION_EVENTS) {
    root.addEventListener(
      type,
      (event) => {
        const element = elementAround(event.target)
        if (!element) return
        const { elapsedTime } = event as AnimationEvent | TransitionEvent
        const detail = { elapsedTime }
        glassEasel.Event.dispatchEvent(
          element,
          new glassEasel.Event(type, detail, { bubbles: true, composed: true }),
        )
      },
      true,
    )
  }
}
