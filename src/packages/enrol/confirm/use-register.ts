import { currentEntry } from '@/cloud/arrive'
import { cloud } from '@/cloud/client'
import { type EnrolDraft, enrolDraft } from '@/cloud/enrol-draft'
import { refusalOf } from '@/cloud/refusal'
import { useAct } from '@/cloud/use-cloud'

/** Wiped from the phone once the server has it. A repeated registration whose first answer was lost is a success. */
export function useRegister() {
  return useAct(
    async (draft: EnrolDraft) => {
      try {
        const me = await cloud.account.register.mutate(registrationOf(draft))
        return { binding: me.person.binding }
      } catch (error) {
        if (refusalOf(error)?.code !== 'ALREADY_REGISTERED') throw error
        return { binding: 'claimed' as const }
      }
    },
    { once: true, onDone: () => enrolDraft.clear() },
  )
}

/** All that was typed goes to the server; the mobile number it knows already, of the unit it needs the id. */
const registrationOf = ({ unit, token, mobileMasked: _known, ...typed }: EnrolDraft) => ({
  ...typed,
  channel: currentEntry().channel,
  ...(token === '' ? {} : { token }),
  ...(unit === null ? {} : { unitId: unit.id }),
})
