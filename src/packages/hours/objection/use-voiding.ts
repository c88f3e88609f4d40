import { cloud } from '@/cloud/client'
import { useAct, useRead } from '@/cloud/use-cloud'

/** Why one's line was taken back, and how one's objection goes. */
export const useVoiding = (entryId: string) =>
  useRead(cloud.oversight.voiding, { entryId }, { enabled: entryId !== '', onShow: 'ask' })

/** The same statement sent twice is one, so a lost call may be sent again. */
export function useObject(onFiled: () => void) {
  return useAct(cloud.oversight.object, { touches: ['oversight.voiding', 'hours'], onDone: onFiled })
}
