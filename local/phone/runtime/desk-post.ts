/** The phone's messages to the page in which it is embedded. */
export type DeskMessage =
  | { type: 'ready' }
  | { type: 'problem'; text: string }
  | { type: 'scan-requested' }
  | { type: 'route'; stack: string[] }

export function postToDesk(message: DeskMessage): void {
  if (window.parent !== window) window.parent.postMessage(message, '*')
}
