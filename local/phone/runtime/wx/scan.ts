import { postToDesk } from '../desk-post'
import { askForCode } from '../layers/scan-sheet'
import { ApiFailure, asyncApi } from './async-api'

const prepared: string[] = []
let open: ((content: string) => void) | undefined

/** A code is held before the camera: by a test in advance, or by the desk while the camera is open. */
export function holdCode(content: string): void {
  if (open) open(content)
  else prepared.push(content)
}

/** A code of WeChat's own (a mini-program code) names a page of this program instead of carrying text. */
function scanResult(content: string) {
  const path = pageIn(content)
  if (path) return { result: '', scanType: 'WX_CODE', charSet: 'UTF-8', path, rawData: '' }
  return { result: content, scanType: 'QR_CODE', charSet: 'UTF-8', path: '', rawData: '' }
}

/** `path:pages/x/index?scene=…` from a test; or the text of a code that the local cloud drew in place of a real one. */
function pageIn(content: string): string | undefined {
  const drawn = /^https:\/\/[\w.]+\/q\?page=([^&]*)&scene=([^&]*)$/.exec(content)
  if (drawn) return `${decodeURIComponent(drawn[1] ?? '')}?scene=${drawn[2] ?? ''}`
  return /^path:\/?(.+)$/.exec(content)?.[1]
}

async function scanCode() {
  const ready = prepared.shift()
  if (ready !== undefined) return scanResult(ready)
  postToDesk({ type: 'scan-requested' })
  const content = await askForCode((answer) => {
    open = answer
  })
  open = undefined
  if (content === null) throw new ApiFailure('cancel')
  return scanResult(content)
}

export const scanApi = { scanCode: asyncApi('scanCode', scanCode) }
