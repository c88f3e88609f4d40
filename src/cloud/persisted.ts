import Taro from '@tarojs/taro'

/** Raised when a stored shape changes, so that an old draft is dropped rather than misread. */
const SHAPE_VERSION = 1

/** Parses a stored value; null where it no longer has the expected shape. */
export type Parse<T> = (stored: unknown) => T | null

/** One typed slot in the phone's storage: typed text or answers, until the server has them. */
export interface Persisted<T> {
  load(): T | null
  save(value: T): void
  clear(): void
}

/** `persisted('enrol', parseDraft)`. Storage that is full or broken never stops a person: the value is then not kept. */
export function persisted<T>(name: string, parse: Parse<T>): Persisted<T> {
  const key = `xueshi:${SHAPE_VERSION}:${name}`
  return {
    load() {
      const stored: unknown = attempt(() => Taro.getStorageSync(key))
      return stored === undefined || stored === '' ? null : parse(stored)
    },
    save(value) {
      attempt(() => Taro.setStorageSync(key, value))
    },
    clear() {
      attempt(() => Taro.removeStorageSync(key))
    },
  }
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
