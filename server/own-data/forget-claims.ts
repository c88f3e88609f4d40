import { withdrawClaim } from '../../domain/review/submit-claim'
import type { Attachment } from '../claims/evidence/attachment'
import type { ClaimDocument } from '../claims/filing/documents'
import { forgetHolder } from '../claims/filing/duplicates'
import { lapsedNow } from '../claims/filing/lapse-claim'
import { queuePlace } from '../claims/filing/queue-place'
import { ownAct } from '../claims/filing/submit'
import type { Context } from '../kernel/context'
import { record } from '../kernel/record'
import { accept } from '../kernel/refused'
import type { Transaction } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'

interface Leaving {
  person: PersonDocument
  /** What stands where the name stood. */
  personName: string
}

/**
 * Evidence shows names and numbers: it goes, the files as well. An open claim is taken back, unless the law closed it
 * before; what was credited keeps its facts.
 */
export async function forgetClaim(ctx: Context, leaving: Leaving, claimId: string): Promise<void> {
  const found = await ctx.store.get('claims', claimId)
  if (!found) return
  const claim = await lapsedNow(ctx, found)
  await dropFiles(ctx, [...claim.attachments, ...(claim.before?.attachments ?? [])])
  await ctx.store.transact(async (tx) => {
    const fresh = await tx.get('claims', claimId)
    if (fresh) await commit(tx, ctx, { ...leaving, claim: fresh })
  })
}

/** The files themselves; what is gone already is gone. */
export async function dropFiles(
  { ports }: Pick<Context, 'ports'>,
  files: readonly Pick<Attachment, 'fileId'>[],
): Promise<void> {
  for (const { fileId } of files) await ports.files.remove(fileId)
}

async function commit(
  tx: Transaction,
  ctx: Context,
  { person, personName, claim }: Leaving & { claim: ClaimDocument },
): Promise<void> {
  for (const of of [claim, ...(claim.before ? [claim.before] : [])])
    await forgetHolder(tx, { personId: person._id, personName }, of)
  const isOpen = claim.state === 'submitted' || claim.state === 'returned'
  const actor = { id: person._id, name: personName, orgName: claim.unitName, at: ctx.now }
  const ended = isOpen ? accept(withdrawClaim(claim, actor)) : claim
  if (isOpen)
    await record(
      tx,
      ctx,
      ownAct({ ...claim, ...ended, ...queuePlace(ended) }, 'claim-withdrawn', claim.state),
    )
  const events = ended.events.map((event) =>
    event.by === person._id ? { ...event, byName: personName } : event,
  )
  const place = isOpen ? queuePlace(ended) : {}
  const gone = { personName, attachments: [], before: null }
  await tx.replace('claims', { ...claim, ...ended, events, ...place, ...gone })
}
