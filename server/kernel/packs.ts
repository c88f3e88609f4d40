import { packLookup } from '../../domain/policy/lookup'
import { sealPack } from '../../domain/policy/seal-pack'
import { NOTICES } from '../../policies'

/** The notices that decide here, each under the version of its content. */
export const packs = packLookup(NOTICES.map(sealPack))
