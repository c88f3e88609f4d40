/** Finds visible elements for tests, which know no selectors, only words, labels and roles. */

export interface Wanted {
  text?: string
  label?: string
  role?: string
  name?: string
  /** The placeholder or label of a field. */
  field?: string
}

/** Covering layers hide the page from touch; a person touches the topmost layer. */
export function touchableRoots(): HTMLElement[] {
  const layers = [...document.querySelectorAll<HTMLElement>('.phone-layer')]
  const covering = layers.filter((layer) => layer.classList.contains('covering')).at(-1)
  if (covering) return [covering]
  const page = document.querySelector<HTMLElement>('.phone-page:not([hidden])')
  // The page's own words come before those of the bars around it, because a test seldom means a title.
  const parts = page ? ['.phone-body', '.phone-tab-bar', '.phone-navigation'] : []
  return [...layers, ...parts.flatMap((part) => page?.querySelector<HTMLElement>(part) ?? [])]
}

/** All readable text now: the top page and the layers over it. */
export function visibleText(): string {
  const page = document.querySelector<HTMLElement>('.phone-page:not([hidden])')
  const layers = [...document.querySelectorAll<HTMLElement>('.phone-layer')]
  return [...(page ? [page] : []), ...layers].map(textWithValues).join('\n')
}

function textWithValues(root: HTMLElement): string {
  const fields = [...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input,textarea')]
  const values = fields
    .filter((field) => field.type !== 'range' && isVisible(field))
    .map((field) => field.value)
  return [root.innerText, ...values.filter((value) => value !== '')].join('\n')
}

export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

function isVisible(element: Element): boolean {
  return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && hasSize(element)
}

function hasSize(element: Element): boolean {
  const { width, height } = Element.prototype.getBoundingClientRect.call(element)
  return width > 0 && height > 0
}

const FIELD = 'input,textarea'

function labelOf(element: Element): string {
  return squeeze(element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? '')
}

function candidates(root: HTMLElement, wanted: Wanted): Element[] {
  if (wanted.role) {
    const { name } = wanted
    const all = [...root.querySelectorAll(`[role="${CSS.escape(wanted.role)}"],${roleTag(wanted.role)}`)]
    if (name === undefined) return all
    const exact = all.filter((element) => nameOf(element) === squeeze(name))
    return exact.length > 0 ? exact : all.filter((element) => nameOf(element).includes(name))
  }
  if (wanted.label) return [...root.querySelectorAll(`[aria-label="${CSS.escape(wanted.label)}"]`)]
  if (wanted.field) return fieldsFor(root, wanted.field)
  return byText(root, wanted.text ?? '')
}

const roleTag = (role: string): string => (role === 'button' ? 'button' : `x-${CSS.escape(role)}`)
const nameOf = (element: Element): string =>
  squeeze(labelOf(element) || (element as HTMLElement).innerText || '')

/** A field is known by its placeholder or label, or by the words that stand beside it in its row. */
function fieldsFor(root: HTMLElement, name: string): Element[] {
  const fields = [...root.querySelectorAll(FIELD)]
  const named = fields.filter((field) => labelOf(field) === name)
  if (named.length > 0) return named
  const near = fields.filter((field) => {
    const holder = field.closest('[aria-label]')
    return labelOf(field).includes(name) || (holder && labelOf(holder).includes(name))
  })
  if (near.length > 0) return near
  for (const label of byText(root, name)) {
    for (let around: Element | null = label; around && root.contains(around); around = around.parentElement) {
      const inside = [...around.querySelectorAll(FIELD)]
      if (inside.length > 0) return inside
    }
  }
  return []
}

/** Exact words first, then an exact label, then words inside others; of nested elements the innermost. */
function byText(root: HTMLElement, text: string): Element[] {
  const wanted = squeeze(text)
  const all = [...root.children].flatMap((child) => withLetters(child, letters(text)))
  const exact = all.filter((element) => squeeze(element.innerText ?? '') === wanted)
  if (exact.length > 0) return innermost(exact)
  const labelled = [
    ...root.querySelectorAll(`[aria-label="${CSS.escape(wanted)}"],[placeholder="${CSS.escape(wanted)}"]`),
  ]
  if (labelled.length > 0) return labelled
  return innermost(all.filter((element) => squeeze(element.innerText ?? '').includes(wanted)))
}

const letters = (text: string): string => text.replace(/\s+/g, '')

/** An element with those of its parts that hold these letters, shown or not: the words shown ask for the layout. */
function withLetters(element: Element, wanted: string): HTMLElement[] {
  const text = element.textContent ?? ''
  if (text === '' || !letters(text).includes(wanted)) return []
  return [element as HTMLElement, ...[...element.children].flatMap((child) => withLetters(child, wanted))]
}

const innermost = (elements: Element[]): Element[] =>
  elements.filter((element) => !elements.some((other) => other !== element && element.contains(other)))

export interface Place {
  x: number
  y: number
}

/** `isPart`: the words asked for were found only inside longer ones. */
export type Found = { place: Place; isPart: boolean } | { missing: string }
type Placed = { element: Element; place: Place; isPart: boolean } | { missing: string }

function isPart(element: Element, { text }: Wanted): boolean {
  if (text === undefined) return false
  const wanted = squeeze(text)
  return squeeze((element as HTMLElement).innerText ?? '') !== wanted && labelOf(element) !== wanted
}

const covering = (hit: Element | null): string =>
  hit ? `it is covered by <${hit.tagName.toLowerCase()} class="${hit.className}">` : 'it is off the screen'

/** The middle of an element, where a finger would reach it or something inside or around it. */
function reach(element: Element, wanted: Wanted): Placed {
  const rect = Element.prototype.getBoundingClientRect.call(element)
  const place = { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 }
  const hit = document.elementFromPoint(place.x, place.y)
  const reached = hit !== null && (element.contains(hit) || hit.contains(element))
  return reached ? { element, place, isPart: isPart(element, wanted) } : { missing: covering(hit) }
}

/** Whether this element still has these words, this label or this role. */
export const isWanted = (element: Element, wanted: Wanted): boolean =>
  touchableRoots().some((root) => candidates(root, wanted).includes(element))

/**
 * The place to touch for the wanted element, scrolled into view only if necessary; or the reason why it
 * cannot be touched.
 */
export function placeOf(wanted: Wanted): Placed {
  const all = touchableRoots().flatMap((root) => candidates(root, wanted))
  const visible = all.filter(isVisible)
  let last: Placed = { missing: all.length > 0 ? 'it is there, but hidden' : 'nothing like it is there' }
  for (const element of visible) {
    last = reach(element, wanted)
    if ('place' in last) return last
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
    last = reach(element, wanted)
    if ('place' in last) return last
  }
  return last
}

export function focusField(name: string): boolean {
  const field = touchableRoots()
    .flatMap((root) => candidates(root, { field: name }))
    .find(isVisible)
  if (!(field instanceof HTMLElement)) return false
  field.focus()
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select()
  return true
}
