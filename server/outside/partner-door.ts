import type { Context } from '../kernel/context'
import { answered, jsonIn, noSuchRoute, routeOf, type WebAnswer, type WebEvent } from '../kernel/web-answer'
import { receiveBatch } from './receive-batch'

export const PARTNERS_ROUTE = 'POST /outside/batches'

/** The platform's own limit on a request's text: a month of more lines comes in several parts. */
const BODY_LIMIT_BYTES = 100 * 1024

export const isPartners = (event: WebEvent): boolean => / \/outside(\/|$)/.test(routeOf(event))

/** One act: push a signed batch. Pushed again it is answered with how far it has come. */
export async function handlePartner(event: WebEvent, ctx: Context): Promise<WebAnswer> {
  if (routeOf(event) !== PARTNERS_ROUTE) return noSuchRoute(ctx)
  return answered(ctx, async () => ({ batch: await receiveBatch(ctx, jsonIn(event, BODY_LIMIT_BYTES)) }))
}
