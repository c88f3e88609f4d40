import { persisted } from '@/cloud/persisted'

/** The typed text of one form, on this phone, until the server has it. */
export interface TypedDraft {
  draftId: string
  fields: Record<string, string>
}

const MOST_KEPT = 10

const kept = persisted<TypedDraft[]>('claim-typed', (stored) =>
  Array.isArray(stored) && stored.every(isTyped) ? stored : null,
)

function isTyped(one: unknown): one is TypedDraft {
  if (typeof one !== 'object' || one === null) return false
  const { draftId, fields } = one as Record<string, unknown>
  return typeof draftId === 'string' && typeof fields === 'object' && fields !== null
}

const others = (draftId: string): TypedDraft[] => (kept.load() ?? []).filter((one) => one.draftId !== draftId)

export const typedDraft = (draftId: string): TypedDraft | null =>
  (kept.load() ?? []).find((one) => one.draftId === draftId) ?? null

/** The newest first; the oldest are on the server by then. */
export const keepTyped = (draft: TypedDraft): void =>
  kept.save([draft, ...others(draft.draftId)].slice(0, MOST_KEPT))

export const forgetTyped = (draftId: string): void => kept.save(others(draftId))
