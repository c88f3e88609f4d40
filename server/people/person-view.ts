import { grantsAt } from '../../domain/organisation/roles'
import { archiveYears } from '../claims/archive/record-kinds'
import type { Context } from '../kernel/context'
import { holderOf } from '../kernel/holder'
import type { PersonDocument } from './documents'
import type { MeView, PersonView } from './views'

/** What somebody may do at this instant: a role that has ended opens no menu. */
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

export const meView = (
  ctx: Pick<Context, 'packs' | 'now'>,
  person: PersonDocument,
  unread: number,
): MeView => ({
  unread,
  person: personView(person, ctx),
  channel: person.channel,
  registeredAt: person.registeredAt,
  keepsArchive:
    holderOf(person, 'keep-archive', ctx).grants.length > 0 && archiveYears(ctx, person.region).length > 0,
})
