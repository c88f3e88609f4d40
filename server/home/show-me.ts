import { unreadOf } from '../afterwards/inbox/list-inbox'
import { archiveYears } from '../claims/archive/record-kinds'
import type { Context } from '../kernel/context'
import { holderOf } from '../kernel/holder'
import type { PersonDocument } from '../people/documents'
import { personView } from '../people/person-view'
import type { MeView } from './views'

/** The page 我的: its facts of the person, and the entries that are theirs. */
export const showMe = async (
  ctx: Pick<Context, 'store' | 'packs' | 'now'>,
  person: PersonDocument,
): Promise<MeView> => ({
  unread: await unreadOf(ctx, person._id),
  person: personView(person, ctx),
  channel: person.channel,
  registeredAt: person.registeredAt,
  keepsArchive:
    holderOf(person, 'keep-archive', ctx).grants.length > 0 && archiveYears(ctx, person.region).length > 0,
})
