import { caseStateAt } from '../../domain/oversight/integrity-case'
import type { Context } from '../kernel/context'
import type { PersonDocument } from '../people/documents'
import { formerIdsOf } from '../people/former-ids'

/**
 * Gives the integrity records of a person who left back to them, once they are verified under the same ID number again:
 * 注销 ends no record (QH23-24). An account that merely says the number gets none. Repeating it does nothing.
 */
export async function rejoinRecords(ctx: Context, person: PersonDocument): Promise<void> {
  if (person.binding !== 'verified') return
  for (const formerId of await formerIdsOf(ctx.store, person, ctx.ports.secrets))
    if (formerId !== person._id) await rejoin(ctx, person, formerId)
}

async function rejoin({ store, now }: Context, person: PersonDocument, subjectId: string): Promise<void> {
  for await (const one of store.each('integrity-cases', 'bySubject', { equals: { subjectId } })) {
    const state = caseStateAt(one, now)
    if (state !== 'open' && state !== 'recorded') continue
    await store.transact(async (tx) => {
      const fresh = await tx.get('integrity-cases', one._id)
      if (fresh?.subjectId !== subjectId) return
      const subject = { ...fresh.subject, id: person._id, name: person.name }
      await tx.replace('integrity-cases', { ...fresh, subject, subjectId: person._id })
    })
  }
}
