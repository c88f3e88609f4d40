import type { DraftView } from '@server/claims/filing/views'
import { useEffect, useRef, useState } from 'react'
import { cloud } from '@/cloud/client'
import { refusalOf } from '@/cloud/refusal'
import { keep, useReadBy } from '@/cloud/use-cloud'
import { keepTyped, typedDraft } from '../draft-store'

const SAVE_AFTER_MS = 1_200

export interface FormOf {
  draftId: string
  kind: string
  year: number
  claimId: string
}

export type Saving = 'saved' | 'saving' | 'on-phone'

/**
 * One form while it is filled in: each keystroke is kept on the phone at once, and a little later on the server, so
 * that neither a killed app nor a lost network loses a word. The phone's text is newer than the server's.
 */
export function useForm(of: FormOf) {
  const { draftId } = of
  const stored = useReadBy(cloud.claim.draft, { draftId }, () => storedDraft(of), {
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [typed, setTyped] = useState(() => typedDraft(of.draftId)?.fields ?? null)
  const [saving, setSaving] = useState<Saving>('saved')
  const fields = typed ?? stored.data?.fields ?? {}
  const latest = useRef(fields)
  latest.current = fields
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const save = async (): Promise<DraftView> => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    setSaving('saving')
    try {
      const draft = await cloud.claim.saveDraft.mutate(inputOf(of, latest.current))
      keep(cloud.claim.draft, { draftId: of.draftId }, draft)
      setSaving('saved')
      return draft
    } catch (error) {
      setSaving('on-phone')
      throw error
    }
  }
  const change = (id: string, value: string): void => {
    const next = { ...latest.current, [id]: value }
    latest.current = next
    setTyped(next)
    keepTyped({ draftId: of.draftId, fields: next })
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(() => void save().catch(() => undefined), SAVE_AFTER_MS)
  }
  // The latest typed text is still to be sent as the page is left.
  const leave = useRef(() => {})
  leave.current = () => {
    if (timer.current !== null) void save().catch(() => undefined)
  }
  useEffect(() => () => leave.current(), [])
  return { stored, fields, change, save, saving }
}

/** Null where the form is new; a correction begins with the returned claim. */
async function storedDraft(of: FormOf): Promise<DraftView | null> {
  try {
    return await cloud.claim.draft.query({ draftId: of.draftId })
  } catch (error) {
    if (refusalOf(error)?.code !== 'CLAIM_UNKNOWN') throw error
    return of.claimId === '' ? null : await cloud.claim.saveDraft.mutate(inputOf(of, {}))
  }
}

const inputOf = ({ draftId, kind, year, claimId }: FormOf, fields: Record<string, string>) => ({
  draftId,
  kind,
  targetYear: year,
  fields,
  ...(claimId === '' ? {} : { claimId }),
})
