import { addHours, type Hours, hundredths, ZERO_HOURS } from '../../../domain/kernel/hours'
import { dayOf, type Instant, yearOf } from '../../../domain/kernel/instant'
import { type Account, emptyAccount, type Line } from '../../../domain/ledger/account'
import { type YearState, yearState } from '../../../domain/ledger/year-complete'
import type { PolicyPack } from '../../../domain/policy/pack'
import type { AccountDocument } from '../../books/hours/documents'
import type { ClaimDocument } from '../../claims/filing/documents'
import type { Context } from '../../kernel/context'
import type { New } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { StatPartDocument } from './documents'
import { type Figures, type MonthFigures, noFigures } from './figures'

/** More years than a working life has, and more claims than a trainee makes in a few years. */
const MOST_ACCOUNTS = 60
const MOST_CLAIMS = 100

export const partIdOf = (personId: string, year: number): string => `${personId}:${year}`

/**
 * A person's part in the statistics, year by year, read from the books: the years in which they have hours or claims,
 * and the present one. Equal books give equal parts, whenever and however often they are read.
 */
export async function partsOf(
  { store, packs, now }: Pick<Context, 'store' | 'packs' | 'now'>,
  person: PersonDocument,
): Promise<New<StatPartDocument>[]> {
  const equals = { personId: person._id }
  const [accounts, claims] = await Promise.all([
    store.query('accounts', 'byPerson', { equals, limit: MOST_ACCOUNTS }),
    store.query('claims', 'byPerson', { equals, limit: MOST_CLAIMS }),
  ])
  const years = new Set([
    yearOf(now),
    ...accounts.items.map(({ year }) => year),
    ...claims.items.map(({ targetYear }) => targetYear),
  ])
  return [...years].sort().map((year) =>
    partOf({
      person,
      year,
      accounts: accounts.items.filter((account) => account.year === year),
      claims: claims.items.filter(({ targetYear }) => targetYear === year),
      pack: packOf(packs.standardOf(person.region, year)),
    }),
  )
}

const packOf = (found: ReturnType<Context['packs']['standardOf']>): PolicyPack | null =>
  found.ok ? found.value : null

interface YearOfPerson {
  person: PersonDocument
  year: number
  accounts: readonly AccountDocument[]
  claims: readonly ClaimDocument[]
  /** Null where no notice of that year was read. */
  pack: PolicyPack | null
}

function partOf({ person, year, accounts, claims, pack }: YearOfPerson): New<StatPartDocument> {
  const account = accounts.find(({ region }) => region === person.region) ?? emptyAccount()
  const state = pack ? yearState(account, pack) : null
  const standing = state?.complete === true ? 'complete' : state?.complete === false ? 'behind' : 'none'
  const count = (...states: readonly string[]): number =>
    claims.filter(({ state: of }) => states.includes(of)).length
  const counted = (category: 'public' | 'professional'): Hours =>
    addHours(...accounts.map(({ portions }) => portions[category].counted))
  const figures: Figures = {
    people: 1,
    verified: person.binding === 'verified' ? 1 : 0,
    complete: standing === 'complete' ? 1 : 0,
    behind: standing === 'behind' ? 1 : 0,
    publicHours: counted('public'),
    professionalHours: counted('professional'),
    claimsWaiting: count('submitted', 'returned'),
    claimsCredited: count('credited'),
    claimsLate: count('lapsed'),
    months: monthsOf(accounts, standing === 'complete' && pack ? completedIn(account, pack) : null),
  }
  return {
    _id: partIdOf(person._id, year),
    personId: person._id,
    unitId: person.unitId,
    year,
    standing,
    missingPublic: state?.missing.public ?? ZERO_HOURS,
    missingProfessional: state?.missing.professional ?? ZERO_HOURS,
    pending: addHours(
      ...accounts.flatMap(({ portions }) => [portions.public.pending, portions.professional.pending]),
    ),
    figures: person.unitId === '' ? noFigures() : figures,
  }
}

const monthOf = (at: Instant): string => dayOf(at).slice(0, 7)
const counts = ({ verified, voidedBy }: Line): boolean => verified && voidedBy === null

/** Hours by the month in which they were earned, and the one in which the year was complete. */
function monthsOf(
  accounts: readonly Pick<Account, 'lines'>[],
  completed: string | null,
): Record<string, MonthFigures> {
  const months: Record<string, MonthFigures> = {}
  const add = (month: string, { hours, completed: years }: MonthFigures): void => {
    const before = months[month] ?? { hours: ZERO_HOURS, completed: 0 }
    months[month] = { hours: addHours(before.hours, hours), completed: before.completed + years }
  }
  for (const line of accounts.flatMap(({ lines }) => lines.filter(counts))) {
    if (line.within > 0) add(monthOf(line.earnedAt), { hours: line.within, completed: 0 })
  }
  if (completed !== null) add(completed, { hours: ZERO_HOURS, completed: 1 })
  return months
}

/** The month of the first line with which the year was complete, in the order in which the hours were earned. */
function completedIn(account: Account, pack: PolicyPack): string | null {
  const lines = account.lines
    .filter(counts)
    .sort((a, b) => a.earnedAt - b.earnedAt || a.sequence - b.sequence)
  const isComplete = (some: readonly Line[]): YearState['complete'] => {
    const counted = (category: Line['category']): Hours =>
      addHours(...some.filter((line) => line.category === category).map(({ within }) => within))
    const portions = (category: Line['category']) => ({
      ...account.portions[category],
      counted: hundredths(counted(category)),
    })
    return yearState(
      { lines: some, portions: { public: portions('public'), professional: portions('professional') } },
      pack,
    ).complete
  }
  const last = lines.find((_, index) => isComplete(lines.slice(0, index + 1)) === true)
  return last ? monthOf(last.earnedAt) : null
}
