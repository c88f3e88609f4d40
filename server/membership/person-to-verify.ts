import type { Reads } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import type { PersonToVerify } from '../people/views'

/** A person as their unit's reviewer sees them: what they claim, and what the unit's roster says of it. */
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
    // What was noted of a match is said to the person; a doubt is what reviewers come back to.
    note: person.binding === 'contested' ? person.bindingNote : '',
    isSelf: person.openid === openid,
  }
}
