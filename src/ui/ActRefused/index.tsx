import { errorParagraph, errorText } from '@/cloud/refusal-text'
import { Notice } from '../Notice'

interface Props {
  error: unknown
  /** The name of the act that was not done, where the page says it better than the refusal. */
  title?: string
  /** `refused` where nothing else can be done on this page before it is mended. */
  tone?: 'due' | 'refused'
}

/** The reason why an act was refused, and the way on, beside the typed text; empty where it was accepted. */
export function ActRefused({ error, title, tone = 'due' }: Props) {
  if (error === null || error === undefined) return null
  return <Notice tone={tone} title={title ?? errorText(error).title} text={errorParagraph(error)} />
}
