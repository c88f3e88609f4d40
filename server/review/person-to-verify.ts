import type { PersonDocument } from '../account/documents'
import type { PersonToVerify } from '../account/views'
import type { Reads } from '../store/port'

/** A person as their unit's reviewer sees them: what they claim, and what the unit's roster says of it. */
export async function personToVerify(reads: Reads, person: PersonDocument): Promise<PersonToVerify> {
  const line = await reads.get('roster-lines', `${person.unitId}:${person.idNumberHash}`)
  const roster = line === null ? 'not-on-roster' : line.name === person.name ? 'on-roster' : 'name-differs'
  return {
    personId: person._id,
    name: person.name,
    idNumberMasked: person.idNumberMasked,
    mobileMasked: person.mobileMasked,
    claimedAt: person.registeredAt,
    binding: person.binding,
    roster,
    note: person.bindingNote,
  }
}
