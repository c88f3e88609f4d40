import { facts } from './program'
import { session } from './session'

/** A value in `app.json` or a page's json may be a variable of `theme.json`, written `@name`. */
export function themed(value: unknown): string {
  if (typeof value !== 'string') return ''
  if (!value.startsWith('@')) return value
  return facts.theme[session.theme][value.slice(1)] ?? ''
}
