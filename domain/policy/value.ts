/** A notice by the prefix of its clause numbers, region and year: SX22 is Shaanxi's of 2022. */
export type NoticeId = string
/** One rule of one notice, as `docs/clauses.md` numbers it: `SX22-15`. */
export type ClauseId = `${NoticeId}-${number}`

/** Stated in the notice (原文规定); `words` are the notice's own, letter by letter. */
export interface Stated<T> {
  readonly state: 'stated'
  readonly value: T
  readonly clause: ClauseId
  readonly words: string
}

/** Our reading (我们的理解) where the notice leaves a question open; a bureau changes it in this one place. */
export interface Reading<T> {
  readonly state: 'reading'
  readonly value: T
  /** The reason for this value, in Chinese, because the trainee it decides about reads it. */
  readonly reading: string
  /** The rule that the reading fills in, where there is one, and its words. */
  readonly clause?: ClauseId
  readonly words?: string
}

/** The notice is silent (通知没有规定), and nothing follows from that: no date, no cap. */
export interface Silent {
  readonly state: 'silent'
  readonly note: string
}

/** The notice refers to an official table that is missing (附表缺失). It is never invented. */
export interface Missing {
  readonly state: 'missing'
  readonly document: string
  readonly clause: ClauseId
  readonly words: string
}

/** A value that decides: stated by the notice, or our reading. Rules use both through `.value`. */
export type Value<T> = Stated<T> | Reading<T>
/** A value that may also be absent; its state tells why. */
export type MaybeValue<T> = Value<T> | Silent | Missing

/** Whether there is a value to use. */
export const isSaid = (value: { readonly state: string }): value is Value<unknown> =>
  value.state === 'stated' || value.state === 'reading'

/** The value, or null where the notice does not say or its table is missing. */
export const said = <T>(value: MaybeValue<T> | null): T | null =>
  value !== null && (value.state === 'stated' || value.state === 'reading') ? value.value : null

/** Any value of a notice on which a decision can rest. */
export type RuleSource = Value<unknown> | Silent | Missing
