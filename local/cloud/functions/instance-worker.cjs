// One function instance: its own environment, one call at a time. Plain JavaScript, so that it runs under any loader.
const { parentPort, workerData } = require('node:worker_threads')

const RealDate = Date
const realNow = Date.now
let offsetMs = 0

const movedNow = () => realNow() + offsetMs

/** The cloud's clock may have been moved; an instance then lives in that time. Dates stay real Dates throughout. */
const MovedDate = new Proxy(RealDate, {
  construct: (target, parts, newTarget) =>
    Reflect.construct(target, parts.length === 0 ? [movedNow()] : parts, newTarget),
  apply: () => new RealDate(movedNow()).toString(),
})

function liveIn(offset) {
  offsetMs = offset
  const moved = offset !== 0
  RealDate.now = moved ? movedNow : realNow
  globalThis.Date = moved ? MovedDate : RealDate
  RealDate.prototype.constructor = globalThis.Date
}

const PER_CALL = ['WX_OPENID', 'WX_UNIONID', 'WX_APPID', 'TRIGGER_SRC', 'TCB_SOURCE', 'WX_CONTEXT_KEYS']
let loaded

parentPort.on('message', async ({ event, env, context, offset }) => {
  liveIn(offset)
  for (const name of PER_CALL) delete process.env[name]
  Object.assign(process.env, env)
  try {
    loaded ??= require(workerData.file)
    const result = await loaded.main(JSON.parse(event), context)
    parentPort.postMessage({ text: JSON.stringify(result === undefined ? null : result) })
  } catch (error) {
    parentPort.postMessage({ error: error?.stack ? error.stack : String(error) })
  }
})
