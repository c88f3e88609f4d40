import { handleWeb, webRouteOf } from './books/certificate/web'
import { contextNow, meterHere } from './door'
import { CallBudget } from './kernel/call-budget'
import { callerAddress, configHere } from './kernel/config'
import type { Context } from './kernel/context'
import { OUR_ALLOWANCES } from './kernel/our-limits'
import { refuse } from './kernel/refused'
import { addressOf, answered, type WebAnswer, type WebEvent } from './kernel/web-answer'
import { handlePartner, isPartners, PARTNERS_ROUTE } from './outside/partner-door'

/** In the points of `CALL_WEIGHTS`: a signature is checked, and a page of revoked numbers is read; the rest is text. */
const ROUTE_WEIGHTS: Readonly<Record<string, number>> = {
  'POST /check': 10,
  'GET /revoked': 10,
  [PARTNERS_ROUTE]: 10,
}
const OTHER_WEIGHT = 2

/**
 * HTTP for callers without WeChat; the door does not open without its configuration. Any browser checks certificates:
 * reads only, with no identity. Partners' machines push rows with them, and are identified by their signature alone; until
 * it is checked they are an address like any other.
 */
export function webDoor(): (event: WebEvent) => Promise<WebAnswer> {
  const config = configHere('web')
  const purses = new CallBudget(OUR_ALLOWANCES.address)
  const meter = meterHere()
  return async (event) => {
    const route = isPartners(event) ? PARTNERS_ROUTE : webRouteOf(event)
    const ctx = contextNow(config, 'web', route)
    const answer = await meter.counting(ctx, () => answerOf(event, ctx, purses))
    return { ...answer, headers: { ...answer.headers, 'x-request-id': ctx.call.id } }
  }
}

async function answerOf(event: WebEvent, ctx: Context, purses: CallBudget): Promise<WebAnswer> {
  const { path } = ctx.call
  const address = addressOf(event, callerAddress())
  const againAt = purses.pay(address, ROUTE_WEIGHTS[path] ?? OTHER_WEIGHT, ctx.now)
  if (againAt !== null) return answered(ctx, async () => refuse('TOO_OFTEN', { againAt }))
  return isPartners(event) ? handlePartner(event, ctx) : handleWeb(event, ctx)
}
