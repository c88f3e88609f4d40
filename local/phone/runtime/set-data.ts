import * as adapter from 'glass-easel-miniprogram-adapter'
import { problem, setDataStats } from './record'

const LIMIT_BYTES = 1024 * 1024

type SetData = (this: { is: string }, data: Record<string, unknown>, callback?: () => void) => void

function unfit(raw: unknown, value: unknown): string | null {
  if (raw instanceof Date) return 'a Date'
  if (value === undefined) return 'undefined'
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  return null
}

/**
 * On a phone `setData` crosses to another thread as JSON; a value that would not survive this is a problem.
 */
export function countSetData(): void {
  const prototype = adapter.component.ComponentCaller.prototype as unknown as { setData: SetData }
  const setData = prototype.setData
  prototype.setData = function (data, callback) {
    const owner = this.is
    const json =
      JSON.stringify(data, function (this: Record<string, unknown>, key, value: unknown) {
        const reason = unfit(this[key], value)
        if (reason && !isLibrary(owner)) problem(`setData of ${owner}: "${key}" is ${reason}`)
        return value
      }) ?? ''
    const bytes = new TextEncoder().encode(json).length
    setDataStats.count += 1
    setDataStats.bytes += bytes
    setDataStats.max = Math.max(setDataStats.max, bytes)
    if (bytes > LIMIT_BYTES) problem(`setData of ${owner}: ${bytes} bytes, over WeChat's limit of 1 MB`)
    return setData.call(this, data, callback)
  }
}

/** A library's own components set themselves to undefined on purpose; that is not for the program to mend. */
export const isLibrary = (path: string): boolean => /(^|\/)(npm|miniprogram_npm)\//.test(path)
