import { isOpen } from '../../domain/review/claim'
import { withdrawClaim } from '../../domain/review/submit-claim'
import type { ClaimDocument } from '../claims/filing/documents'
import { lapsedNow } from '../claims/filing/lapse-claim'
import { queuePlace } from '../claims/filing/queue-place'
import { ownAct } from '../claims/filing/submit'
import type { Context } from '../kernel/context'
import { record } from '../kernel/record'
import { accept } from '../kernel/refused'
import type { PersonDocument } from '../people/documents'

/** Takes back what a leaver has open, unless the law closed it before: nobody is left who could answer a return. */
export async function endOpenClaims(ctx: Context, person: PersonDocument, personName: string): Promise<void> {
  for await (const claim of ctx.store.each('claims', 'byPerson', { equals: { personId: person._id } }))
    if (isOpen(claim)) await endClaim(ctx, { person, personName, claim })
}

interface Leaving {
  person: PersonDocument
  /** Stands where the name stood. */
  personName: string
  claim: ClaimDocument
}

async function endClaim(ctx: Context, { person, personName, claim: found }: Leaving): Promise<void> {
  const { _id } = await lapsedNow(ctx, found)
  await ctx.store.transact(async (tx) => {
    const claim = await tx.get('claims', _id)
    if (!claim || !isOpen(claim)) return
    const actor = { id: person._id, name: personName, orgName: claim.unitName, at: ctx.now }
    const ended = accept(withdrawClaim(claim, actor))
    const document = await tx.replace('claims', { ...claim, ...ended, ...queuePlace(ended) })
    await record(tx, ctx, ownAct(document, 'claim-withdrawn', claim.state))
  })
}
