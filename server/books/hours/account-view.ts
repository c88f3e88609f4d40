import * as z from 'zod'
import { ZERO_HOURS } from '../../../domain/kernel/hours'
import { type Instant, yearOf } from '../../../domain/kernel/instant'
import { type Account, emptyAccount } from '../../../domain/ledger/account'
import { countedPublic, requiredOf, yearState } from '../../../domain/ledger/year-complete'
import type { Category, PolicyPack } from '../../../domain/policy/pack'
import type { Context } from '../../kernel/context'
import { calendarYear, cursor } from '../../kernel/inputs'
import { accept } from '../../kernel/refused'
import type { PersonDocument } from '../../people/documents'
import { accountIdOf } from './account-id'
import { certificateCauseIdOf } from './certificate-cause-id'
import { clauseView } from './clause-view'
import type { AccountDocument, EntryDocument } from './documents'
import { explainEntry } from './explain-entry'
import { readAccount } from './read-account'
import { settleVerification } from './settle-verification'
import type { AccountView, CategoryRing, EntryView } from './views'

const PAGE = 20
const MOST_YEARS = 60
const CATEGORIES: readonly Category[] = ['public', 'professional']

type Needs = Pick<Context, 'store' | 'now' | 'packs'>

export const accountAsked = z.object({ year: calendarYear.optional(), after: cursor })

/** One year of one person: how it stands, and every line with its why. */
export async function accountView(
  ctx: Needs,
  person: PersonDocument,
  input: z.infer<typeof accountAsked>,
): Promise<AccountView> {
  const year = input.year ?? yearOf(ctx.now)
  const { region } = person
  const pack = accept(ctx.packs.standardOf(region, year))
  const key = { personId: person._id, region, year }
  const account = await settledAccount(ctx, person, key)
  const entries = account ? await entriesOf(ctx, { account, person, after: input.after }) : null
  const cause = await ctx.store.get('certificate-causes', certificateCauseIdOf(key))
  return {
    year,
    region,
    regionName: pack.labels.regionName,
    years: await yearsOf(ctx, person._id, yearOf(ctx.now)),
    rings: ringsOf(account, pack),
    complete: yearState(account ?? emptyAccount(), pack).complete === true,
    requirement: 'total' in pack.requirement ? clauseView(pack.requirement.total, pack) : null,
    entries: entries?.items ?? [],
    next: entries?.next ?? null,
    certificateNumber: cause?.number ?? null,
  }
}

/**
 * Required, counted and pending hours, as home and ledger draw them; nothing is required where the notice asks nothing of
 * a single year.
 */
export function ringsOf(
  account: Pick<Account, 'portions' | 'lines'> | null,
  pack: Pick<PolicyPack, 'requirement' | 'publicSubjects' | 'labels'>,
): CategoryRing[] {
  const required = requiredOf(pack)
  return CATEGORIES.map((category) => ({
    category,
    name: pack.labels[category],
    required: required?.[category] ?? null,
    counted:
      account === null
        ? ZERO_HOURS
        : category === 'public'
          ? countedPublic(account, pack)
          : account.portions.professional.counted,
    pending: account?.portions[category].pending ?? ZERO_HOURS,
  }))
}

type Key = Parameters<typeof readAccount>[1]

/** The account, after settling the hours that a confirmation should have released while an exam was being posted. */
async function settledAccount(ctx: Needs, person: PersonDocument, key: Key): Promise<AccountDocument | null> {
  const account = await readAccount(ctx.store, key)
  const waits = account && CATEGORIES.some((category) => account.portions[category].pending > 0)
  if (!waits || person.binding !== 'verified') return account
  await settleVerification(ctx, person._id)
  return readAccount(ctx.store, key)
}

interface PageOf {
  account: AccountDocument
  person: PersonDocument
  after: string | undefined
}

async function entriesOf(ctx: Needs, { account, person, after }: PageOf) {
  const page = await ctx.store.query('entries', 'byAccount', {
    equals: { accountId: accountIdOf(account) },
    limit: PAGE,
    after,
  })
  const told = await Promise.all(page.items.map((entry) => entryView(ctx, { account, person, entry })))
  return { items: told.filter((entry) => entry !== null), next: page.next ?? null }
}

/** Null for an entry without a line of its own: a release or a reversal is told in the line that it changed. */
async function entryView(
  ctx: Needs,
  { account, person, entry }: { account: AccountDocument; person: PersonDocument; entry: EntryDocument },
): Promise<EntryView | null> {
  const { facts } = entry
  if (facts.kind !== 'credit') return null
  const line = account.lines.find(({ entryId }) => entryId === entry._id)
  if (!line) throw new Error(`${entry._id} is no line of its account`)
  const pack = accept(ctx.packs.decidedBy(entry.policyVersion, account))
  const voiding = line.voidedBy === null ? null : await voidingOf(ctx, entry._id)
  return explainEntry({
    entry,
    facts,
    line,
    account,
    pack,
    voiding,
    unitName: person.unitName,
    learnedAs: person.learnedAs ?? null,
  })
}

async function voidingOf(ctx: Needs, entryId: string) {
  const reversal = await ctx.store.get('entries', `void:${entryId}`)
  return reversal?.facts.kind === 'void'
    ? { facts: reversal.facts, at: reversal.recordedAt as Instant }
    : null
}

async function yearsOf(ctx: Needs, personId: string, current: number): Promise<number[]> {
  const { items } = await ctx.store.query('accounts', 'byPerson', {
    equals: { personId },
    limit: MOST_YEARS,
  })
  return [...new Set([current, ...items.map(({ year }) => year)])].sort((a, b) => b - a)
}
