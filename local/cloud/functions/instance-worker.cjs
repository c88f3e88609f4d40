// One function instance: its own environment, one call at a time. Plain JavaScript, so that it runs under any loader.
const { parentPort, workerData } = require('node:worker_threads')

const RealDate = Date
let offsetMs = 0

/** The cloud's clock may have been moved forward; an instance then lives in that time. */
class MovedDate extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + offsetMs)
    else super(...parts)
  }

  static now() {
    return RealDate.now() + offsetMs
  }
}

const PER_CALL = ['WX_OPENID', 'WX_UNIONID', 'WX_APPID', 'TRIGGER_SRC', 'TCB_SOURCE', 'WX_CONTEXT_KEYS']
let loaded

parentPort.on('message', async ({ event, env, context, offset }) => {
  offsetMs = offset
  globalThis.Date = offset === 0 ? RealDate : MovedDate
  for (const name of PER_CALL) delete process.env[name]
  Object.assign(process.env, env)
  try {
    loaded ??= require(workerData.file)
    const result = await loaded.main(event, context)
    const text = JSON.stringify(result === undefined ? null : result)
    parentPort.postMessage({ text })
  } catch (error) {
    parentPort.postMessage({ error: error?.stack ? error.stack : String(error) })
  }
})
