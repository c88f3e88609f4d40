import { session } from '../session'
import { ApiFailure, asyncApi } from './async-api'

const KEY_LIMIT_BYTES = 1024 * 1024
const TOTAL_LIMIT_BYTES = 10 * 1024 * 1024

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** Storage belongs to one person on one phone: it survives a reload, and another openid never sees it. */
const prefix = `weapp:${session.openid}:`

function storedKeys(): string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
}

export function readStored(key: string): { found: boolean; value: unknown } {
  const text = localStorage.getItem(prefix + key)
  if (text === null) return { found: false, value: '' }
  return { found: true, value: (JSON.parse(text) as { value?: unknown }).value ?? '' }
}

function totalBytes(exceptKey = ''): number {
  return storedKeys()
    .filter((key) => key !== exceptKey)
    .reduce((sum, key) => sum + bytesOf(localStorage.getItem(prefix + key) ?? ''), 0)
}

export function writeStored(key: string, value: unknown): void {
  if (typeof key !== 'string' || key === '') throw new ApiFailure('parameter error: key should be a string')
  const text = JSON.stringify({ value })
  if (bytesOf(text) > KEY_LIMIT_BYTES) throw new ApiFailure('entry size limit reached')
  if (totalBytes(key) + bytesOf(text) > TOTAL_LIMIT_BYTES) throw new ApiFailure('storage size limit reached')
  try {
    localStorage.setItem(prefix + key, text)
  } catch {
    // The browser's own limit is about that of one phone, and several phones may share it here.
    throw new ApiFailure('storage size limit reached')
  }
}

const removeStored = (key: string) => localStorage.removeItem(prefix + key)

function clearStored(): void {
  for (const key of storedKeys()) removeStored(key)
}

function storageInfo() {
  const kilobytes = Math.ceil(totalBytes() / 1024)
  return { keys: storedKeys(), currentSize: kilobytes, limitSize: TOTAL_LIMIT_BYTES / 1024 }
}

function writeSync(key: string, value: unknown): void {
  try {
    writeStored(key, value)
  } catch (error) {
    throw new Error(`setStorageSync:fail ${error instanceof Error ? error.message : String(error)}`)
  }
}

interface KeyOptions {
  key: string
  data?: unknown
}

function read({ key }: KeyOptions) {
  const stored = readStored(key)
  if (!stored.found) throw new ApiFailure('data not found')
  return { data: stored.value }
}

export const storageApi = {
  getStorageSync: (key: string) => readStored(key).value,
  setStorageSync: writeSync,
  removeStorageSync: removeStored,
  clearStorageSync: clearStored,
  getStorageInfoSync: storageInfo,
  batchSetStorageSync: (list: { key: string; value: unknown }[]) => {
    for (const { key, value } of list) writeSync(key, value)
  },
  batchGetStorageSync: (keys: string[]) => keys.map((key) => readStored(key).value),
  getStorage: asyncApi<KeyOptions>('getStorage', read),
  setStorage: asyncApi<KeyOptions>('setStorage', ({ key, data }) => writeStored(key, data)),
  removeStorage: asyncApi<KeyOptions>('removeStorage', ({ key }) => removeStored(key)),
  clearStorage: asyncApi('clearStorage', clearStored),
  getStorageInfo: asyncApi('getStorageInfo', storageInfo),
}
