import type { Context } from '../../kernel/context'
import { type Holder, organisationInScope, ownBodies, stillHolding } from '../../kernel/holder'
import { record } from '../../kernel/record'
import { refuse } from '../../kernel/refused'
import type { Reads, Transaction } from '../../kernel/store/port'
import { type AppliedRow, applyRow } from './apply-row'
import { addedUp, chunkOf, countsOf } from './check-import'
import type { RosterChunkDocument, RosterImportDocument, RosterRow } from './documents'
import { chunkIdOf, importView, ownImport } from './import-view'
import { inGroups } from './in-groups'
import { knownRows } from './row-numbers'
import type { ImportView } from './views'

/** The reviewer has seen what will happen. From here on, steps carry it out; confirming twice is once. */
export async function confirmImport(ctx: Context, keeper: Holder, importId: string): Promise<ImportView> {
  const confirmed = await ctx.store.transact(async (tx) => {
    const brought = await ownImport(tx, keeper.person, importId)
    if (brought.state === 'running' || brought.state === 'done') return brought
    if (brought.state !== 'ready') refuse('IMPORT_STATE', { state: brought.state })
    if (ownBodies(await stillHolding(tx, ctx, keeper)).length === 0) refuse('OUT_OF_SCOPE', {})
    await record(tx, ctx, {
      ...actOf(brought),
      id: `${importId}:confirmed`,
      before: 'ready',
      after: 'running',
    })
    return tx.replace('roster-imports', { ...brought, state: 'running' })
  })
  return importView(confirmed)
}

confirmImport.refuses = ['IMPORT_STATE', 'IMPORT_UNKNOWN', 'OUT_OF_SCOPE'] as const

/**
 * Carries out the next chunk. Each row is idempotent and the chunk is counted in one transaction at its end, so a step
 * that died half-way is simply taken again, on this phone or after coming back.
 */
export async function stepImport(ctx: Context, keeper: Holder, importId: string): Promise<ImportView> {
  const { store } = ctx
  const brought = await ownImport(store, keeper.person, importId)
  if (brought.state === 'done') return importView(brought)
  if (brought.state !== 'running') refuse('IMPORT_STATE', { state: brought.state })
  const chunk = await chunkOf(ctx, chunkIdOf(importId, brought.doneChunks))
  await stillInScope(ctx.store, await stillHolding(ctx.store, ctx, keeper), chunk.rows)
  const bringing = { importId, keeper, role: brought.role }
  const applied = await inGroups(knownRows(chunk, ctx.ports.secrets), (row) => applyRow(ctx, bringing, row))
  const stepped = await store.transact((tx) => commit(tx, ctx, { keeper, brought, chunk, applied }))
  return importView(stepped)
}

stepImport.refuses = ['IMPORT_STATE', 'IMPORT_UNKNOWN', 'OUT_OF_SCOPE'] as const

/** A grant may have ended since the sheet was read. */
async function stillInScope(reads: Reads, keeper: Holder, rows: readonly RosterRow[]): Promise<void> {
  const units = new Set(rows.filter(({ verdict }) => verdict !== 'refused').map(({ unitId }) => unitId))
  for (const orgId of units) await organisationInScope(reads, keeper, orgId)
}

interface Step {
  keeper: Holder
  brought: RosterImportDocument
  chunk: RosterChunkDocument
  applied: readonly AppliedRow[]
}

async function commit(
  tx: Transaction,
  ctx: Context,
  { keeper, brought, chunk, applied }: Step,
): Promise<RosterImportDocument> {
  if (ownBodies(await stillHolding(tx, ctx, keeper)).length === 0) refuse('OUT_OF_SCOPE', {})
  const now = await tx.get('roster-imports', brought._id)
  const kept = await tx.get('roster-chunks', chunk._id)
  if (!now || !kept) refuse('IMPORT_UNKNOWN', {})
  if (now.doneChunks !== brought.doneChunks) return now
  const rows = applied.map(({ row }) => row)
  const counts = countsOf(rows)
  const doneChunks = now.doneChunks + 1
  const isLast = doneChunks === now.chunks
  await tx.replace('roster-chunks', { ...kept, rows })
  const after = `新增 ${counts.created}，已存在 ${counts.matched}，调入 ${counts.moved}，不能导入 ${counts.refused}`
  await record(tx, ctx, { ...actOf(now), id: chunk._id, after })
  return tx.replace('roster-imports', {
    ...now,
    doneChunks,
    result: {
      ...addedUp(now.result, counts),
      verified: now.result.verified + applied.filter(({ verified }) => verified).length,
    },
    state: isLast ? 'done' : 'running',
    finishedAt: isLast ? ctx.now : null,
  })
}

const actOf = ({ _id, personId, role, orgId }: RosterImportDocument) => ({
  kind: 'roster-import' as const,
  subject: { of: 'roster-import' as const, id: _id },
  by: { actorId: personId, role, scope: orgId },
})
