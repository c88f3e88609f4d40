import { hundredths } from '../../domain/kernel/hours'
import { voidEntry } from '../../domain/ledger/void-entry'
import { yearComplete } from '../../domain/ledger/year-complete'
import { certificateCauseIdOf } from '../books/hours/certificate-cause-id'
import type { AccountDocument, EntryDocument } from '../books/hours/documents'
import type { Context } from '../kernel/context'
import { accept } from '../kernel/refused'
import type { EffectView } from './views'

/**
 * The effect of voiding a line on the trainee's year, computed by the ledger itself; null where it is void already.
 */
export async function effectOf(ctx: Context, entry: EntryDocument): Promise<EffectView | null> {
  const account = await ctx.store.get('accounts', entry.accountId)
  const line = account?.lines.find(({ entryId }) => entryId === entry._id)
  if (!account || !line || line.voidedBy !== null) return null
  const pack = accept(ctx.packs.standardOf(account.region, account.year))
  const voiding = { entryId: entry._id, reason: '', clauseId: '', at: ctx.now, policyVersion: pack.version }
  const voided = voidEntry(account, voiding)
  if (!voided.ok || voided.value.kind === 'repeated') return null
  const after = voided.value.account
  const flowing = voided.value.entry.movements.filter(({ from, to }) => from === 'overCap' && to !== 'void')
  const cause = await ctx.store.get('certificate-causes', certificateCauseIdOf(account))
  const complete = { before: yearComplete(account, pack), after: yearComplete(after, pack) }
  const counted = { before: countedOf(account), after: countedOf(after) }
  const touched = complete.after ? counted.before !== counted.after : true
  return {
    counted,
    flowsBack: hundredths(flowing.reduce((sum: number, { hours }) => sum + hours, 0)),
    complete,
    certificate: cause?.number && touched ? (complete.after ? 'superseded' : 'revoked') : null,
  }
}

const countedOf = ({ portions }: Pick<AccountDocument, 'portions'>) =>
  hundredths(portions.public.counted + portions.professional.counted)
