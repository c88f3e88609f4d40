import { cloud } from '@/cloud/client'
import { useAct, useRead } from '@/cloud/use-cloud'

/** Moves of the own account that were agreed to; asked again whenever the page is seen. */
export const useComingRebinds = () => useRead(cloud.account.comingRebinds, undefined, { onShow: 'ask' })

export const useObjectToRebind = (onDone: () => void) =>
  useAct(cloud.account.objectToRebind, { once: true, touches: ['account'], onDone })
