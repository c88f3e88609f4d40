/**
 * Runs in the browser that scanned the code, which may be an old one: no fetch, and of modules, domain's included, nothing
 * that a browser of 2016 lacks. Without a network it shows the code's facts, and says that they are not checked.
 */
import type { RefusalCode } from '../../../../../domain/kernel/refusal'
import type { CheckView } from '../../views'
import { find, show } from './card'
import { checkedRows, type Row, uncheckedRows } from './rows'
import { liveWords, UNREAD_OF, UNREAD_WORDS, type Unread } from './words'

type Answer = { ok: true; check: CheckView } | { ok: false; refusal?: { code: RefusalCode } }

const PATIENCE_MS = 10_000

function ask(): void {
  const payload = window.location.hash.slice(1).toUpperCase()
  showUnread(payload === '' ? 'malformed' : 'waiting')
  if (payload === '') return
  const request = new XMLHttpRequest()
  request.open('POST', './check', true)
  request.setRequestHeader('Content-Type', 'application/json')
  request.timeout = PATIENCE_MS
  request.onerror = request.ontimeout = () => showUnchecked('offline', payload)
  request.onload = () => showAnswer(answerIn(request.responseText), payload)
  request.send(JSON.stringify({ payload }))
}

/** Null where something else answered in the platform's place, such as a proxy with a page of its own. */
function answerIn(text: string): Answer | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function showAnswer(answer: Answer | null, payload: string): void {
  const unread = answer && !answer.ok && answer.refusal && UNREAD_OF[answer.refusal.code]
  if (answer?.ok) showChecked(answer.check)
  else if (unread) showUnread(unread)
  else showUnchecked(answer?.refusal?.code === 'TOO_OFTEN' ? 'busy' : 'offline', payload)
}

function showChecked(check: CheckView): void {
  show(check.state, liveWords(check.hourWord)[check.state], checkedRows(check))
}

function showUnread(state: Unread, rows: readonly Row[] = []): void {
  show(state, UNREAD_WORDS[state], rows)
}

function showUnchecked(state: 'offline' | 'busy', payload: string): void {
  const hourWords = JSON.parse(find('facts').getAttribute('data-hour-words') ?? '{}')
  showUnread(state, uncheckedRows(payload, hourWords))
}

find('again').onclick = ask
window.onhashchange = ask
ask()
