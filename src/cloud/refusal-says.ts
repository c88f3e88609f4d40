import type { RefusalCode, Refusals } from '@domain/kernel/refusal'

/** What a person reads when something is refused: what it is about, what happened and what was kept, the way out. */
export interface RefusalText {
  title: string
  text: string
  way: string
}

export type Texts = { readonly [C in RefusalCode]: (details: Refusals[C]) => RefusalText }

/** A sentence that is the same whatever the details. */
export const says = (title: string, text: string, way: string) => (): RefusalText => ({ title, text, way })
