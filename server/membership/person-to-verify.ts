import type { Reads } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import type { BindingState } from '../people/views'

export interface PersonToVerify {
  personId: string
  name: string
  idNumberMasked: string
  mobileMasked: string
  claimedAt: number
  binding: BindingState
  /** The answer of the unit's roster to this ID number. */
  roster: 'on-roster' | 'name-differs' | 'not-on-roster'
  /** Why there is a doubt; empty where there is none. */
  note: string
  /** The reviewer's own registration: another reviewer decides it. */
  isSelf: boolean
}

/** A person as their unit's reviewer sees them: their own data, and the roster's line on them. */
export async function personToVerify(
  { store, openid }: { store: Reads; openid: string },
  person: PersonDocument,
): Promise<PersonToVerify> {
  const line = await store.get('roster-lines', `${person.unitId}:${person.idNumberHash}`)
  const roster = line === null ? 'not-on-roster' : line.name === person.name ? 'on-roster' : 'name-differs'
  return {
    personId: person._id,
    name: person.name,
    idNumberMasked: person.idNumberMasked,
    mobileMasked: person.mobileMasked,
    claimedAt: person.registeredAt,
    binding: person.binding,
    roster,
    // The note of a match is for the person; only a doubt is shown to reviewers again.
    note: person.binding === 'contested' ? person.bindingNote : '',
    isSelf: person.openid === openid,
  }
}
