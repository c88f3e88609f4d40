import type { PersonView } from '@server/people/views'
import { currentEntry } from '@/cloud/arrive'
import { cloud } from '@/cloud/client'
import { type EnrolDraft, enrolDraft } from '@/cloud/enrol-draft'
import { refusalOf } from '@/cloud/refusal'
import { useAct } from '@/cloud/use-cloud'

export type Registration = Pick<PersonView, 'binding' | 'roles'> & {
  /** Why, in words; empty where there is nothing to say. */
  note: string
}

/** Wiped from the phone once the server has it. A repeated registration whose first answer was lost is a success. */
export function useRegister() {
  return useAct(
    async (draft: EnrolDraft): Promise<Registration> => {
      try {
        const me = await cloud.account.register.mutate(registrationOf(draft))
        const { binding, roles, bindingNote: note } = me.person
        return { binding, roles, note }
      } catch (error) {
        if (refusalOf(error)?.code !== 'ALREADY_REGISTERED') throw error
        return { binding: 'claimed', roles: [], note: '' }
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
