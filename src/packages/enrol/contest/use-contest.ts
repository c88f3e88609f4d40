import { enter, landAfterRegistration } from '@/cloud/arrive'
import { cloud } from '@/cloud/client'
import { enrolDraft } from '@/cloud/enrol-draft'
import { queries } from '@/cloud/queries'
import { keyOf, touch, useAct, useRead } from '@/cloud/use-cloud'

/** How one's own contest stands; asked again whenever its page is seen. */
export const useContest = () => useRead(cloud.account.myContest, undefined, { onShow: 'ask' })

export const useFileContest = (onFiled: () => void) =>
  useAct(cloud.account.contest, {
    once: true,
    // The home page says how it stands, and knows it from the entry.
    onDone: async () => {
      await touch('account.myContest')
      onFiled()
      await queries.fetchQuery({ queryKey: keyOf(cloud.account.enter), queryFn: enter, staleTime: 0 })
    },
  })

/** The account is bound now: the typed registration is not needed any more. */
export async function enterRebound(): Promise<void> {
  enrolDraft.clear()
  await landAfterRegistration()
}
