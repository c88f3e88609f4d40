import type { CertificateState } from '../../views'
import type { Row } from './rows'
import type { Unread, Words } from './words'

/** An element of the page by its id: markup and program are one document, so it is there. */
export function find(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`no #${id}`)
  return element
}

/** Words and facts go in as text, never as markup. */
export function show(state: CertificateState | Unread, words: Words, rows: readonly Row[]): void {
  const card = find('card')
  card.className = `card ${state}`
  card.setAttribute('data-state', state)
  find('title').textContent = words.title
  find('text').textContent = words.text
  find('seal').textContent = words.seal
  find('advice').textContent = words.advice
  find('advice').hidden = words.advice === ''
  find('again').hidden = state !== 'offline' && state !== 'busy' && state !== 'unknown'
  const facts = find('facts')
  facts.textContent = ''
  facts.hidden = rows.length === 0
  for (const [name, value] of rows) facts.appendChild(lineOf(name, value))
}

function lineOf(name: string, value: string): HTMLElement {
  const line = document.createElement('div')
  line.className = 'row'
  line.appendChild(document.createElement('dt')).textContent = name
  line.appendChild(document.createElement('dd')).textContent = value
  return line
}
