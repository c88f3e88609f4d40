import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Fault } from '../faults'
import { bodyOf, sendJson } from './body'
import type { Parts } from './parts'
import { serveUpload } from './upload'

const BODY_LIMIT_BYTES = 32 * 1024 * 1024

type Given = Record<string, unknown>

/** The controls of the desk and of journeys. No real cloud has them. */
const ACTIONS: Record<string, (parts: Parts, given: Given) => object | Promise<object>> = {
  /** Takes `{advanceMs}` or `{setTo}`; with neither, only answers the time. */
  async clock({ clock, timers }, { advanceMs, setTo }) {
    const before = timers.runs.length
    if (typeof advanceMs === 'number') await clock.advanceMs(advanceMs)
    if (typeof setTo === 'number') await clock.set(setTo)
    return { now: clock.now(), timers: timers.runs.slice(before) }
  },

  /** A fault to add, or `{clear: true}`. */
  fault({ faults }, given) {
    if (given.clear) faults.clear()
    else faults.add(given as unknown as Fault)
    return {}
  },

  'phone-code': ({ phoneCodes }, { phoneNumber }) => ({ code: phoneCodes.issue(String(phoneNumber)) }),

  outbox: ({ openApi }) => ({ outbox: openApi.outbox }),

  /** Whose data this is: asked by a second cloud that is about to open the same. */
  'data-dir': ({ dataDir }) => ({ dataDir }),
}

/** A phone's own request for an address: all files are private, so it is refused as there. */
const CLOSED: readonly string[] = ['temp-urls']
const REFUSED = { error: 'permission denied: files are open to functions alone', errCode: -503002 }

export async function serveDesk(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://local')
  const name = pathname.slice('/_local/'.length)
  if (name === 'upload') return serveUpload(parts, request, response)
  const action = CLOSED.includes(name) ? () => REFUSED : ACTIONS[name]
  const body = await bodyOf(request, BODY_LIMIT_BYTES)
  if (!action) {
    response.writeHead(404).end()
    return
  }
  const isGiven = body.length > 0 && !CLOSED.includes(name)
  sendJson(response, await action(parts, isGiven ? (JSON.parse(body.toString()) as Given) : {}))
}
