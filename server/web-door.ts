import { handleWeb } from './books/certificate/web'
import { contextNow } from './door'
import type { WebAnswer, WebEvent } from './kernel/web-answer'
import { handlePartner, isPartners } from './outside/partner-door'

/**
 * HTTP for whoever has no WeChat. Anybody's browser checks certificates: reads only, and nobody is known. Partners' machines
 * push what was learned with them, and are known by their signature alone.
 */
export const webDoor = (event: WebEvent): Promise<WebAnswer> =>
  isPartners(event) ? handlePartner(event, contextNow()) : handleWeb(event, contextNow())
