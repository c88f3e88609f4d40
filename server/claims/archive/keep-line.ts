import { formatHours, type Hours } from '../../../domain/kernel/hours'
import { type Day, type Instant, startOfDay } from '../../../domain/kernel/instant'
import type { OrganisationDocument } from '../../bodies/documents'
import { auditLine, outboxEvent } from '../../kernel/acts'
import type { Context } from '../../kernel/context'
import { type Holder, ownBodies, stillHolding } from '../../kernel/holder'
import { accept, refuse } from '../../kernel/refused'
import type { Reads, Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { ArchiveLine, StudyArchiveDocument } from './documents'
import { archiveIdOf, placeOf, recordOf } from './places'
import { holderOf } from './record-behind'
import { archiveRules } from './record-kinds'
import { archiveOf, showArchive } from './show-archive'
import type { ArchiveView } from './views'

const MOST_LINES = 60

export interface GivenLine {
  kind: string
  way: string
  title: string
  from: Day
  to: Day
  how: string
  hours: Hours
}

export interface Keeping {
  personId: string
  year: number
  lineId: string
  /** Of the line that was read; 0 for a new one. */
  revision: number
  line: GivenLine
}

/**
 * Writes one line, new or corrected: line, audit and event in one transaction. The same line again is the same line.
 * Refused while a claim on it is being decided or was credited; what was returned may be corrected.
 */
export async function keepLine(ctx: Context, keeper: Holder, given: Keeping): Promise<ArchiveView> {
  const { personId, year } = given
  const unitId = await ctx.store.transact(async (tx) => {
    const { unit, person } = await placeToKeep(tx, await stillHolding(tx, ctx, keeper), personId)
    const unitId = unit._id
    refuseImpossible(ctx, unit, given)
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
    await tell(tx, ctx, {
      ...{ keeper, archive: after, line, before },
      action: before ? 'study-record-corrected' : 'study-record-kept',
    })
    return unitId
  })
  return showArchive(ctx, unitId, { personId, year })
}

/** Takes back a line that no claim stands on; twice is once. */
export async function withdrawLine(ctx: Context, keeper: Holder, record: string): Promise<ArchiveView> {
  const archive = await changeLine(ctx, keeper, {
    record,
    may: 'withdrawn',
    action: 'study-record-withdrawn',
    change: (line) => (line.state === 'withdrawn' ? line : { ...line, state: 'withdrawn' }),
  })
  return showArchive(ctx, archive.unitId, archiveOf(archive))
}

type Action = 'study-record-kept' | 'study-record-corrected' | 'study-record-withdrawn' | 'study-record-files'
/** What is to become of a line: a claim that was returned lets it be corrected, and none lets it be taken away. */
type Becoming = 'changed' | 'withdrawn'

interface Changing {
  record: string
  may: Becoming
  action: Action
  /** The same line where there is nothing to change. */
  change: (line: ArchiveLine) => ArchiveLine
}

/** Changes a line of the keeper's own unit; a line of another's is as unknown as none. */
export async function changeLine(
  ctx: Context,
  keeper: Holder,
  { record, may, action, change }: Changing,
): Promise<StudyArchiveDocument> {
  return ctx.store.transact(async (tx) => {
    const { archive, line } = await ownLine(tx, await stillHolding(tx, ctx, keeper), record)
    if (archive.personId === keeper.person._id) refuse('SELF_REVIEW', {})
    const changed = change(line)
    if (changed === line) return archive
    if (line.state === 'withdrawn') refuse('STUDY_RECORD_CHANGED', {})
    await refuseHeld(tx, { archive, line }, may)
    const after = { ...changed, revision: line.revision + 1 }
    const kept = await tx.replace('study-archives', { ...archive, lines: withLine(archive.lines, after) })
    await tell(tx, ctx, { keeper, archive: kept, line: after, before: line, action })
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

/** Somebody confirmed of the keeper's own unit, who is not the keeper; and the unit may certify. */
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
  // Whoever fixes hours fixes none of their own.
  if (personId === holder.person._id) refuse('SELF_REVIEW', {})
  if (person.binding !== 'verified') refuse('BINDING_UNVERIFIED', {})
  if (!unit.certifies.allowed) refuse('CERTIFYING_WITHDRAWN', { orgName: unit.name })
  return { unit, person }
}

function refuseImpossible(
  ctx: Context,
  { region }: Pick<OrganisationDocument, 'region'>,
  { year, line }: Keeping,
): void {
  const { kinds } = archiveRules(ctx, region, year)
  accept(ctx.packs.isYearOpen(region, year, ctx.now))
  const kind = kinds.find(({ id }) => id === line.kind) ?? refuse('CLAIM_KIND_UNKNOWN', { kind: line.kind })
  const ways = kind.ways?.value ?? [kind.label]
  const wrong = [
    ...(ways.includes(line.way) ? [] : ['way']),
    ...(startOfDay(line.from) <= ctx.now ? [] : ['from']),
    ...(line.from <= line.to && startOfDay(line.to) <= ctx.now ? [] : ['to']),
  ]
  if (wrong.length > 0) refuse('INPUT_INVALID', { fields: wrong })
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
  { lineId, line }: Keeping,
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

interface Told {
  keeper: Holder
  archive: StudyArchiveDocument
  line: ArchiveLine
  before: ArchiveLine | undefined
  action: Action
}

/** Who wrote it down, and what it was before; the person learns of a new line, because it is theirs to claim. */
async function tell(
  tx: Transaction,
  ctx: Context,
  { keeper, archive, line, before, action }: Told,
): Promise<void> {
  const id = `${action}:${recordOf(archive, line.id)}:${line.revision}`
  const act = { id, actorId: keeper.person._id, role: 'unit-reviewer', scope: archive.unitId, action }
  const change = { subjectId: archive.personId, before: before ? textOf(before) : '', after: textOf(line) }
  await tx.insert('audit', auditLine({ ...act, ...change }, ctx))
  if (action !== 'study-record-kept') return
  const payload = {
    personId: archive.personId,
    unitName: archive.unitName,
    title: line.title,
    hours: formatHours(line.hours),
    year: String(archive.targetYear),
  }
  await tx.insert('outbox', outboxEvent({ id, kind: action, payload }, ctx))
}

const textOf = ({ state, way, title, from, to, hours, attachments }: ArchiveLine): string =>
  [
    ...(state === 'withdrawn' ? ['已撤回'] : []),
    `${way}《${title}》`,
    `${from} 至 ${to}`,
    `${formatHours(hours)} 学时`,
    `材料 ${attachments.length} 份`,
  ].join('，')
