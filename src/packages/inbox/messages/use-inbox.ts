import { cloud } from '@/cloud/client'
import { useAct, usePages } from '@/cloud/use-cloud'

/** One's own messages, newest first. */
export function useInbox() {
  const { list: inbox, items } = usePages(cloud.inbox.list, {}, 'messages')
  return { inbox, messages: items }
}

/** Read is read, however often it is said: a lost call may be tried again. */
export function useMarkRead() {
  return useAct((ids: string[]) => cloud.inbox.markRead.mutate({ ids }), { touches: ['inbox', 'home'] })
}
