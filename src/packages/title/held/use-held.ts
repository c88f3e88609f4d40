import type { HeldTitle } from '@domain/title/held-title'
import { cloud } from '@/cloud/client'
import { persisted } from '@/cloud/persisted'
import { useAct, useRead } from '@/cloud/use-cloud'

export const useTitles = () => useRead(cloud.account.titles, undefined, { onShow: 'ask-if-stale' })

/** What is typed stays on the phone until the unit's register has it. */
export interface TitleForm {
  /** A title; or none yet. */
  has: 'yes' | 'no' | null
  series: string
  title: string
  level: string
  year: string
}

export const EMPTY_FORM: TitleForm = { has: null, series: '', title: '', level: '', year: '' }

/** As it was said last, to be corrected. */
export const formOf = (held: HeldTitle | null): TitleForm =>
  held === null ? { ...EMPTY_FORM, has: 'no' } : { ...held, has: 'yes', year: String(held.obtainedYear) }

export const titleForm = persisted<TitleForm>('title-held', (stored) => {
  if (typeof stored !== 'object' || stored === null) return null
  const { has, ...texts } = stored as Record<string, unknown>
  const known = Object.entries(texts).filter(([name, text]) => name in EMPTY_FORM && typeof text === 'string')
  return { ...EMPTY_FORM, ...Object.fromEntries(known), has: has === 'yes' || has === 'no' ? has : null }
})

/** A tap carries its own id: sent twice it is one. */
export function useSayTitle(onDone: () => void) {
  return useAct((said: { actId: string; held: HeldTitle | null }) => cloud.account.sayTitle.mutate(said), {
    touches: ['account', 'title', 'claim'],
    onDone,
  })
}
