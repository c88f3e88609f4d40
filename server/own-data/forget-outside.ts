import type { Context } from '../kernel/context'
import type { RowState } from '../outside/documents'
import type { PersonDocument } from '../people/documents'

const AT_ONCE = 100
const STATES: readonly RowState[] = ['taken', 'already', 'refused', 'unmatched']

/**
 * Rows that providers sent about a person stay, because hours rest on them; the person's identity goes. A forgotten
 * row is no longer found by the number, so each run begins where the last one was cut off.
 */
export async function forgetInOutside(
  ctx: Context,
  { _id: personId, idNumberHash }: Pick<PersonDocument, '_id' | 'idNumberHash'>,
  name: string,
): Promise<void> {
  for (const state of STATES) {
    const equals = { idNumberHash, state }
    for (;;) {
      const { items } = await ctx.store.query('outside-rows', 'byNumber', { equals, limit: AT_ONCE })
      for (const { _id } of items) await forgetInRow(ctx, _id, { name, idNumberHash: `erased:${personId}` })
      if (items.length < AT_ONCE) break
    }
  }
}

const forgetInRow = (ctx: Context, id: string, gone: { name: string; idNumberHash: string }): Promise<void> =>
  ctx.store.transact(async (tx) => {
    const row = await tx.get('outside-rows', id)
    if (row) await tx.replace('outside-rows', { ...row, ...gone, idNumberMasked: '' })
  })
