import type { DemoQuestion } from '../../shapes'

/** A single choice as it is written down: the right answer, then three that are not. */
export type Single = readonly [
  stem: string,
  right: string,
  wrong: readonly [string, string, string],
  source: string,
]
/** A multiple choice: the right answers, then the wrong ones; four in all. */
export type Multiple = readonly [
  stem: string,
  right: readonly string[],
  wrong: readonly string[],
  source: string,
]
/** A statement, and whether it holds. */
export type Judge = readonly [stem: string, holds: boolean, source: string]

const pad = (n: number): string => String(n).padStart(3, '0')

/** Places the right answer in turn at each of the four places, so that no place is likelier than another. */
export const singles = (topic: string, from: number, written: readonly Single[]): DemoQuestion[] =>
  written.map(([stem, right, wrong, source], i) => {
    const place = (from + i) % 4
    const options = [...wrong.slice(0, place), right, ...wrong.slice(place)]
    return { id: `S${pad(from + i)}`, type: 'single', stem, options, key: [place], topic, source }
  })

/** Turns the four options by as many places as the question's number, so that the right ones do not stand in front. */
export const multiples = (topic: string, from: number, written: readonly Multiple[]): DemoQuestion[] =>
  written.map(([stem, right, wrong, source], i) => {
    const all = [...right, ...wrong]
    const turn = (from + i) % all.length
    const options = [...all.slice(turn), ...all.slice(0, turn)]
    const key = options.flatMap((option, at) => (right.includes(option) ? [at] : []))
    return { id: `M${pad(from + i)}`, type: 'multiple', stem, options, key, topic, source }
  })

export const judges = (topic: string, from: number, written: readonly Judge[]): DemoQuestion[] =>
  written.map(([stem, holds, source], i) => ({
    id: `J${pad(from + i)}`,
    type: 'judge',
    stem,
    options: ['正确', '错误'],
    key: [holds ? 0 : 1],
    topic,
    source,
  }))
