import { grantsAt } from '../../domain/organisation/roles'
import type { Context } from '../kernel/context'
import type { PersonDocument } from './documents'
import type { PersonView } from './views'

/** The person with the roles that they hold at this instant: a role that has ended opens no menu. */
export const personView = (person: PersonDocument, { now }: Pick<Context, 'now'>): PersonView => ({
  id: person._id,
  name: person.name,
  idNumberMasked: person.idNumberMasked,
  mobileMasked: person.mobileMasked,
  unit: {
    id: person.unitId,
    name: person.unitName,
    parentName: person.unitParentName,
    region: person.region,
  },
  region: person.region,
  binding: person.binding,
  bindingNote: person.bindingNote,
  roles: grantsAt(person, now).map(({ role }) => role),
})
