import * as z from 'zod'
import { formatHours } from '../../../domain/kernel/hours'
import { type Instant, startOfDay } from '../../../domain/kernel/instant'
import type { PolicyPack } from '../../../domain/policy/pack'
import type { OrganisationDocument } from '../../bodies/documents'
import type { LoggedKind } from '../../kernel/acts'
import type { Context } from '../../kernel/context'
import { type Holder, isOwnAffair, ownBodies, stillHolding } from '../../kernel/holder'
import {
  calendarDay,
  calendarYear,
  count,
  draftedId,
  identifier,
  someHours,
  typed,
} from '../../kernel/inputs'
import { record } from '../../kernel/record'
import { accept, refuse } from '../../kernel/refused'
import type { Reads } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { ArchiveLine, StudyArchiveDocument } from './documents'
import { archiveIdOf, placeOf, recordOf } from './places'
import { holderOf } from './record-behind'
import { archiveRules } from './record-kinds'
import { archiveOf, showArchive } from './show-archive'
import type { ArchiveView } from './views'

const MOST_LINES = 60

const givenLine = z.object({
  kind: identifier,
  way: typed(40),
  title: typed(200),
  from: calendarDay,
  to: calendarDay,
  how: typed(300),
  hours: someHours,
})
type GivenLine = z.infer<typeof givenLine>

export const lineToKeep = z.object({
  personId: identifier,
  year: calendarYear,
  lineId: draftedId,
  /** Of the line that was read; 0 for a new one. */
  revision: count,
  line: givenLine,
})
export type LineToKeep = z.infer<typeof lineToKeep>

/**
 * Writes one line, new or corrected: line, audit and event in one transaction. The same line again is the same line.
 * Refused while a claim on it is being decided or was credited; what was returned may be corrected.
 */
export async function keepLine(ctx: Context, keeper: Holder, given: LineToKeep): Promise<ArchiveView> {
  const { personId, year } = given
  const unitId = await ctx.store.transact(async (tx) => {
    const { unit, person } = await placeToKeep(tx, await stillHolding(tx, ctx, keeper), personId)
    const unitId = unit._id
    const { hour } = possibleUnder(ctx, unit, given).labels
    const id = archiveIdOf({ unitId, personId, year })
    const archive = await tx.get('study-archives', id)
    const before = archive?.lines.find((one) => one.id === given.lineId)
    if (before && isSame(before, given.line)) return unitId
    if ((before?.revision ?? 0) !== given.revision) refuse('STUDY_RECORD_CHANGED', {})
    if (before) await refuseHeld(tx, { archive, line: before }, 'changed')
    const line = lineOf(given, before, { by: keeper.person.name, at: ctx.now })
    const empty = { unitId, unitName: unit.name, personId, personName: person.name, region: unit.region }
    const after = archive
      ? await tx.replace('study-archives', { ...archive, lines: withLine(archive.lines, line) })
      : await tx.insert('study-archives', { _id: id, ...empty, targetYear: year, lines: [line] })
    if (before) {
      const changes = { before: textOf(before, hour), after: textOf(line, hour) }
      await record(tx, ctx, { ...lineAct(keeper, after, line, 'study-record-corrected'), ...changes })
    } else {
      const { title, hours } = line
      await record(tx, ctx, {
        ...lineAct(keeper, after, line, 'study-record-kept'),
        after: textOf(line, hour),
        payload: { personId, unitName: unit.name, title, hours },
      })
    }
    return unitId
  })
  return showArchive(ctx, unitId, { personId, year })
}

keepLine.refuses = [
  'BINDING_UNVERIFIED',
  'CERTIFYING_WITHDRAWN',
  'CLAIM_KIND_UNKNOWN',
  'INPUT_INVALID',
  'OUT_OF_SCOPE',
  'SELF_REVIEW',
  'STUDY_RECORD_CHANGED',
  'STUDY_RECORD_UNRULED',
  'STUDY_RECORD_USED',
  'YEAR_CLOSED',
] as const

/** Takes back a line that no claim stands on; twice is once. */
export async function withdrawLine(ctx: Context, keeper: Holder, record: string): Promise<ArchiveView> {
  const archive = await changeLine(ctx, keeper, {
    record,
    may: 'withdrawn',
    kind: 'study-record-withdrawn',
    change: (line) => (line.state === 'withdrawn' ? line : { ...line, state: 'withdrawn' }),
  })
  return showArchive(ctx, archive.unitId, archiveOf(archive))
}

withdrawLine.refuses = ['OUT_OF_SCOPE', 'SELF_REVIEW', 'STUDY_RECORD_USED'] as const
/** A line that is there makes the archive no longer, was kept under a notice that asks for it, and is withdrawn once. */
withdrawLine.cannotRefuse = ['INPUT_INVALID', 'STUDY_RECORD_CHANGED', 'STUDY_RECORD_UNRULED'] as const

/** The change asked of a line: a returned claim lets it be corrected, and no claim lets it be withdrawn. */
type Becoming = 'changed' | 'withdrawn'

interface Changing {
  record: string
  may: Becoming
  kind: 'study-record-withdrawn' | 'study-record-files'
  /** The same line where there is nothing to change. */
  change: (line: ArchiveLine) => ArchiveLine
}

/** Changes a line of the keeper's own unit; a line of another's is as unknown as none. */
export async function changeLine(
  ctx: Context,
  keeper: Holder,
  { record: id, may, kind, change }: Changing,
): Promise<StudyArchiveDocument> {
  return ctx.store.transact(async (tx) => {
    const { archive, line } = await ownLine(tx, await stillHolding(tx, ctx, keeper), id)
    if (isOwnAffair(keeper, archive.personId)) refuse('SELF_REVIEW', {})
    const changed = change(line)
    if (changed === line) return archive
    if (line.state === 'withdrawn') refuse('STUDY_RECORD_CHANGED', {})
    await refuseHeld(tx, { archive, line }, may)
    const after = { ...changed, revision: line.revision + 1 }
    const kept = await tx.replace('study-archives', { ...archive, lines: withLine(archive.lines, after) })
    const { hour } = accept(ctx.packs.standardOf(kept.region, kept.targetYear)).labels
    const changes = { before: textOf(line, hour), after: textOf(after, hour) }
    await record(tx, ctx, { ...lineAct(keeper, kept, after, kind), ...changes })
    return kept
  })
}

export async function ownLine(
  reads: Reads,
  keeper: Holder,
  record: string,
): Promise<{ archive: StudyArchiveDocument; line: ArchiveLine }> {
  const { archiveId, lineId } = placeOf(record)
  const archive = await reads.get('study-archives', archiveId)
  const line = archive?.lines.find(({ id }) => id === lineId)
  if (!archive || !line || !ownBodies(keeper).includes(archive.unitId)) refuse('OUT_OF_SCOPE', {})
  return { archive, line }
}

/** The confirmed person of the keeper's own unit, who is not the keeper, with that unit, which may certify. */
async function placeToKeep(
  reads: Reads,
  holder: Holder,
  personId: string,
): Promise<{ unit: OrganisationDocument; person: PersonDocument }> {
  const person = await reads.get('persons', personId)
  const unit =
    person && ownBodies(holder).includes(person.unitId)
      ? await reads.get('organisations', person.unitId)
      : null
  if (!unit || !person) refuse('OUT_OF_SCOPE', {})
  // A keeper who fixes hours fixes none of their own.
  if (isOwnAffair(holder, personId)) refuse('SELF_REVIEW', {})
  if (person.binding !== 'verified') refuse('BINDING_UNVERIFIED', {})
  if (!unit.certifies.allowed) refuse('CERTIFYING_WITHDRAWN', { orgName: unit.name })
  return { unit, person }
}

/** The notice of the year, under which the line is possible. */
function possibleUnder(
  ctx: Context,
  { region }: Pick<OrganisationDocument, 'region'>,
  { year, line }: LineToKeep,
): PolicyPack {
  const { pack, kinds } = archiveRules(ctx, region, year)
  accept(ctx.packs.isYearOpen(region, year, ctx.now))
  const kind = kinds.find(({ id }) => id === line.kind) ?? refuse('CLAIM_KIND_UNKNOWN', { kind: line.kind })
  const ways = kind.ways?.value ?? [kind.label]
  const wrong = [
    ...(ways.includes(line.way) ? [] : ['way']),
    ...(startOfDay(line.from) <= ctx.now ? [] : ['from']),
    ...(line.from <= line.to && startOfDay(line.to) <= ctx.now ? [] : ['to']),
  ]
  if (wrong.length > 0) refuse('INPUT_INVALID', { fields: wrong })
  return pack
}

const SAID = ['kind', 'way', 'title', 'from', 'to', 'how', 'hours'] as const

const isSame = (before: ArchiveLine, given: GivenLine): boolean =>
  before.state === 'kept' && SAID.every((name) => before[name] === given[name])

async function refuseHeld(
  reads: Reads,
  { archive, line }: { archive: StudyArchiveDocument | null; line: ArchiveLine },
  may: Becoming,
): Promise<void> {
  if (line.state === 'withdrawn') refuse('STUDY_RECORD_CHANGED', {})
  const holder = archive && (await holderOf(reads, archive, line))
  if (holder && !(may === 'changed' && holder.state === 'returned'))
    refuse('STUDY_RECORD_USED', { title: line.title })
}

const lineOf = (
  { lineId, line }: LineToKeep,
  before: ArchiveLine | undefined,
  { by, at }: { by: string; at: Instant },
): ArchiveLine => ({
  ...line,
  id: lineId,
  attachments: before?.attachments ?? [],
  state: 'kept',
  claimId: before?.claimId ?? null,
  revision: (before?.revision ?? 0) + 1,
  keptByName: by,
  keptAt: at,
})

function withLine(lines: readonly ArchiveLine[], line: ArchiveLine): ArchiveLine[] {
  const isThere = lines.some(({ id }) => id === line.id)
  if (!isThere && lines.length >= MOST_LINES) refuse('INPUT_INVALID', { fields: ['lines'] })
  return isThere ? lines.map((one) => (one.id === line.id ? line : one)) : [...lines, line]
}

/**
 * The act of a keeper who wrote a line down about a person; the person learns of a new line, because it is theirs to
 * claim.
 */
const lineAct = <K extends LoggedKind>(
  { person }: Holder,
  archive: StudyArchiveDocument,
  { id, revision }: ArchiveLine,
  kind: K,
) => ({
  id: `${kind}:${recordOf(archive, id)}:${revision}`,
  kind,
  subject: { of: 'person' as const, id: archive.personId },
  by: { actorId: person._id, role: 'unit-reviewer' as const, scope: archive.unitId },
})

const textOf = ({ state, way, title, from, to, hours, attachments }: ArchiveLine, hour: string): string =>
  [
    ...(state === 'withdrawn' ? ['已撤回'] : []),
    `${way}《${title}》`,
    `${from} 至 ${to}`,
    `${formatHours(hours)} ${hour}`,
    `材料 ${attachments.length} 份`,
  ].join('，')
