import type { RefusalCode, Refusals } from '@domain/kernel/refusal'

/** A refusal in words: the subject, what happened and what was kept, the way out. */
export interface RefusalText {
  title: string
  text: string
  way: string
}

export type Texts = { readonly [C in RefusalCode]: (details: Refusals[C]) => RefusalText }

/** A sentence that does not depend on the details. */
export const says = (title: string, text: string, way: string) => (): RefusalText => ({ title, text, way })
