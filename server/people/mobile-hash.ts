import type { Secrets } from '../kernel/ports/port'
import { keyedHash } from '../kernel/ports/sealing'

/** What stands for a mobile number where two are compared: their masks hide the four digits that tell people apart. */
export const hashOfMobile = (mobile: string, secrets: Secrets): string => keyedHash('mobile', mobile, secrets)
