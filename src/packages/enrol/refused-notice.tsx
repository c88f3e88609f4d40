import { errorText } from '@/cloud/refusal-text'
import { Notice } from '@/ui/Notice'

/** A refusal beside what was typed: nothing is taken away while it is mended. */
export function RefusedNotice({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null
  const { title, text, way } = errorText(error)
  return <Notice tone="due" title={title} text={`${text}${way}。`} />
}
