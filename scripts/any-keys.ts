import { followingVariables } from '../deploy/following'

/** Keys for a function that is only started, not used: without its own it refuses to start, as it should. */
export function anyKeys(): Record<string, string> {
  const keys = {
    XUESHI_ID_KEYS: JSON.stringify({ current: 1, keys: { 1: '00'.repeat(16) } }),
    XUESHI_INDEX_KEY: '00'.repeat(32),
    XUESHI_SIGN_KEY: '01'.repeat(32),
    XUESHI_SIGN_PUBLIC_KEY: `04${'01'.repeat(64)}`,
  }
  return { ...keys, ...followingVariables(keys) }
}
