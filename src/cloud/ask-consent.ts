import Taro from '@tarojs/taro'
import { cloud } from './client'
import { queries } from './queries'
import { keyOf, known } from './use-cloud'

const AN_HOUR_MS = 3_600_000

/** Loads the templates before a tap needs them: WeChat asks only within the tap itself. */
export const prepareConsent = (): Promise<void> =>
  queries.prefetchQuery({
    queryKey: keyOf(cloud.inbox.templates),
    queryFn: () => cloud.inbox.templates.query(),
    staleTime: AN_HOUR_MS,
  })

/**
 * Asks for consent to one WeChat message about this submission: at each submission, because one consent is one
 * message. A refusal, or a phone that cannot ask, is respected silently: the inbox has everything anyway.
 */
export async function askConsent(): Promise<void> {
  const templates = known(cloud.inbox.templates, undefined)
  if (!templates || templates.ids.length === 0) return
  const wanted = { tmplIds: templates.ids, entityIds: [] } as Parameters<
    typeof Taro.requestSubscribeMessage
  >[0]
  await Taro.requestSubscribeMessage(wanted).catch(() => undefined)
}
