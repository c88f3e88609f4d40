import { useQuery } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { queryKeys } from '@/cloud/query-keys'

/** The whole home page is one call; coming back to the tab fetches again when the data is older than 30 s. */
export function useHome(enabled: boolean) {
  const home = useQuery({
    queryKey: queryKeys.home.view,
    queryFn: () => cloud.home.view.query(),
    enabled,
  })
  useDidShow(() => {
    if (enabled && home.isStale && home.data !== undefined) void home.refetch()
  })
  return home
}
