import { errorText } from '@/cloud/refusal-text'
import { Notice } from '../Notice'

interface Props {
  error: unknown
  /** `refused` where nothing else can be done on this page before it is mended. */
  tone?: 'due' | 'refused'
}

/** The reason why an act was refused, and the way on, beside the typed text; empty where it was accepted. */
export function ActRefused({ error, tone = 'due' }: Props) {
  if (error === null || error === undefined) return null
  const { title, text, way } = errorText(error)
  return <Notice tone={tone} title={title} text={`${text}${way}。`} />
}
