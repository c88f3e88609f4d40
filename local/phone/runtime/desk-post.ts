/** What the phone tells the page that it is embedded in. */
export type DeskMessage =
  | { type: 'ready' }
  | { type: 'problem'; text: string }
  | { type: 'scan-requested' }
  | { type: 'route'; stack: string[] }

export function postToDesk(message: DeskMessage): void {
  if (window.parent !== window) window.parent.postMessage(message, '*')
}
