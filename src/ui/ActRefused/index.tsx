import { errorText } from '@/cloud/refusal-text'
import { Notice } from '../Notice'

interface Props {
  error: unknown
  /** `refused` where nothing else can be done on this page before it is mended. */
  tone?: 'due' | 'refused'
}

/** Why an act was not taken, and the way on, beside what was typed; nothing where it was taken. */
export function ActRefused({ error, tone = 'due' }: Props) {
  if (error === null || error === undefined) return null
  const { title, text, way } = errorText(error)
  return <Notice tone={tone} title={title} text={`${text}${way}。`} />
}
