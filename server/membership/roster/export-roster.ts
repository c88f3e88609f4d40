import * as z from 'zod'
import { isSameName } from '../../../domain/identity/name'
import { addHours, formatHours, type Hours } from '../../../domain/kernel/hours'
import { yearOf } from '../../../domain/kernel/instant'
import { yearState } from '../../../domain/ledger/year-complete'
import type { Notice } from '../../../domain/policy/pack'
import type { OrganisationDocument } from '../../bodies/documents'
import { readAccount } from '../../books/hours/read-account'
import type { Context } from '../../kernel/context'
import { type Holder, organisationInScope } from '../../kernel/holder'
import { hourWordOf } from '../../kernel/hour-word'
import { cursor, identifier } from '../../kernel/inputs'
import { refuse } from '../../kernel/refused'
import { foundUnder } from '../../kernel/store/found-under'
import type { PersonDocument } from '../../people/documents'
import { accountsOf, hashesOf } from '../../people/number-hashes'
import type { BindingState } from '../../people/views'
import { type SheetCell, type SheetFile, writeSheet } from '../../sheet/write-sheet'
import { inGroups } from './in-groups'
import { type FoundLine, lineIdsOf, withHashes } from './row-numbers'

/** People of one file. More go into the next, so that no call grows with a unit. */
const PEOPLE_A_FILE = 2_000
const PAGE = 100

/** In this order: who is registered, by state; then who stands on the roster and is not registered yet. */
const PARTS = ['verified', 'claimed', 'contested', 'roster'] as const
type Part = (typeof PARTS)[number]

const STATE_WORDS: Record<BindingState, string> = {
  verified: '已核对',
  claimed: '待核对',
  contested: '有疑问',
}

export interface RosterExport extends SheetFile {
  people: number
  /** Pass as `after` for the next file; null where this is the last. */
  next: string | null
}

interface Place {
  part: Part
  after: string | null
}

/** Without a unit: the reviewer's own. */
export const exportAsked = z.object({ unitId: identifier.optional(), after: cursor })

/** The people of a unit with how this year stands for each of them; ID numbers masked. */
export async function exportRoster(
  ctx: Context,
  holder: Holder,
  { unitId, after }: z.infer<typeof exportAsked>,
): Promise<RosterExport> {
  const orgId = unitId ?? holder.grants.find(({ role }) => role === 'unit-reviewer')?.orgId ?? ''
  const unit = await organisationInScope(ctx.store, holder, orgId)
  const year = yearOf(ctx.now)
  const standard = ctx.packs.standardOf(unit.region, year)
  const asking = { unit, year, pack: standard.ok ? standard.value : null }
  const rows: SheetCell[][] = []
  let place: Place | null = placeIn(after)
  while (place && rows.length < PEOPLE_A_FILE) {
    const page = await pageOf(ctx, asking, place)
    rows.push(...page.rows)
    place = page.next
  }
  const fileName = `${unit.name}人员名册（${year} 年）.xlsx`
  const file = await writeSheet(fileName, {
    name: `${year} 年`,
    columns: columnsOf(hourWordOf(ctx, unit.region)),
    rows,
  })
  return { ...file, people: rows.length, next: place && `${place.part}|${place.after ?? ''}` }
}

exportRoster.refuses = ['INPUT_INVALID', 'OUT_OF_SCOPE'] as const

function placeIn(after: string | undefined): Place {
  if (after === undefined) return { part: 'verified', after: null }
  const [name = '', ...rest] = after.split('|')
  const part = PARTS.find((candidate) => candidate === name)
  if (!part) refuse('INPUT_INVALID', { fields: ['after'] })
  return { part, after: rest.join('|') || null }
}

interface Asking {
  unit: OrganisationDocument
  year: number
  pack: Notice | null
}

async function pageOf(
  ctx: Context,
  asking: Asking,
  { part, after }: Place,
): Promise<{ rows: SheetCell[][]; next: Place | null }> {
  const { store } = ctx
  const from = { limit: PAGE, ...(after === null ? {} : { after }) }
  const unitId = asking.unit._id
  if (part === 'roster') {
    const { items, next } = await store.query('roster-lines', 'byUnit', { equals: { unitId }, ...from })
    const rows = await inGroups(await withHashes(ctx, items), (found) => rowOfLine(ctx, found))
    return { rows: rows.filter((row) => row !== null), next: next ? { part, after: next } : null }
  }
  const { items, next } = await store.query('persons', 'byUnit', {
    equals: { unitId, binding: part },
    ...from,
  })
  const rows = await inGroups(items, (person) => rowOfPerson(ctx, asking, person))
  const following = PARTS[PARTS.indexOf(part) + 1] ?? 'roster'
  return { rows, next: next ? { part, after: next } : { part: following, after: null } }
}

const columnsOf = (hour: string) => [
  { title: '姓名', width: 14 },
  { title: '身份证号（部分隐去）', width: 24 },
  { title: '手机号（部分隐去）', width: 18 },
  { title: '岗位/职称', width: 20 },
  { title: '登记', width: 10 },
  { title: `公需${hour}`, width: 12 },
  { title: `专业${hour}`, width: 12 },
  { title: `待核验${hour}`, width: 12 },
  { title: '今年是否学满', width: 24 },
]

async function rowOfPerson(
  ctx: Context,
  { year, pack }: Asking,
  person: PersonDocument,
): Promise<SheetCell[]> {
  const [account, line] = await Promise.all([
    readAccount(ctx.store, { personId: person._id, region: person.region, year }),
    foundUnder(ctx.store, 'roster-lines', lineIdsOf(person.unitId, hashesOf(person, ctx.ports.secrets))),
  ])
  const portions = account?.portions
  const state = account && pack ? yearState(account, pack) : null
  return [
    person.name,
    person.idNumberMasked,
    person.mobileMasked,
    line?.details?.position ?? '',
    STATE_WORDS[person.binding],
    inHours(portions?.public.counted),
    inHours(portions?.professional.counted),
    portions ? inHours(addHours(portions.public.pending, portions.professional.pending)) : 0,
    yearWords(state, pack),
  ]
}

const inHours = (hours: Hours | undefined): number => (hours ?? 0) / 100

function yearWords(state: ReturnType<typeof yearState> | null, pack: Notice | null): string {
  if (!pack) return '今年的通知还没有收进来'
  if (state === null) return `还没有${pack.labels.hour}`
  if (state.complete === null) return '不按单个年度要求'
  const { missing } = state
  return state.complete
    ? '已学满'
    : `还差 ${formatHours(addHours(missing.public, missing.professional))} ${pack.labels.hour}`
}

/** The row of a line; null where its person is registered with this unit, because they stand in the file already. */
async function rowOfLine({ store }: Context, { line, hashes }: FoundLine): Promise<SheetCell[] | null> {
  const items = await accountsOf(store, hashes, 10)
  if (items.some(({ unitId }) => unitId === line.unitId)) return null
  const { idNumberMasked = '', mobileMasked = '', position = '' } = line.details ?? {}
  const registered = items.some(({ name }) => isSameName(name, line.name)) ? '登记在别的单位' : '未登记'
  return [line.name, idNumberMasked, mobileMasked, position, registered, 0, 0, 0, '']
}
