import { handleWeb, webRouteOf } from './books/certificate/web'
import { contextNow } from './door'
import { configHere } from './kernel/config'
import type { WebAnswer, WebEvent } from './kernel/web-answer'
import { handlePartner, isPartners, PARTNERS_ROUTE } from './outside/partner-door'

/**
 * HTTP for callers without WeChat; the door does not open without its configuration. Any browser checks certificates:
 * reads only, with no identity. Partners' machines push rows with them, and are identified by their signature alone.
 */
export function webDoor(): (event: WebEvent) => Promise<WebAnswer> {
  const config = configHere()
  return (event) =>
    isPartners(event)
      ? handlePartner(event, contextNow(config, 'web', PARTNERS_ROUTE))
      : handleWeb(event, contextNow(config, 'web', webRouteOf(event)))
}
