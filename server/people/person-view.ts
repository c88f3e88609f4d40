import { grantsAt } from '../../domain/organisation/roles'
import { archiveYears } from '../claims/archive/record-kinds'
import type { Context } from '../kernel/context'
import type { PersonDocument } from './documents'
import type { MeView, PersonView } from './views'

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

export const meView = (
  ctx: Pick<Context, 'packs' | 'now'>,
  person: PersonDocument,
  unread: number,
): MeView => ({
  unread,
  person: personView(person),
  channel: person.channel,
  registeredAt: person.registeredAt,
  keepsArchive:
    grantsAt(person, ctx.now).some(({ role }) => role === 'unit-reviewer') &&
    archiveYears(ctx, person.region).length > 0,
})
