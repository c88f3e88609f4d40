import { update as applyOperators } from 'mingo'
import { errors } from '../errors'
import type { Document } from './collection'

type Operators = Record<string, Record<string, unknown>>

/** A document with MongoDB's operators applied; what MongoDB refuses and mingo lets pass is refused here. */
export function updated(document: Document, operators: Operators): Document {
  if (Object.keys(operators).length === 0) {
    throw errors.badUpdate("'$set' is empty. You must specify a field like so: {$set: {<field>: ...}}")
  }
  for (const [operator, fields] of Object.entries(operators)) {
    if (!operator.startsWith('$')) throw errors.badUpdate(`unknown top level operator ${operator}`)
    for (const path of Object.keys(fields)) checkPath(document, operator, path)
  }
  const next = structuredClone(document)
  try {
    applyOperators(next, operators as Parameters<typeof applyOperators>[1], [], {}, { cloneMode: 'deep' })
  } catch (error) {
    throw errors.badUpdate(error instanceof Error ? error.message : String(error))
  }
  return next
}

function checkPath(document: Document, operator: string, path: string): void {
  const parts = path.split('.')
  let parent: unknown = document
  for (const [i, part] of parts.slice(0, -1).entries()) {
    parent = (parent as Record<string, unknown>)[part]
    if (parent === undefined) return
    if (parent === null || typeof parent !== 'object') {
      throw errors.badUpdate(
        `Cannot create field '${parts[i + 1]}' in element {${part}: ${JSON.stringify(parent)}}`,
      )
    }
  }
  const current = (parent as Record<string, unknown>)[parts.at(-1) ?? '']
  if (current === undefined) return
  const kind = current === null ? 'null' : typeof current
  if (/^\$(push|addToSet|pop|pull)$/.test(operator) && !Array.isArray(current)) {
    throw errors.badUpdate(
      `The field '${path}' must be an array but is of type ${kind} in document {_id: "${document._id}"}`,
    )
  }
  if (/^\$(inc|mul)$/.test(operator) && typeof current !== 'number') {
    throw errors.badUpdate(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: "${document._id}"} has the field '${path}' of non-numeric type ${kind}`,
    )
  }
}
