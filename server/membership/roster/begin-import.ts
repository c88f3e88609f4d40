import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { IdNumberRules } from '../../../domain/identity/id-number'
import { plainFileName } from '../../../domain/kernel/plain-text'
import type { Region } from '../../../domain/kernel/regions'
import type { RoleGrant } from '../../../domain/organisation/roles'
import type { Context } from '../../kernel/context'
import { type Holder, ownBodies, stillHolding } from '../../kernel/holder'
import { identifier } from '../../kernel/inputs'
import { keyedHash } from '../../kernel/ports/sealing'
import { record } from '../../kernel/record'
import { Refused, refuse } from '../../kernel/refused'
import type { New } from '../../kernel/store/port'
import { minimumAgeOf } from '../../people/minimum-age'
import type { RosterImportDocument, RosterRow } from './documents'
import { CHUNK_ROWS, chunkIdOf, importView } from './import-view'
import { type RosterSheet, readRoster, rosterRow } from './read-roster'
import { type RowNumbers, sealedRows } from './row-numbers'
import { unitsOfSheet } from './units-of-sheet'
import type { ImportView } from './views'

/** 10,000 people take about half a MiB. */
const FILE_LIMIT_BYTES = 10 * 1024 * 1024

const place = (most: number) => z.int().min(0).max(most)
export const rosterFile = z.object({
  fileId: identifier,
  fileName: z.string().trim().min(1).max(120),
  /** Which sheet the person pointed at; and which of its columns, where the titles were not found. */
  said: z
    .object({
      sheet: place(999),
      titles: z.object({ row: place(1_048_576), name: place(199), idNumber: place(199) }).optional(),
    })
    .optional(),
})
type RosterFile = z.infer<typeof rosterFile>

/**
 * Reads a sheet that a phone has uploaded and keeps its rows, hashed and masked, to be checked and shown; nothing of the
 * roster is touched. The file, which holds ID numbers, is removed as soon as it was read. Beginning twice is once.
 */
export async function beginImport(ctx: Context, keeper: Holder, given: RosterFile): Promise<ImportView> {
  const file = { ...given, fileName: plainFileName(given.fileName) }
  const { store, ports } = ctx
  // Only what this person was told where to put (roster.ticket): no other file can be had read by naming it.
  const path = /^cloud:\/\/[^/]+\/(.+)$/.exec(file.fileId)?.[1] ?? ''
  if (!path.startsWith(`incoming/${keeper.person._id}/`) || path.includes('..')) refuse('FILE_UNKNOWN', {})
  const importId = importIdOf(keeper.person._id, file.fileId)
  const begun = await store.get('roster-imports', importId)
  if (begun) return importView(begun)
  const bytes = await ports.files.read(file.fileId, FILE_LIMIT_BYTES + 1)
  if (!bytes) refuse('FILE_UNKNOWN', {})
  const brought = await readOrGiveUp(ctx, keeper, { file, bytes, importId })
  await ports.files.remove(file.fileId)
  return importView(brought)
}

beginImport.refuses = [
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_UNKNOWN',
  'OUT_OF_SCOPE',
  'SHEET_COLUMNS_MISSING',
  'SHEET_EMPTY',
  'SHEET_FORMULA',
  'SHEET_ID_AS_NUMBER',
  'SHEET_MACRO',
  'SHEET_MERGED',
  'SHEET_NOT_XLSX',
  'SHEET_TOO_LARGE',
  'SHEET_TOO_LONG',
  'SHEET_TOO_WIDE',
  'UNIT_UNKNOWN',
] as const

/** A sheet that is refused is not kept either; one that a fault of ours cut off waits for the next try. */
async function readOrGiveUp(
  ctx: Context,
  keeper: Holder,
  { file, bytes, importId }: { file: RosterFile; bytes: Uint8Array; importId: string },
): Promise<RosterImportDocument> {
  try {
    const sheet = await sheetOf(file, bytes)
    const rows = once(await judgedByForm(ctx, keeper.grants, sheet))
    return await keep(ctx, { importId, keeper, fileName: file.fileName, sheet, rows })
  } catch (error) {
    if (error instanceof Refused) await ctx.ports.files.remove(file.fileId)
    throw error
  }
}

const importIdOf = (personId: string, fileId: string): string =>
  `r${createHash('sha256').update(`${personId}\n${fileId}`).digest('hex').slice(0, 24)}`

async function sheetOf({ fileName, said }: RosterFile, bytes: Uint8Array): Promise<RosterSheet> {
  if (bytes.length === 0) refuse('FILE_EMPTY', { name: fileName })
  if (bytes.length > FILE_LIMIT_BYTES)
    refuse('FILE_TOO_LARGE', { name: fileName, limitBytes: FILE_LIMIT_BYTES })
  return readRoster(bytes, said ?? null)
}

/** A row with its numbers in full, as far as it has them hashed. */
interface ReadRow {
  row: RosterRow
  numbers: RowNumbers
}

async function judgedByForm(
  ctx: Context,
  grants: readonly RoleGrant[],
  sheet: RosterSheet,
): Promise<ReadRow[]> {
  const { secrets, homeRegion } = ctx.ports
  const names = new Set(sheet.rows.map(({ unitName }) => unitName))
  const unitOf = await unitsOfSheet(ctx, grants, names)
  const rulesOf = rulesByRegion(ctx)
  return sheet.rows.map((typed) => {
    const unit = unitOf(typed.unitName)
    const rules = rulesOf('code' in unit ? homeRegion : unit.region)
    const numbers = { idNumber: '', mobile: '' }
    const hashOf = (idNumber: string): string => {
      numbers.idNumber = idNumber
      return keyedHash('id-number', idNumber, secrets)
    }
    const mobileHashOf = (mobile: string): string => {
      numbers.mobile = mobile
      return keyedHash('mobile', mobile, secrets)
    }
    return { row: rosterRow(typed, { unit, rules, hashOf, mobileHashOf }), numbers }
  })
}

function rulesByRegion(ctx: Context) {
  const known = new Map<Region, IdNumberRules>()
  return (region: Region): IdNumberRules => {
    const rules = known.get(region) ?? {
      now: ctx.now,
      minimumAgeYears: minimumAgeOf(ctx, region),
      allowInventedAreas: ctx.ports.sampleContent === 'allowed',
    }
    known.set(region, rules)
    return rules
  }
}

/** A person stands in a sheet once: the first row counts, later ones say which it was. */
function once(rows: readonly ReadRow[]): ReadRow[] {
  const first = new Map<string, number>()
  return rows.map((read) => {
    const { row, numbers } = read
    const { idNumberHash } = row
    const before = first.get(idNumberHash)
    if (idNumberHash === '' || before === undefined) {
      first.set(idNumberHash, row.row)
      return read
    }
    const reason = { code: 'TWICE_IN_SHEET', row: before } as const
    return {
      row: { ...row, idNumberHash: '', verdict: 'refused', reason },
      numbers: { ...numbers, idNumber: '' },
    }
  })
}

interface Kept {
  importId: string
  keeper: Holder
  fileName: string
  sheet: RosterSheet
  rows: readonly ReadRow[]
}

/** Chunks first, the import last: one that is there has all of its rows. */
async function keep(
  ctx: Context,
  { importId, keeper, fileName, sheet, rows }: Kept,
): Promise<RosterImportDocument> {
  const { store, now } = ctx
  const chunks = Math.ceil(rows.length / CHUNK_ROWS)
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const part = rows.slice(chunk * CHUNK_ROWS, (chunk + 1) * CHUNK_ROWS)
    // A call that was cut off left chunks behind; they are the same.
    const _id = chunkIdOf(importId, chunk)
    const numbers = sealedRows(
      ctx,
      _id,
      part.map((read) => read.numbers),
    )
    await store.insertIfAbsent('roster-chunks', { _id, importId, rows: part.map(({ row }) => row), numbers })
  }
  const none = { created: 0, matched: 0, moved: 0, refused: 0 }
  const grant = keeper.grants[0]
  const brought: New<RosterImportDocument> = {
    _id: importId,
    personId: keeper.person._id,
    role: grant?.role ?? 'unit-reviewer',
    orgId: grant?.orgId ?? '',
    fileName,
    sheetName: sheet.sheetName,
    otherSheets: sheet.others,
    hiddenRows: sheet.rows.filter(({ isHidden }) => isHidden).length,
    state: 'checking',
    rows: rows.length,
    chunks,
    checkedChunks: 0,
    doneChunks: 0,
    counts: none,
    result: { ...none, verified: 0 },
    startedAt: now,
    finishedAt: null,
  }
  return store.transact(async (tx) => {
    const begun = await tx.get('roster-imports', importId)
    if (begun) return begun
    if (ownBodies(await stillHolding(tx, ctx, keeper)).length === 0) refuse('OUT_OF_SCOPE', {})
    await record(tx, ctx, {
      id: `${importId}:read`,
      kind: 'roster-read',
      subject: { of: 'roster-import', id: importId },
      by: { actorId: brought.personId, role: brought.role, scope: brought.orgId },
      after: `读入 ${rows.length} 行`,
    })
    return tx.insert('roster-imports', brought)
  })
}
