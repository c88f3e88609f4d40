import { errorText } from '@/cloud/refusal-text'
import { Notice } from '@/ui/Notice'

/** Why an act was not taken; nothing where it was. */
export function ActRefused({ error }: { error: unknown }) {
  if (error === null) return null
  const { title, text, way } = errorText(error)
  return <Notice tone="due" title={title} text={`${text}${way}。`} />
}
