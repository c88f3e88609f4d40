import * as z from 'zod'
import { lettersOn, maskIdNumber, parseIdNumber } from '../../domain/identity/id-number'
import { parseName } from '../../domain/identity/name'
import { spendIn } from '../kernel/budget'
import type { Context } from '../kernel/context'
import { typed } from '../kernel/inputs'
import { type Hashes, keyedHash, type Sealed, seal } from '../kernel/ports/sealing'
import { accept, refuse } from '../kernel/refused'
import { placeOf } from '../kernel/store/lanes'
import type { New, Transaction } from '../kernel/store/port'
import { emptyRegistration } from './consent'
import type { ContestDocument, RegistrationDocument } from './documents'
import { hashesOfNumber } from './number-hashes'
import { inContest } from './sealed-numbers'
import type { MyContestView } from './views'

export const contestFiling = z.object({
  name: z.string().max(100),
  idNumber: z.string().max(40),
  statement: typed(500),
})

interface Filing {
  id: string
  name: string
  idNumberHash: string
  idNumber: Sealed
  idNumberMasked: string
  statement: string
}

/**
 * Contests an ID number that is verified for another WeChat account; the unit that answers for the binding is told. The
 * answer and the work are the same whether or not there is such a binding, so that it cannot be used to look people up:
 * the clock finds the holder afterwards (`placeContest`).
 */
export async function contest(
  ctx: Context,
  input: z.infer<typeof contestFiling>,
): Promise<{ received: true }> {
  const { openid, now, ports } = ctx
  const name = accept(parseName(input.name, lettersOn(input.idNumber)))
  const rules = { now, minimumAgeYears: 0, allowInventedAreas: ports.sampleContent === 'allowed' }
  const idNumber = accept(parseIdNumber(input.idNumber, rules))
  const hashes = hashesOfNumber(idNumber, ports.secrets)
  const id = (await filedBefore(ctx, hashes)) ?? keyedHash('contest', `${openid}:${hashes[0]}`, ports.secrets)
  const filing = {
    id,
    name,
    idNumberHash: hashes[0],
    idNumber: seal(idNumber, inContest(id), ports.secrets, ctx.dice),
    idNumberMasked: maskIdNumber(idNumber),
    statement: input.statement,
  }
  await ctx.store.transact((tx) => commit(tx, ctx, filing))
  return { received: true }
}

const OWN_READ = 100

/** The account's own contest of that number, whatever index key named it then. */
async function filedBefore({ store, openid }: Context, hashes: Hashes): Promise<string | null> {
  const { items } = await store.query('contests', 'byOpenid', { equals: { openid }, limit: OWN_READ })
  return items.find(({ idNumberHash }) => hashes.includes(idNumberHash))?._id ?? null
}

contest.refuses = [
  'ALREADY_REGISTERED',
  'ID_NUMBER_AREA',
  'ID_NUMBER_CHECKSUM',
  'ID_NUMBER_DATE',
  'ID_NUMBER_MALFORMED',
  'NAME_MALFORMED',
  'NAME_UNREADABLE',
  'TOO_OFTEN',
] as const
/** A contest asks no age: whose number it is does not depend on it. */
contest.cannotRefuse = ['ID_NUMBER_UNDER_AGE'] as const

async function commit(tx: Transaction, ctx: Context, filing: Filing): Promise<void> {
  const { openid } = ctx
  const bound = await tx.get('bindings', openid)
  const own = bound ? await tx.get('persons', bound.personId) : null
  // One account, one person: a verified account cannot become another person.
  if (own?.binding === 'verified') refuse('ALREADY_REGISTERED', {})
  const before = await tx.get('contests', filing.id)
  if (before?.state === 'moving') return
  // Asked again, the clock looks again: somebody may hold the number by now.
  if (before?.state === 'open') return lookFor(tx, ctx, before)
  await spendIn(
    tx,
    ctx,
    { limit: 'contest', key: openid },
    { limit: 'contest-a-number', key: filing.idNumberHash },
  )
  await keepFiled(tx, ctx, filing)
  await lookFor(tx, ctx, await tx.upsert('contests', before, documentOf(ctx, filing)))
}

/** Lets the clock find who holds the number. */
async function lookFor(
  tx: Transaction,
  { openid, now }: Context,
  { _id: ref, version }: ContestDocument,
): Promise<void> {
  const _id = `contest:${ref}:${version}`
  const item = { _id, kind: 'contest' as const, ref, dueAt: now, state: 'waiting' as const }
  await tx.upsert('due-items', await tx.get('due-items', _id), { ...item, ...placeOf(openid, 'soon') })
}

const documentOf = (
  { openid, now }: Context,
  { id, name, idNumberHash, idNumber, idNumberMasked, statement }: Filing,
): New<ContestDocument> => ({
  _id: id,
  openid,
  name,
  idNumberHash,
  idNumber,
  idNumberMasked,
  statement,
  holderId: '',
  unitId: '',
  aboveOrgId: '',
  state: 'open',
  words: [],
  movesAt: null,
  objection: null,
  reason: '',
  decisionId: '',
  decidedByName: '',
  decidedForName: '',
  decidedAt: null,
  at: now,
})

/** Kept with the account itself, so that a returning caller reads its state even before there is a person to tell. */
async function keepFiled(tx: Transaction, { openid, now }: Context, filing: Filing): Promise<void> {
  const registration = await tx.get('registrations', openid)
  if (registration?.contest?.id === filing.id) return
  const filed = { id: filing.id, idNumberMasked: filing.idNumberMasked, at: now }
  await tx.upsert('registrations', registration, {
    ...(registration ?? emptyRegistration(openid)),
    contest: filed,
  })
}

/** How an account's last contest stands. */
export async function contestOf(
  { store }: Pick<Context, 'store'>,
  registration: RegistrationDocument | null,
): Promise<MyContestView | null> {
  const filed = registration?.contest
  if (!filed) return null
  const { idNumberMasked } = filed
  const found = await store.get('contests', filed.id)
  if (!found || found.state === 'open' || found.state === 'moving')
    return {
      state: 'waiting',
      idNumberMasked,
      filedAt: found?.at ?? filed.at,
      movesAt: found?.movesAt ?? null,
      orgName: '',
      reason: '',
      decidedAt: null,
    }
  const { state, at, decidedForName, reason, decidedAt } = found
  return { state, idNumberMasked, filedAt: at, movesAt: null, orgName: decidedForName, reason, decidedAt }
}

export const myContest = async (ctx: Context): Promise<{ contest: MyContestView | null }> => ({
  contest: await contestOf(ctx, await ctx.store.get('registrations', ctx.openid)),
})
