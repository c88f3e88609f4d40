import { handleWeb, type WebAnswer, type WebEvent } from './certificate/web'
import { contextNow } from './door'

/** Pages and checks for anybody's browser: reads only, and nobody is known. */
export const webDoor = (event: WebEvent): Promise<WebAnswer> => handleWeb(event, contextNow())
