// Inputs at random: what a phone of ours sends, changed as somebody would who tries what happens.
import type { Dice } from '../../../server/kernel/ports/port'

/** What no phone of ours sends. */
export const NASTY: readonly unknown[] = [
  ...[null, '', ' ', '\u0000', '\u202e', '\ud83d', '😀'.repeat(50), 'x'.repeat(100_000)],
  ...['__proto__', 'constructor', '../..', 'a:b|c', '$where', '{"$gt":""}', '{"value":1,"id":"x"}'],
  ...[-1, 1.5, 1e21, Number.NaN, true, [], {}, { $gt: '' }, { 'a.b': '' }, [['x']]],
]

/** Dice that fall alike in each run with that seed. */
export function seededDice(seed: number): Dice {
  let state = seed >>> 0
  // mulberry32, as Tommy Ettinger gave it to the public domain.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return {
    integerBelow: (below) => next() % below,
    bytes: (count) => Uint8Array.from({ length: count }, () => next() % 256),
  }
}

export const oneOf = <T>(dice: Dice, list: readonly T[]): T => list[dice.integerBelow(list.length)] as T

export interface Source {
  dice: Dice
  /** Ids, openids, paths of files: names of things that are there, one's own and others'. */
  names: readonly string[]
  /** Inputs of other procedures. */
  others: readonly unknown[]
}

/** A value with one to three things about it changed. */
export function changed(input: unknown, source: Source): unknown {
  let given = structuredClone(input)
  for (let times = 1 + source.dice.integerBelow(3); times > 0; times -= 1) given = once(given, source)
  return given
}

function once(node: unknown, source: Source): unknown {
  const { dice } = source
  const keys = node !== null && typeof node === 'object' ? Object.keys(node) : []
  // Mostly a value within is changed: what is wrong as a whole goes no further than the door.
  if (keys.length > 0 && dice.integerBelow(10) > 0) {
    const key = oneOf(dice, keys)
    const within = node as Record<string, unknown>
    const way = dice.integerBelow(12)
    if (way === 0) delete within[key]
    else if (way === 1) within[`${key}2`] = within[key]
    else within[key] = once(within[key], source)
    return node
  }
  return another(node, source)
}

/** Another value in the place of one: of its own kind, the name of something else, or nothing that belongs there. */
function another(value: unknown, { dice, names, others }: Source): unknown {
  const way = dice.integerBelow(10)
  if (way < 4) return oneOf(dice, names)
  if (way === 4) return structuredClone(oneOf(dice, NASTY))
  // A copy: what is changed within it would be changed in that input too, and in the rows that share its parts.
  if (way === 5) return structuredClone(oneOf(dice, others))
  if (Array.isArray(value))
    return Array.from({ length: dice.integerBelow(60) }, () => value[0] ?? oneOf(dice, names))
  if (typeof value === 'number')
    return oneOf(dice, [0, 1, value + 1, value - 1, -value, value * 1000, 2022, 4e12])
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string') return textLike(value, dice)
  return structuredClone(oneOf(dice, NASTY))
}

function textLike(text: string, dice: Dice): string {
  const at = dice.integerBelow(text.length + 1)
  const letter = String.fromCodePoint(
    oneOf(dice, [0x20, 0x30, 0x41, 0x2f00, 0x4e00, 0x9fa5, 0xff11, 0x200d, 0x1f600]),
  )
  return oneOf(dice, [
    `${text.slice(0, at)}${letter}${text.slice(at)}`,
    `${text.slice(0, at)}${text.slice(at + 1)}`,
    `${text}${text}`,
    text.repeat(40).slice(0, 2000),
    `${oneOf(dice, ['1990', '2022', '2023', '2031'])}-${oneOf(dice, ['01-01', '02-29', '12-31', '13-01'])}`,
  ])
}
