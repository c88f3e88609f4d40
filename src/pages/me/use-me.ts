import { cloud } from '@/cloud/client'
import { useRead } from '@/cloud/use-cloud'
import { useEntry } from '@/cloud/use-entry'

export function useMe() {
  const entry = useEntry()
  const isRegistered = entry.data !== undefined && entry.data.person !== null
  const me = useRead(cloud.account.me, undefined, { enabled: isRegistered, onShow: 'ask-if-stale' })
  return { me, isNewcomer: entry.data !== undefined && !isRegistered }
}
