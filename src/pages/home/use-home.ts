import { useDidShow } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { useRead } from '@/cloud/use-cloud'

/** The whole home page is one call; coming back to the tab fetches again when the data is older than 30 s. */
export function useHome(enabled: boolean) {
  const home = useRead(cloud.home.view, undefined, { enabled })
  useDidShow(() => {
    if (enabled && home.isStale && home.data !== undefined) void home.refetch()
  })
  return home
}
