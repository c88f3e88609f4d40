import { update as applyOperators } from 'mingo'
import { errors } from '../errors'
import type { Document } from './document'

export type Operators = Record<string, Record<string, unknown>>

const SUPPORTED = new Set([
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$push',
  '$addToSet',
  '$pop',
  '$pull',
])
const OF_ARRAYS = new Set(['$push', '$addToSet', '$pop', '$pull'])
const OF_NUMBERS = new Set(['$inc', '$mul'])

/**
 * Applies MongoDB's update operators to a document. Operations that MongoDB refuses and mingo allows are
 * refused here.
 */
export function updated(document: Document, operators: Operators): Document {
  if (Object.keys(operators).length === 0) {
    throw errors.badUpdate("'$set' is empty. You must specify a field like so: {$set: {<field>: ...}}")
  }
  for (const [operator, fields] of Object.entries(operators)) {
    if (!operator.startsWith('$')) throw errors.badUpdate(`unknown top level operator ${operator}`)
    if (!SUPPORTED.has(operator)) throw errors.unsupported(`${operator} in an update`)
    for (const path of Object.keys(fields)) checkField(document, operator, path)
  }
  const next = structuredClone(document)
  try {
    applyOperators(next, operators as Parameters<typeof applyOperators>[1], [], {}, { cloneMode: 'deep' })
  } catch (error) {
    throw errors.badUpdate(error instanceof Error ? error.message : String(error))
  }
  return next
}

function checkField(document: Document, operator: string, path: string): void {
  if (path === '_id')
    throw errors.badUpdate("Performing an update on the path '_id' would modify the immutable field '_id'")
  const current = valueUnder(document, path)
  if (current === undefined) return
  const kind = current === null ? 'null' : typeof current
  if (OF_ARRAYS.has(operator) && !Array.isArray(current)) {
    throw errors.badUpdate(
      `The field '${path}' must be an array but is of type ${kind} in document {_id: "${document._id}"}`,
    )
  }
  if (OF_NUMBERS.has(operator) && typeof current !== 'number') {
    throw errors.badUpdate(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: "${document._id}"} has the field '${path}' of non-numeric type ${kind}`,
    )
  }
}

/** The value at a path; refused where the path leads through something that has no fields. */
function valueUnder(document: Document, path: string): unknown {
  let parent: unknown = document
  let name = ''
  for (const part of path.split('.')) {
    if (parent === undefined) return undefined
    const holds = Array.isArray(parent) ? /^\d+$/.test(part) : parent !== null && typeof parent === 'object'
    if (!holds)
      throw errors.badUpdate(`Cannot create field '${part}' in element {${name}: ${JSON.stringify(parent)}}`)
    parent = (parent as Record<string, unknown>)[part]
    name = part
  }
  return parent
}
