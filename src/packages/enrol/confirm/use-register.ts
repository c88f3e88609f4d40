import { useMutation } from '@tanstack/react-query'
import { currentEntry } from '@/cloud/arrive'
import { cloud } from '@/cloud/client'
import { type EnrolDraft, enrolDraft } from '@/cloud/enrol-draft'
import { refusalOf } from '@/cloud/refusal'

/** Wiped from the phone once the server has it. A repeated registration whose first answer was lost is a success. */
export function useRegister() {
  return useMutation({
    mutationFn: async (draft: EnrolDraft) => {
      try {
        const me = await cloud.account.register.mutate(registrationOf(draft))
        return { binding: me.person.binding }
      } catch (error) {
        if (refusalOf(error)?.code !== 'ALREADY_REGISTERED') throw error
        return { binding: 'claimed' as const }
      }
    },
    onSuccess: () => enrolDraft.clear(),
  })
}

const registrationOf = (draft: EnrolDraft) => ({
  name: draft.name,
  idNumber: draft.idNumber,
  consentVersion: draft.consentVersion,
  channel: currentEntry().channel,
  ...(draft.token === '' ? {} : { token: draft.token }),
  ...(draft.unit === null ? {} : { unitId: draft.unit.id }),
})
