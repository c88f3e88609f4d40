import * as z from 'zod'
import { addHours, type Hours } from '../../../domain/kernel/hours'
import { yearOf } from '../../../domain/kernel/instant'
import type { Context } from '../../kernel/context'
import { chosenBodies, type Holder, namedBodies, ownBody } from '../../kernel/holder'
import { calendarYear, identifier, ofBodies } from '../../kernel/inputs'
import { refuse } from '../../kernel/refused'
import type { Reads } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { ArchiveLine, StudyArchiveDocument } from './documents'
import { archiveIdOf, recordOf } from './places'
import { holderOf } from './record-behind'
import { type ArchiveRules, archiveRules, archiveYears } from './record-kinds'
import type { ArchiveLineView, ArchivePeopleView, ArchiveTerms, ArchiveView, MyArchiveView } from './views'

const PAGE = 20
/** More units than a trainee has in one year. */
const MOST_UNITS = 20

const standing = ({ lines }: Pick<StudyArchiveDocument, 'lines'>): ArchiveLine[] =>
  lines.filter(({ state }) => state === 'kept')

const totalOf = (lines: readonly { hours: Hours }[]): Hours => addHours(...lines.map(({ hours }) => hours))

function termsOf({ pack, kinds }: ArchiveRules, year: number): ArchiveTerms {
  const cap = pack.caps.find(({ id, per }) => per === 'year' && kinds[0]?.caps.includes(id))
  return {
    year,
    hourName: pack.labels.hour,
    kinds: kinds.map(({ id, label, ways, evidence }) => ({
      id,
      label,
      ways: ways?.value ?? [label],
      needsPhoto: evidence?.value.includes('photo') ?? false,
    })),
    cap: cap ? { hours: cap.limit.value, label: cap.label } : null,
  }
}

/** A line may be corrected while no claim on it is being decided; a line with a claim is not withdrawn. */
async function lineView(
  reads: Reads,
  archive: StudyArchiveDocument,
  line: ArchiveLine,
): Promise<ArchiveLineView> {
  const { id: lineId, attachments, state: _state, claimId: _claimId, ...said } = line
  const holder = await holderOf(reads, archive, line)
  return {
    ...said,
    lineId,
    record: recordOf(archive, lineId),
    attachments: attachments.map(({ fileId: _fileId, ...shown }) => shown),
    unitName: archive.unitName,
    claimed: holder && { claimId: holder._id, state: holder.state },
    canChange: holder === null || holder.state === 'returned',
    canWithdraw: holder === null,
  }
}

const lineViews = (reads: Reads, archive: StudyArchiveDocument): Promise<ArchiveLineView[]> =>
  Promise.all(
    [...standing(archive)]
      .sort((a, b) => (a.from < b.from ? 1 : -1))
      .map((line) => lineView(reads, archive, line)),
  )

/** The person and year of an archive, as a caller asks for it. */
export const archiveOf = ({ personId, targetYear: year }: StudyArchiveDocument) => ({ personId, year })

/** The unit's archive of a person who belongs to it, or did when the archive was kept. */
export async function showArchive(
  ctx: Pick<Context, 'store' | 'packs'>,
  unitId: string,
  { personId, year }: { personId: string; year: number },
): Promise<ArchiveView> {
  const { store } = ctx
  const [unit, person, archive] = await Promise.all([
    store.get('organisations', unitId),
    store.get('persons', personId),
    store.get('study-archives', archiveIdOf({ unitId, personId, year })),
  ])
  if (!unit || !person || (person.unitId !== unitId && !archive)) refuse('OUT_OF_SCOPE', {})
  return {
    ...termsOf(archiveRules(ctx, unit.region, year), year),
    personId,
    name: person.name,
    unitName: unit.name,
    total: archive ? totalOf(standing(archive)) : totalOf([]),
    lines: archive ? await lineViews(store, archive) : [],
  }
}

export const archiveAsked = z.object({
  orgId: identifier.optional(),
  personId: identifier,
  year: calendarYear,
})

/**
 * The archives that the keeper's own bodies hold of a person: the one of the person's own unit first, then those from
 * before a move.
 */
export async function showOwnArchive(
  ctx: Pick<Context, 'store' | 'packs'>,
  holder: Holder,
  { orgId, personId, year }: z.infer<typeof archiveAsked>,
): Promise<ArchiveView> {
  const units = chosenBodies(holder, orgId)
  const person = await ctx.store.get('persons', personId)
  for (const unitId of units)
    if (person?.unitId === unitId) return showArchive(ctx, unitId, { personId, year })
  for (const unitId of units)
    if (await ctx.store.get('study-archives', archiveIdOf({ unitId, personId, year })))
      return showArchive(ctx, unitId, { personId, year })
  return refuse('OUT_OF_SCOPE', {})
}

showOwnArchive.refuses = ['OUT_OF_SCOPE', 'STUDY_RECORD_UNRULED'] as const

export const archivesAsked = ofBodies.extend({ year: calendarYear.optional() })

/**
 * The unit's verified people, each with the sum of their archive of the year: one read a person, for an archive of any
 * size.
 */
export async function listPeople(
  ctx: Pick<Context, 'store' | 'packs' | 'now'>,
  holder: Holder,
  { orgId, year: asked, after }: z.infer<typeof archivesAsked>,
): Promise<ArchivePeopleView> {
  const { store } = ctx
  const unitId = ownBody(holder, orgId)
  const unit = await store.get('organisations', unitId)
  if (!unit) refuse('OUT_OF_SCOPE', {})
  const years = archiveYears(ctx, unit.region)
  const year = asked ?? years[0] ?? yearOf(ctx.now)
  const terms = termsOf(archiveRules(ctx, unit.region, year), year)
  const page = await store.query('persons', 'byUnit', {
    equals: { unitId, binding: 'verified' },
    limit: PAGE,
    after,
  })
  const archives = await store.getMany(
    'study-archives',
    page.items.map(({ _id: personId }) => archiveIdOf({ unitId, personId, year })),
  )
  const people = page.items.map(({ _id: personId, name, idNumberMasked }, i) => {
    const archive = archives[i]
    const lines = archive ? standing(archive) : []
    const isSelf = personId === holder.person._id
    return { personId, name, idNumberMasked, total: totalOf(lines), lines: lines.length, isSelf }
  })
  const bodies = await namedBodies(store, holder)
  return { ...terms, years, bodies, unitName: unit.name, people, next: page.next ?? null }
}

listPeople.refuses = ['OUT_OF_SCOPE', 'STUDY_RECORD_UNRULED'] as const

/** The archive lines of the caller's units, so that no trainee fills in a claim without a line to stand on. */
export async function showMine(
  ctx: Pick<Context, 'store' | 'packs'>,
  person: PersonDocument,
  year: number,
): Promise<MyArchiveView> {
  const terms = termsOf(archiveRules(ctx, person.region, year), year)
  const { items } = await ctx.store.query('study-archives', 'byPerson', {
    equals: { personId: person._id, targetYear: year },
    limit: MOST_UNITS,
  })
  const lines = (await Promise.all(items.map((archive) => lineViews(ctx.store, archive)))).flat()
  return { ...terms, unitName: person.unitName, total: totalOf(lines), lines }
}

showMine.refuses = ['STUDY_RECORD_UNRULED'] as const
