import * as z from 'zod'
import { formatHours } from '../../domain/kernel/hours'
import type { TitleYearState } from '../../domain/title/verdict'
import type { OrganisationDocument } from '../bodies/documents'
import { spendIn } from '../kernel/budget'
import type { Context } from '../kernel/context'
import { grantIn, type Holder, organisationInScope, stillHolding } from '../kernel/holder'
import { hourWordOf } from '../kernel/hour-word'
import { cursor, identifier, statedReason } from '../kernel/inputs'
import { record } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { PersonDocument } from '../people/documents'
import { readingActId } from '../people/reading-act-id'
import { idNumberOf } from '../people/sealed-numbers'
import type { SheetFile } from '../sheet/write-sheet'
import { checkTitle } from '../titles/check-title'
import { titleAsked } from '../titles/title-question'
import type { TitleCheckView, TitleYearView } from '../titles/views'
import type { TitleExportPerson, TitleExportView, TitleExportYear } from './views'

/** Each person is a dozen reads; so many fit into one call. */
const PAGE = 20

export const titlesAsked = titleAsked.pick({ level: true, applicationYear: true }).extend({
  /** A unit below the committee's own organisation. */
  orgId: identifier,
  after: cursor,
  /** With a reason that is kept: every number read in full is an event, of which its owner learns. Null masks them. */
  idNumbers: z.object({ readingId: z.string().min(1).max(60), reason: statedReason }).nullable(),
})
type TitlesAsked = z.infer<typeof titlesAsked>

/**
 * The data that a title's review reads instead of paper (NY22-12): for each verified person of a unit the years that
 * the title looks at, hours by category, completeness, deemings, and the version of the notice that judged each year.
 * Read only.
 */
export async function titleExport(
  ctx: Context,
  reader: Holder,
  asked: TitlesAsked,
): Promise<TitleExportView> {
  const unit = await organisationInScope(ctx.store, reader, asked.orgId)
  return exportOf(ctx, reader, { unit, asked })
}

titleExport.refuses = ['OUT_OF_SCOPE', 'TITLE_LEVEL_UNKNOWN', 'TOO_OFTEN'] as const

async function exportOf(
  ctx: Context,
  reader: Holder,
  { unit, asked }: { unit: OrganisationDocument; asked: TitlesAsked },
): Promise<TitleExportView> {
  const { orgId, after } = asked
  const page = await ctx.store.query('persons', 'byUnit', {
    equals: { unitId: orgId, binding: 'verified' },
    limit: PAGE,
    after,
  })
  if (asked.idNumbers) await readInFull(ctx, reader, { unit, people: page.items, ...asked.idNumbers })
  const people: TitleExportPerson[] = []
  for (const person of page.items) people.push(await exported(ctx, person, asked))
  return { people, next: page.next ?? null }
}

async function exported(
  ctx: Context,
  person: PersonDocument,
  asked: TitlesAsked,
): Promise<TitleExportPerson> {
  const { level, applicationYear, idNumbers } = asked
  const checked = await checkTitle(ctx, person, { level, applicationYear, declared: {} })
  return {
    personId: person._id,
    name: person.name,
    // clause NY22-12
    idNumber: idNumbers ? idNumberOf(person, ctx.ports.secrets) : person.idNumberMasked,
    unitName: person.unitName,
    outcome: checked.outcome,
    headline: checked.headline,
    years: checked.years.map((year) => exportedYear(ctx, person, { checked, year })),
    policyVersion: checked.policyVersion,
  }
}

const STATES: Readonly<Record<TitleYearState, string>> = {
  complete: '完成',
  deemed: '视同完成',
  summed: '计入累计',
  incomplete: '未完成',
  unverified: '待审验',
  'no-rule': '没有收录这一年的规定',
  'not-looked-at': '不在审验年限内',
}

function exportedYear(
  { packs }: Pick<Context, 'packs'>,
  { region }: PersonDocument,
  { checked, year }: { checked: TitleCheckView; year: TitleYearView },
): TitleExportYear {
  const standard = packs.standardOf(region, year.year)
  return {
    year: year.year,
    public: formatHours(year.counted.public),
    professional: formatHours(year.counted.professional),
    state: STATES[year.state],
    deemings: year.state === 'deemed' ? year.why : (checked.waivedBy ?? ''),
    policyVersion: standard.ok ? standard.value.version : '',
  }
}

interface ReadingInFull {
  unit: OrganisationDocument
  people: readonly PersonDocument[]
  readingId: string
  reason: string
}

/** Written before a single number is opened, each time that it is; a lost answer asked for again is one reading. */
async function readInFull(ctx: Context, holder: Holder, of: ReadingInFull): Promise<void> {
  const { unit, people, readingId, reason } = of
  const { person: reader } = holder
  await ctx.store.transact(async (tx) => {
    const grant = grantIn(await stillHolding(tx, ctx, holder), unit.path)
    if (!grant) refuse('OUT_OF_SCOPE', {})
    const org = await tx.get('organisations', grant.orgId)
    let read = 0
    for (const { _id: personId } of people) {
      const isNew = await record(tx, ctx, {
        id: readingActId(ctx, { readerId: reader._id, readingId, personId }),
        kind: 'id-number-revealed',
        subject: { of: 'person', id: personId },
        by: { actorId: reader._id, role: grant.role, scope: unit._id },
        after: reason,
        payload: { personId, byName: reader.name, orgName: org?.name ?? '', reason },
      })
      if (isNew) read += 1
    }
    if (read > 0) await spendIn(tx, ctx, { limit: 'export-number', key: reader._id, weight: read })
  })
}

const OUTCOMES = { met: '达到', short: '未达到', 'no-rule': '通知没有规定' } as const

const columnsOf = (hour: string) => [
  { title: '姓名', width: 12 },
  { title: '身份证号', width: 22 },
  { title: '单位', width: 28 },
  { title: '申报年度', width: 10 },
  { title: '继续教育要求', width: 14 },
  { title: '说明', width: 40 },
  { title: '年度', width: 8 },
  { title: `公需${hour}`, width: 10 },
  { title: `专业${hour}`, width: 10 },
  { title: '年度情况', width: 14 },
  { title: '视同', width: 30 },
  { title: '依据的规定版本', width: 24 },
]

/** The same as a spreadsheet, a line a person and year; one page of people a file. */
export async function titleSheet(
  ctx: Context,
  reader: Holder,
  asked: TitlesAsked,
): Promise<{ file: SheetFile; next: string | null }> {
  const unit = await organisationInScope(ctx.store, reader, asked.orgId)
  const columns = columnsOf(hourWordOf(ctx, unit.region))
  const { people, next } = await exportOf(ctx, reader, { unit, asked })
  const rows = people.flatMap((person) => person.years.map((year) => cellsOf(person, year, asked)))
  const { writeSheet } = await import('../sheet/write-sheet')
  const name = `${people[0]?.unitName ?? '本单位'}${asked.applicationYear}年职称申报继续教育情况`
  const file = await writeSheet(`${name}.xlsx`, { name: '继续教育情况', columns, rows })
  return { file, next }
}

titleSheet.refuses = ['OUT_OF_SCOPE', 'TITLE_LEVEL_UNKNOWN', 'TOO_OFTEN'] as const

const cellsOf = (
  person: TitleExportPerson,
  year: TitleExportYear,
  { applicationYear }: Pick<TitlesAsked, 'applicationYear'>,
): string[] => [
  person.name,
  person.idNumber,
  person.unitName,
  String(applicationYear),
  OUTCOMES[person.outcome],
  person.headline,
  String(year.year),
  year.public,
  year.professional,
  year.state,
  year.deemings,
  year.policyVersion,
]
