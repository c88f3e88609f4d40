/** A notice as our clause numbers name it, by region and year: SX22 is Shaanxi's of 2022. */
export type NoticeId = `${'SX' | 'QH' | 'NY' | 'NX'}${number}`
/** One rule of one notice, as `docs/clauses.md` numbers it: `SX22-15`. */
export type ClauseId = `${NoticeId}-${number}`

/** The notice says it; `words` are its own, letter by letter. */
export interface Stated<T> {
  readonly state: 'stated'
  readonly value: T
  readonly clause: ClauseId
  readonly words: string
}

/** The notice leaves it open and we had to choose; a bureau changes it in this one place. */
export interface Reading<T> {
  readonly state: 'reading'
  readonly value: T
  /** Why this value, in Chinese, because the person it decides about reads it. */
  readonly reading: string
  /** The rule that our choice fills in, where there is one, and its words. */
  readonly clause?: ClauseId
  readonly words?: string
}

/** The notice does not say, and nothing follows from that: no date, no cap. */
export interface Silent {
  readonly state: 'silent'
  readonly note: string
}

/** The notice points at an official table that nobody has given us. It is never invented. */
export interface Missing {
  readonly state: 'missing'
  readonly document: string
  readonly clause: ClauseId
  readonly words: string
}

/** A value that decides something: said by the notice, or read by us. Both are used through `.value`. */
export type Value<T> = Stated<T> | Reading<T>
/** A value that may also be absent, and says how. */
export type MaybeValue<T> = Value<T> | Silent | Missing

/** Whether there is a value to use. */
export const isSaid = (value: { readonly state: string }): value is Value<unknown> =>
  value.state === 'stated' || value.state === 'reading'

/** The value, or null where the notice does not say or its table is missing. */
export const said = <T>(value: MaybeValue<T> | null): T | null =>
  value !== null && (value.state === 'stated' || value.state === 'reading') ? value.value : null

/** Anything of a notice that a decision can rest on. */
export type RuleSource = Value<unknown> | Silent | Missing
