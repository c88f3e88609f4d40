import { handleWeb } from './books/certificate/web'
import { contextNow } from './door'
import type { WebAnswer, WebEvent } from './kernel/web-answer'
import { handlePartner, isPartners } from './outside/partner-door'

/**
 * HTTP for callers without WeChat. Any browser checks certificates: reads only, with no identity. Partners' machines
 * push rows with them, and are identified by their signature alone.
 */
export const webDoor = (event: WebEvent): Promise<WebAnswer> =>
  isPartners(event) ? handlePartner(event, contextNow()) : handleWeb(event, contextNow())
