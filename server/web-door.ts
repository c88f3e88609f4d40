import { handleWeb, webRouteOf } from './books/certificate/web'
import { contextNow } from './door'
import type { WebAnswer, WebEvent } from './kernel/web-answer'
import { handlePartner, isPartners, PARTNERS_ROUTE } from './outside/partner-door'

/**
 * HTTP for callers without WeChat. Any browser checks certificates: reads only, with no identity. Partners' machines
 * push rows with them, and are identified by their signature alone.
 */
export const webDoor = (event: WebEvent): Promise<WebAnswer> =>
  isPartners(event)
    ? handlePartner(event, contextNow('web', PARTNERS_ROUTE))
    : handleWeb(event, contextNow('web', webRouteOf(event)))
