import * as z from 'zod'
import { maskIdNumber, parseIdNumber } from '../../domain/identity/id-number'
import { parseName } from '../../domain/identity/name'
import type { Context } from '../kernel/context'
import { typed } from '../kernel/inputs'
import { keyedHash } from '../kernel/ports/sealing'
import { record } from '../kernel/record'
import { accept, refuse } from '../kernel/refused'
import type { Reads, Transaction } from '../kernel/store/port'
import { emptyRegistration } from './consent'
import { decidersOf } from './contest-decider'
import type { ContestDocument, PersonDocument, RegistrationDocument } from './documents'
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
  idNumberMasked: string
  statement: string
}

type Deciders = Awaited<ReturnType<typeof decidersOf>>

interface Filed {
  filing: Filing
  waitsFor: Deciders
}

/** In a body with more reviewers than that, one will look. */
const TOLD_MOST = 5

/**
 * Contests an ID number that is verified for another WeChat account; the unit that answers for the binding is told.
 * The answer is the same whether or not there is such a binding, so that it cannot be used to look people up.
 */
export async function contest(
  ctx: Context,
  input: z.infer<typeof contestFiling>,
): Promise<{ received: true }> {
  const { openid, now, ports } = ctx
  const name = accept(parseName(input.name))
  const rules = { now, minimumAgeYears: 0, allowInventedAreas: ports.sampleContent === 'allowed' }
  const idNumber = accept(parseIdNumber(input.idNumber, rules))
  const idNumberHash = keyedHash('id-number', idNumber, ports.secrets)
  const filing = {
    id: keyedHash('contest', `${openid}:${idNumberHash}`, ports.secrets),
    name,
    idNumberHash,
    idNumberMasked: maskIdNumber(idNumber),
    statement: input.statement,
  }
  const waitsFor = await decidersNow(ctx, idNumberHash)
  await ctx.store.transact((tx) => commit(tx, ctx, { filing, waitsFor }))
  return { received: true }
}

contest.refuses = [
  'ALREADY_REGISTERED',
  'ID_NUMBER_AREA',
  'ID_NUMBER_CHECKSUM',
  'ID_NUMBER_DATE',
  'ID_NUMBER_MALFORMED',
  'NAME_MALFORMED',
] as const
/** A contest asks no age: whose number it is does not depend on it. */
contest.cannotRefuse = ['ID_NUMBER_UNDER_AGE'] as const

/** Whom to tell that a contest waits: looked up before the transaction, because it is a query. */
async function decidersNow(ctx: Context, idNumberHash: string): Promise<Deciders> {
  const key = await ctx.store.get('identity-keys', idNumberHash)
  const holder = key && (await ctx.store.get('persons', key.personId))
  if (!holder) return { level: 'unit', personIds: [] }
  return decidersOf(ctx, { place: await placeOf(ctx.store, holder), holder })
}

async function commit(tx: Transaction, ctx: Context, { filing, waitsFor }: Filed): Promise<void> {
  const bound = await tx.get('bindings', ctx.openid)
  const own = bound ? await tx.get('persons', bound.personId) : null
  // One account, one person: a verified account cannot become another person.
  if (own?.binding === 'verified') refuse('ALREADY_REGISTERED', {})
  await keepFiled(tx, ctx, filing)
  const before = await tx.get('contests', filing.id)
  const key = await tx.get('identity-keys', filing.idNumberHash)
  const holder = key ? await tx.get('persons', key.personId) : null
  if (!holder || before?.state === 'open') return
  const document = await documentOf(tx, ctx, { filing, holder })
  await tx.upsert('contests', before, document)
  const id = `contest:${filing.id}:${before?.version ?? 0}`
  const by = { actorId: own?._id ?? ctx.openid, role: 'visitor', scope: holder.unitId } as const
  const { binding, unitId, unitName } = holder
  await record(tx, ctx, {
    id,
    kind: 'contest-binding',
    subject: { of: 'person', id: holder._id },
    by,
    before: binding,
    after: binding,
    payload: { personId: holder._id, unitId, unitName },
  })
  const { level, personIds } = waitsFor
  for (const personId of personIds.slice(0, TOLD_MOST))
    await record(tx, ctx, {
      id: `${id}:${personId}`,
      kind: 'contest-waiting',
      subject: { of: 'contest', id: filing.id },
      by,
      payload: { personId, level },
    })
}

/** The top of a tree has nothing above it and decides for itself. */
async function placeOf(
  reads: Reads,
  { _id: holderId, unitId }: PersonDocument,
): Promise<Pick<ContestDocument, 'holderId' | 'unitId' | 'aboveOrgId'>> {
  const unit = await reads.get('organisations', unitId)
  return { holderId, unitId, aboveOrgId: unit?.parentId ?? unitId }
}

async function documentOf(
  tx: Transaction,
  { openid, now }: Context,
  { filing, holder }: { filing: Filing; holder: PersonDocument },
): Promise<Omit<ContestDocument, 'version'>> {
  return {
    _id: filing.id,
    openid,
    name: filing.name,
    idNumberMasked: filing.idNumberMasked,
    statement: filing.statement,
    ...(await placeOf(tx, holder)),
    state: 'open',
    reason: '',
    decisionId: '',
    decidedByName: '',
    decidedForName: '',
    decidedAt: null,
    at: now,
  }
}

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
  if (!found || found.state === 'open')
    return {
      state: 'waiting',
      idNumberMasked,
      filedAt: found?.at ?? filed.at,
      orgName: '',
      reason: '',
      decidedAt: null,
    }
  const { state, at, decidedForName, reason, decidedAt } = found
  return { state, idNumberMasked, filedAt: at, orgName: decidedForName, reason, decidedAt }
}

export const myContest = async (ctx: Context): Promise<{ contest: MyContestView | null }> => ({
  contest: await contestOf(ctx, await ctx.store.get('registrations', ctx.openid)),
})
