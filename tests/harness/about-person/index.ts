// A document of each collection, about one person as far as it can be: what export and erasure are held against.
import { ABOUT_IDENTITY } from './identity'
import { ABOUT_LEARNING } from './learning'
import type { Fixtures } from './leaver'
import { ABOUT_OFFICE } from './office'

export { LEAVER } from './leaver'

/** Each collection: one that is not here does not compile. */
export const ABOUT: Fixtures = { ...ABOUT_IDENTITY, ...ABOUT_LEARNING, ...ABOUT_OFFICE }
