import { canonicalJson } from '../kernel/canonical'
import { sha256Hex } from '../kernel/digest'
import type { Notice, PolicyPack } from './pack'

/**
 * Names a notice by the hash of its content, so that one changed character, word or number is another
 * version. The hash is computed on first use, because a function that has just started must answer before it
 * has read every notice.
 */
export function sealPack(notice: Notice): PolicyPack {
  let version: string | null = null
  return {
    ...notice,
    get version() {
      version ??= `${notice.region}-${notice.year}-${sha256Hex(canonicalJson(notice)).slice(0, 12)}`
      return version
    },
  }
}
