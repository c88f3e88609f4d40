import { type DeskMessage, postToDesk } from './desk-post'
import { onRoute } from './page-stack'
import { onProblem } from './record'
import { session } from './session'
import { setFontSize, setOffline, setTheme } from './settings'
import { holdCode } from './wx/scan'

export type DeskCommand =
  | { type: 'scan'; content: string }
  | { type: 'launch'; page?: string; scene?: number; query?: Record<string, string>; openid?: string }
  | { type: 'font'; size: number }
  | { type: 'theme'; value: 'light' | 'dark' }
  | { type: 'offline'; off: boolean }

/** A relaunch reloads the page: only the program's storage remains. */
function relaunch(command: Extract<DeskCommand, { type: 'launch' }>): void {
  const address = new URL(window.location.href)
  const parameters = address.searchParams
  const write = (name: string, value: string | undefined) =>
    value === undefined ? parameters.delete(name) : parameters.set(name, value)
  if (command.openid) write('openid', command.openid)
  write('page', command.page)
  write('scene', command.scene === undefined ? undefined : String(command.scene))
  write('query', command.query ? JSON.stringify(command.query) : undefined)
  write('fontSize', String(session.fontSizePx))
  write('theme', session.theme)
  window.location.assign(address)
}

function obey(command: DeskCommand): void {
  switch (command.type) {
    case 'scan':
      holdCode(command.content)
      break
    case 'launch':
      relaunch(command)
      break
    case 'font':
      setFontSize(command.size)
      break
    case 'theme':
      setTheme(command.value)
      break
    case 'offline':
      setOffline(command.off)
      break
  }
}

/** Lets the desk around the phone command it by messages, and reports the phone's events to it. */
export function sitAtDesk(): void {
  window.addEventListener('message', (event: MessageEvent<DeskCommand | undefined>) => {
    if (event.source === window.parent && event.data?.type) obey(event.data)
  })
  onProblem((text) => postToDesk({ type: 'problem', text }))
  onRoute((stack) => postToDesk({ type: 'route', stack } satisfies DeskMessage))
}
