import * as z from 'zod'
import type { Hours } from '../../domain/kernel/hours'
import { dayOf, type Instant, yearOf } from '../../domain/kernel/instant'
import { type Account, emptyAccount } from '../../domain/ledger/account'
import { yearState } from '../../domain/ledger/year-complete'
import { accountIdOf } from '../books/hours/account-id'
import type { Context } from '../kernel/context'
import {
  chosenBodies,
  type Holder,
  namedBodies,
  type OwnBody,
  overBodies,
  ownBodies,
  stillHolding,
} from '../kernel/holder'
import { ofBodies } from '../kernel/inputs'
import { record, recordedAmong, wasRecorded } from '../kernel/record'
import { accept, refuse } from '../kernel/refused'
import type { PersonDocument } from '../people/documents'

const PAGE = 20

export interface StandingView {
  personId: string
  name: string
  idNumberMasked: string
  /** Null where the notice asks nothing of a single year. */
  complete: boolean | null
  missingPublic: Hours
  missingProfessional: Hours
  pending: Hours
  /** Whether a reviewer reminded the person today: once a day is enough. */
  remindedToday: boolean
}

export interface StandingPage {
  year: number
  bodies: OwnBody[]
  people: StandingView[]
  next: string | null
}

export const standingAsked = ofBodies.extend({ behindOnly: z.boolean() })

/**
 * Where the verified people of a unit stand this year: a page of people and their accounts by id, for a unit of any
 * size. Of those who are behind alone a page may show fewer, and goes on where it stopped.
 */
export async function listStanding(
  ctx: Context,
  holder: Holder,
  { orgId, behindOnly, after }: z.infer<typeof standingAsked>,
): Promise<StandingPage> {
  const year = yearOf(ctx.now)
  const page = await overBodies(chosenBodies(holder, orgId), after, (unitId, paging) =>
    ctx.store.query('persons', 'byUnit', {
      equals: { unitId, binding: 'verified' },
      limit: PAGE,
      ...paging,
    }),
  )
  const people = await standingOf(ctx, page.items, year)
  return {
    year,
    bodies: await namedBodies(ctx.store, holder),
    people: behindOnly ? people.filter(({ complete }) => complete === false) : people,
    next: page.next,
  }
}

listStanding.refuses = ['INPUT_INVALID', 'OUT_OF_SCOPE'] as const

/** Where people stand, with one read of their accounts and one of today's reminders. */
async function standingOf(
  ctx: Context,
  people: readonly PersonDocument[],
  year: number,
): Promise<StandingView[]> {
  const reminders = people.map(({ _id }) => reminderIdOf(_id, ctx.now))
  const [accounts, reminded] = await Promise.all([
    ctx.store.getMany(
      'accounts',
      people.map(({ _id: personId, region }) => accountIdOf({ personId, region, year })),
    ),
    recordedAmong(ctx.store, { ids: reminders, kind: 'person-reminded' }),
  ])
  return people.map((person, i) => ({
    ...standingView(ctx, person, { account: accounts[i] ?? emptyAccount(), year }),
    remindedToday: reminded.has(reminders[i] ?? ''),
  }))
}

function standingView(
  { packs }: Pick<Context, 'packs'>,
  { _id: personId, name, idNumberMasked, region }: PersonDocument,
  { account, year }: { account: Account; year: number },
): Omit<StandingView, 'remindedToday'> {
  const { complete, missing } = yearState(account, accept(packs.standardOf(region, year)))
  const { portions } = account
  return {
    personId,
    name,
    idNumberMasked,
    complete,
    missingPublic: missing.public,
    missingProfessional: missing.professional,
    pending: (portions.public.pending + portions.professional.pending) as Hours,
  }
}

const reminderIdOf = (personId: string, at: Instant): string => `person-reminded:${personId}:${dayOf(at)}`

/**
 * Reminds a person of the reviewer's unit of the hours that the year still asks. The day is part of the event's id: a
 * reviewer who taps twice, or two reviewers on one day, remind once.
 */
export async function remindPerson(ctx: Context, holder: Holder, personId: string): Promise<StandingView> {
  const year = yearOf(ctx.now)
  const id = reminderIdOf(personId, ctx.now)
  const person = await ctx.store.transact(async (tx) => {
    const reviewer = await stillHolding(tx, ctx, holder)
    const found = await tx.get('persons', personId)
    if (!found || !ownBodies(reviewer).includes(found.unitId)) refuse('OUT_OF_SCOPE', {})
    if (found.binding !== 'verified') refuse('BINDING_UNVERIFIED', {})
    // Two reviewers on one day remind once: what the other did is no conflict.
    if (await wasRecorded(tx, { id, kind: 'person-reminded' })) return found
    await record(tx, ctx, {
      id,
      kind: 'person-reminded',
      subject: { of: 'person', id: personId },
      by: { actorId: reviewer.person._id, role: 'unit-reviewer', scope: found.unitId },
      after: String(year),
      payload: { personId, unitName: found.unitName, year },
    })
    return found
  })
  const [standing] = await standingOf(ctx, [person], year)
  if (!standing) throw new Error(`${personId} stands nowhere`)
  return standing
}

remindPerson.refuses = ['BINDING_UNVERIFIED', 'OUT_OF_SCOPE'] as const
