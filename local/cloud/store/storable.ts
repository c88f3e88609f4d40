import { errors } from '../errors'
import type { Collection } from './collection'
import type { Document } from './document'

/**
 * Refuses, before anything is written, values that MongoDB refuses, and values that this store could not
 * return unchanged.
 */
export function checkStorable(collection: Collection, document: Document): void {
  for (const [field, value] of Object.entries(document)) checkValue(field, value)
  collection.check(document)
}

function checkValue(path: string, value: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw errors.unsupported(`${value} as the value of ${path}`)
  if (value instanceof Date && Number.isNaN(value.getTime()))
    throw errors.unsupported(`a date that is none, in ${path}`)
  const name = path.slice(path.lastIndexOf('.') + 1)
  if (name.startsWith('$'))
    throw errors.badUpdate(`The dollar ($) prefixed field '${name}' in '${path}' is not valid for storage.`)
  if (value === null || typeof value !== 'object' || value instanceof Date) return
  for (const [field, inner] of Object.entries(value)) checkValue(`${path}.${field}`, inner)
}
