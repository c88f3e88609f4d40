import type { Mend } from './mend'
import { COST } from './mends/cost'
import { COUNTING } from './mends/counting'
import { RIGHTS } from './mends/rights'
import { TELLING } from './mends/telling'
import { WHO } from './mends/who'

/** What stands against each attack of docs/security.md, by the parts of its table. */
export const MENDS: readonly Mend[] = [...WHO, ...RIGHTS, ...COUNTING, ...TELLING, ...COST]
