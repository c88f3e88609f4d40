// What an action takes: a request that lacks a parameter, or has one that the action does not know, is refused as a whole.
import { Refused } from './refused'

export type Parameters = Readonly<Record<string, unknown>>
export type Kind = 'text' | 'integer' | 'boolean' | 'object' | 'list'

export interface Shape {
  readonly needs: Readonly<Record<string, Kind>>
  readonly takes?: Readonly<Record<string, Kind>>
}

const IS: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  list: (value) => Array.isArray(value),
}

/** Throws where the parameters do not have the shape. `where` names an object inside them: `Code.`. */
export function check(given: Parameters, { needs, takes = {} }: Shape, where = ''): void {
  for (const name of Object.keys(needs))
    if (given[name] === undefined)
      throw new Refused(
        'MissingParameter',
        `The request is missing a required parameter \`${where}${name}\`.`,
      )
  for (const [name, value] of Object.entries(given)) {
    const kind = needs[name] ?? takes[name]
    if (kind === undefined)
      throw new Refused('UnknownParameter', `The parameter \`${where}${name}\` is not recognized.`)
    if (!IS[kind](value))
      throw new Refused('InvalidParameter', `The parameter \`${where}${name}\` must be of the type ${kind}.`)
  }
}

/** A parameter that the shape has found to be a text; empty where it may be absent and is. */
export const text = (given: Parameters, name: string): string => String(given[name] ?? '')

export const object = (given: Parameters, name: string): Parameters => (given[name] ?? {}) as Parameters

export const list = (given: Parameters, name: string): readonly Parameters[] =>
  (given[name] ?? []) as readonly Parameters[]
