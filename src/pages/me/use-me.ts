import { useQuery } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { queryKeys } from '@/cloud/query-keys'
import { useEntry } from '@/cloud/use-entry'

export function useMe() {
  const entry = useEntry()
  const isRegistered = entry.data !== undefined && entry.data.person !== null
  const me = useQuery({
    queryKey: queryKeys.account.me,
    queryFn: () => cloud.account.me.query(),
    enabled: isRegistered,
  })
  useDidShow(() => {
    if (isRegistered && me.isStale && me.data !== undefined) void me.refetch()
  })
  return { me, isNewcomer: entry.data !== undefined && !isRegistered }
}
