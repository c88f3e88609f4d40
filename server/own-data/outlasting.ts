import { caseStateAt } from '../../domain/oversight/integrity-case'
import type { Context } from '../kernel/context'
import { resealed } from '../kernel/ports/sealing'
import { foundUnder, putUnder } from '../kernel/store/found-under'
import { inTries } from '../learning/exam/tries'
import type { PersonDocument } from '../people/documents'
import { hashesOf } from '../people/number-hashes'
import { inFormerPerson, inPerson } from '../people/sealed-numbers'

/**
 * Keeps, under the keyed hash of the number, which random id this person had, where something must outlast the erasure:
 * an integrity record that stands, or a claim that was revoked as false. Where there is neither, nothing is kept. Only
 * the verified holder of a number can leave something behind under it. The number goes along, sealed, so that an index key
 * can be exchanged: its hash tells who has the key as much. Repeating it does nothing.
 */
export async function keepOutlasting(ctx: Context, person: PersonDocument): Promise<void> {
  const { _id: personId } = person
  const { secrets } = ctx.ports
  if (person.binding !== 'verified' || !(await mustOutlast(ctx, personId))) return
  await ctx.store.transact(async (tx) => {
    const hashes = hashesOf(person, secrets)
    const before = await foundUnder(tx, 'former-persons', hashes)
    if (before?.formerIds.includes(personId)) return
    const formerIds = [...(before?.formerIds ?? []), personId]
    const moved = { from: inPerson(personId, 'idNumber'), to: inFormerPerson(hashes[0]) }
    const idNumber = resealed(person.idNumber, moved, secrets, ctx.dice)
    await putUnder(tx, 'former-persons', hashes, { formerIds, idNumber })
  })
}

/** Sittings that are counted under a number say no more in whose document it was sealed, and keep it by themselves. */
export async function partSittings(ctx: Context, personId: string): Promise<void> {
  const { store, dice, ports } = ctx
  for await (const { _id } of store.each('exam-tries', 'bySealedIn', { equals: { sealedIn: personId } }))
    await store.transact(async (tx) => {
      const tries = await tx.get('exam-tries', _id)
      if (tries?.sealedIn !== personId || !tries.idNumber) return
      const { sealedIn: _person, ...parted } = tries
      const moved = { from: inTries(tries), to: inTries(parted) }
      await tx.replace('exam-tries', {
        ...parted,
        idNumber: resealed(tries.idNumber, moved, ports.secrets, dice),
      })
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
