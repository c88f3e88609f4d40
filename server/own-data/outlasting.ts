import { caseStateAt } from '../../domain/oversight/integrity-case'
import type { Context } from '../kernel/context'
import type { PersonDocument } from '../people/documents'

/**
 * Keeps, under the keyed hash of the number, which random id this person had, where something must outlast the erasure:
 * an integrity record that stands, or a claim that was revoked as false. Where there is neither, nothing is kept. Only
 * the verified holder of a number can leave something behind under it. Repeating it does nothing.
 */
export async function keepOutlasting(ctx: Context, person: PersonDocument): Promise<void> {
  const { _id: personId, idNumberHash } = person
  if (person.binding !== 'verified' || !(await mustOutlast(ctx, personId))) return
  await ctx.store.transact(async (tx) => {
    const before = await tx.get('former-persons', idNumberHash)
    if (before?.formerIds.includes(personId)) return
    const formerIds = [...(before?.formerIds ?? []), personId]
    await tx.upsert('former-persons', before, { _id: idNumberHash, formerIds })
  })
}

async function mustOutlast({ store, now }: Context, personId: string): Promise<boolean> {
  for await (const one of store.each('integrity-cases', 'bySubject', { equals: { subjectId: personId } })) {
    const state = caseStateAt(one, now)
    if (state === 'open' || state === 'recorded') return true
  }
  for await (const { state } of store.each('claims', 'byPerson', { equals: { personId } }))
    if (state === 'revoked') return true
  return false
}
