import { errorText } from '@/cloud/refusal-text'
import { Notice } from '@/ui/Notice'

/** Why a decision was not taken, and the way on. */
export function RefusedDecision({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null
  const { title, text, way } = errorText(error)
  return <Notice tone="due" title={title} text={`${text}${way}。`} />
}
