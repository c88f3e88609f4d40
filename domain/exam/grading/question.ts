/** A question with its key: it never leaves the server. */
export interface KeyedQuestion {
  readonly id: string
  readonly type: 'single' | 'multiple' | 'judge'
  readonly stem: string
  readonly options: readonly string[]
  /** Indexes of the right options, ascending. */
  readonly key: readonly number[]
  readonly topic: string
}
