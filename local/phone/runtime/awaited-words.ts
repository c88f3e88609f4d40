// Waiting for words in the page itself: to be asked from outside sixteen times a second costs the computer more than most
// of what it waits for.
import { squeeze, visibleText } from './visible-text'

/** Words as they are read, or the source of a regular expression for them. */
export type Words = string | { pattern: string; flags: string }

/** Looked at again when something has changed, but not at every change of a busy screen. */
const LOOK_AGAIN_MS = 60
/** A style can show what was there before, and changes nothing. */
const LOOK_ANYWAY_MS = 500

/** Waits until these words are seen, or are not; false where the limit came first. */
export async function awaitWords(
  words: Words,
  { seen, limitMs }: { seen: boolean; limitMs: number },
): Promise<boolean> {
  const deadline = performance.now() + limitMs
  while (isSeen(words) !== seen) {
    if (performance.now() > deadline) return false
    await somethingChanged()
    await later(LOOK_AGAIN_MS)
  }
  return true
}

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function somethingChanged(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      observer.disconnect()
      clearTimeout(timer)
      resolve()
    }
    const observer = new MutationObserver(done)
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
    const timer = setTimeout(done, LOOK_ANYWAY_MS)
  })
}

function isSeen(words: Words): boolean {
  const text = squeeze(visibleText())
  return typeof words === 'string'
    ? text.includes(squeeze(words))
    : new RegExp(words.pattern, words.flags).test(text)
}
