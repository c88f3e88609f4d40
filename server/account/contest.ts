import { maskIdNumber, parseIdNumber } from '../../domain/identity/id-number'
import { parseName } from '../../domain/identity/name'
import { auditLine, outboxEvent } from '../audit'
import type { Context } from '../context'
import { keyedHash } from '../ports/sealing'
import { accept } from '../refused'

/**
 * Somebody's ID number is verified for another WeChat account: they say so, and the unit that answers for the
 * binding is told. The answer is the same whether or not there is such a binding: this is no way to look people up.
 */
export async function contest(
  ctx: Context,
  input: { name: string; idNumber: string; statement: string },
): Promise<{ received: true }> {
  const { openid, now, ports } = ctx
  const name = accept(parseName(input.name))
  const rules = { now, minimumAgeYears: 0, allowInventedAreas: ports.sampleContent === 'allowed' }
  const idNumber = accept(parseIdNumber(input.idNumber, rules))
  const idNumberHash = keyedHash('id-number', idNumber, ports.secrets)
  const id = `${openid}:${idNumberHash}`
  await ctx.store.transact(async (tx) => {
    const key = await tx.get('identity-keys', idNumberHash)
    const holder = key ? await tx.get('persons', key.personId) : null
    if (!holder || (await tx.get('contests', id))) return
    await tx.insert('contests', {
      _id: id,
      name,
      idNumberMasked: maskIdNumber(idNumber),
      statement: input.statement,
      unitId: holder.unitId,
      at: now,
    })
    const act = {
      id: `contest:${id}`,
      actorId: openid,
      role: 'visitor',
      scope: holder.unitId,
      action: 'contest-binding',
      subjectId: holder._id,
      before: holder.binding,
      after: holder.binding,
    }
    await tx.insert('audit', auditLine(act, ctx))
    await tx.insert(
      'outbox',
      outboxEvent(
        { id: act.id, kind: 'binding-contested', payload: { personId: holder._id, unitId: holder.unitId } },
        ctx,
      ),
    )
  })
  return { received: true }
}
