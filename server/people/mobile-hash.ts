import type { Secrets } from '../kernel/ports/port'
import { keyedHash, type Sealed, unseal } from '../kernel/ports/sealing'

/** What stands for a mobile number where two are compared: their masks hide the four digits that tell people apart. */
export const hashOfMobile = (mobile: string, secrets: Secrets): string => keyedHash('mobile', mobile, secrets)

/** Of a sealed mobile number; empty where there is none, which equals no other. */
export const mobileHashOf = (sealed: Sealed | null, secrets: Secrets): string =>
  sealed === null || sealed.cipher === '' ? '' : hashOfMobile(unseal(sealed, secrets), secrets)
