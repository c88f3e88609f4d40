import type { PersonDocument } from './documents'
import type { PersonView } from './views'

export const personView = (person: PersonDocument): PersonView => ({
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
  roles: person.roles.map(({ role }) => role),
})
