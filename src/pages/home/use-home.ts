import { cloud } from '@/cloud/client'
import { useRead } from '@/cloud/use-cloud'

/** The whole home page is one call; coming back to the tab fetches again when the data is older than 30 s. */
export const useHome = (enabled: boolean) =>
  useRead(cloud.home.view, undefined, { enabled, onShow: 'ask-if-stale' })
