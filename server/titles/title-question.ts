import * as z from 'zod'
import { day, type Instant, startOfDay, yearOf } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import type { DeemingFact, TitleFacts } from '../../domain/policy/facts'
import type { PackLookup } from '../../domain/policy/lookup'
import type { PolicyPack, TitleRule } from '../../domain/policy/pack'
import { judgeTitle } from '../../domain/title/judge-title'
import type { TitleVerdict } from '../../domain/title/verdict'
import { type Standing, standingOf } from '../bodies/standing'
import type { Context } from '../kernel/context'
import { calendarYear } from '../kernel/inputs'
import { accept } from '../kernel/refused'
import type { PersonDocument } from '../people/documents'
import { declared, factsDeclared } from './declared'
import { type LedgerYear, ledgerYears } from './ledger-years'

export const titleAsked = z.object({
  level: z.enum(['junior', 'middle', 'senior']),
  applicationYear: calendarYear,
  declared: declared.default({}),
})
export type TitleInput = z.infer<typeof titleAsked>

/** One question about a title, with everything that was read to answer it. */
export interface TitleQuestion {
  input: TitleInput
  region: Region
  now: Instant
  packs: PackLookup
  /** The notice that asks. */
  pack: PolicyPack
  rule: TitleRule
  /** Years that the title looks at. */
  years: number[]
  ledger: LedgerYear[]
  /** Facts that stand for learning and were reviewed: they go before the person's word. */
  credited: DeemingFact[]
  /** Who the person is for the law, by the record of their unit and their own. */
  standing: Standing
  /** Other regions in whose registers they have hours. */
  otherRegions: string[]
  verdict: TitleVerdict
}

/** The notices look at nine years at most, and reads must be bounded: the latest so many. */
const MOST_YEARS = 12
const MOST_DEEMINGS = 50
/** More years than a working life has. */
const MOST_ACCOUNTS = 60

/** Loads the years that the notice looks at, and judges them: one read of an account for each, and its entries. */
export async function askTitle(
  { store, packs, now }: Pick<Context, 'store' | 'packs' | 'now'>,
  person: PersonDocument,
  input: TitleInput,
): Promise<TitleQuestion> {
  const { region } = person
  const asked = askedYears({ packs, now, region, input })
  const [ledger, credited, standing, otherRegions] = await Promise.all([
    ledgerYears(store, { personId: person._id, region }, asked.years),
    creditedDeemings(store, person),
    standingOf(store, person),
    regionsElsewhere(store, person),
  ])
  const of = { input, region, now, packs, ledger, credited, standing, otherRegions, ...asked }
  return { ...of, verdict: accept(judgeTitle(packs, factsOf(of))) }
}

/** Regions other than the person's own in which an account of theirs holds hours, as of somebody who moved. */
async function regionsElsewhere(
  store: Pick<Context, 'store'>['store'],
  { _id: personId, region }: PersonDocument,
): Promise<string[]> {
  const { items } = await store.query('accounts', 'byPerson', { equals: { personId }, limit: MOST_ACCOUNTS })
  return [...new Set(items.map((account) => account.region))].filter((one) => one !== region).sort()
}

/** Deemings that were claimed, credited and not revoked since. */
async function creditedDeemings(
  store: Pick<Context, 'store'>['store'],
  { _id: personId, region }: PersonDocument,
): Promise<DeemingFact[]> {
  const { items } = await store.query('deemings', 'byPerson', { equals: { personId }, limit: MOST_DEEMINGS })
  return items.flatMap((one) => (one.region === region && one.state === 'valid' ? [one.fact] : []))
}

/** Judged without any hours, a title says which notice asks, and which years it looks at. */
function askedYears(
  of: Pick<TitleQuestion, 'packs' | 'now' | 'region' | 'input'>,
): Pick<TitleQuestion, 'pack' | 'rule' | 'years'> {
  const { packs, now, region, input } = of
  const { level, applicationYear } = input
  const { packVersion, years } = accept(
    judgeTitle(packs, { region, level, applicationYear, appliedAt: now, years: [] }),
  )
  const pack = packs.byVersion(packVersion)
  const rule = pack?.titles.find((title) => title.level === level)
  if (!pack || !rule) throw new Error(`${packVersion} judged a title that it does not have`)
  return { pack, rule, years: years.map(({ year }) => year).slice(-MOST_YEARS) }
}

type Unjudged = Omit<TitleQuestion, 'verdict'>

/**
 * The facts of a trainee's application: the ledger, the declared facts, and the day of application. Next year's
 * application is judged as of its first day, because a substitution may have ended by then (NX22-10).
 */
export function factsOf(of: Unjudged): TitleFacts {
  const { input, region, pack, now } = of
  const { level, applicationYear, declared } = input
  const appliedAt = applicationYear <= yearOf(now) ? now : startOfDay(day(`${applicationYear}-01-01`))
  return {
    region,
    level,
    applicationYear,
    appliedAt,
    years: of.years.map((year) => ({ year, ...factsOfYear(of, year) })),
    ...(of.otherRegions.length === 0 ? {} : { otherRegions: of.otherRegions }),
    ...factsDeclared(pack, declared, { credited: of.credited, standing: of.standing, applicationYear }),
  }
}

/**
 * A year is recorded as complete only on the person's word, and only where no rule can count it; of the year of the
 * application the word is that it was verified, and its hours still decide.
 */
function factsOfYear(of: Unjudged, year: number): Partial<TitleFacts['years'][number]> {
  const { ledger, input } = of
  const known = ledger.find((one) => one.year === year)
  const items = known ? itemsOfYear(of, known) : {}
  if (!input.declared.recordedYears?.includes(year)) return items
  if (year === input.applicationYear) return { ...items, verified: true }
  return hasStandard(of, year) ? items : { ...items, recordedComplete: true }
}

/** Whether a pack knows that year's requirement. */
export function hasStandard(
  { packs, region }: Pick<TitleQuestion, 'packs' | 'region'>,
  year: number,
): boolean {
  const standard = packs.standardOf(region, year)
  return standard.ok && 'total' in standard.value.requirement
}

/**
 * The items of a year. Where a year is submitted for review, its hours wait until it has passed its levels. In the
 * year of application they are not missing: they are there and unverified, which is another answer (QH23-17).
 */
function itemsOfYear(
  of: Unjudged,
  { year, items, released }: LedgerYear,
): Partial<TitleFacts['years'][number]> {
  if (!isHandedIn(of, year)) return { items }
  if (released) return { items, verified: true }
  if (year !== of.input.applicationYear) return { items }
  return { items: items.map((item) => ({ ...item, pending: false })) }
}

/** Whether that year's hours count only once the year's application has passed its levels. */
function isHandedIn({ packs, region }: Pick<TitleQuestion, 'packs' | 'region'>, year: number): boolean {
  const standard = packs.standardOf(region, year)
  return standard.ok && standard.value.review.yearlySubmission.value
}
