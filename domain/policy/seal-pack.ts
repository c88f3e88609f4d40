import { canonicalJson } from '../kernel/canonical'
import { sha256Hex } from '../kernel/digest'
import type { Notice, PolicyPack } from './pack'

/** Names a notice by its content: one changed character, word or number is another version. */
export const sealPack = (notice: Notice): PolicyPack => ({
  ...notice,
  version: `${notice.region}-${notice.year}-${sha256Hex(canonicalJson(notice)).slice(0, 12)}`,
})
