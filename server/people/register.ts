import * as z from 'zod'
import { type IdNumber, lettersOn, maskIdNumber, parseIdNumber } from '../../domain/identity/id-number'
import { isSameName, maskName, type PersonName, parseName } from '../../domain/identity/name'
import { isSlip } from '../../domain/identity/slip'
import { spend } from '../kernel/budget'
import type { Context } from '../kernel/context'
import { identifier } from '../kernel/inputs'
import { type Hashes, resealed, seal, unseal } from '../kernel/ports/sealing'
import { record } from '../kernel/record'
import { accept, refuse } from '../kernel/refused'
import type { Documents } from '../kernel/store/collections'
import { foundUnder } from '../kernel/store/found-under'
import type { New, Transaction } from '../kernel/store/port'
import { channel } from './channel'
import { CONSENT_VERSION } from './consent'
import type { PersonDocument, RegistrationDocument } from './documents'
import { appointed, foundingToUse } from './founder'
import { minimumAgeOf } from './minimum-age'
import { hashesOfNumber, hashFields, holdNumber } from './number-hashes'
import { personView } from './person-view'
import { isProven, PROVEN_NOTE } from './proof'
import { entryToken, readToken } from './read-token'
import { inPerson, inRegistration, mobileOf, verifiedMobileOf } from './sealed-numbers'
import type { Registered } from './views'

/** Name and number are as typed: what is wrong with them is said by their own rules. */
export const registration = z.object({
  name: z.string().max(100),
  idNumber: z.string().max(40),
  unitId: identifier.optional(),
  token: entryToken.optional(),
  consentVersion: z.string().max(20),
  channel,
})
export type Registration = z.infer<typeof registration>

interface Facts {
  name: PersonName
  idNumber: IdNumber
  /** Under each index key, the current one first. */
  hashes: Hashes
  unit: Documents['organisations']
  /** Whether the unit's own code was presented. */
  byCode: boolean
  begun: RegistrationDocument & {
    mobile: NonNullable<RegistrationDocument['mobile']>
    mobileMasked: string
  }
  input: Registration
}

/**
 * Registers a person under the real name (SX22-13). Claimed until the unit's roster or its reviewer says so: the roster
 * verifies at once who came by the unit's own code with the mobile number that it has, and nobody else. The answer is
 * the same whether or not the number is known, on a roster or held by another account, and so is the work that it takes:
 * this is no way to look people up. Who presents a founding code is verified and becomes the first reviewer of its body,
 * and is told where the number is held: the code is used once, and by nobody who cannot be verified. The same facts again
 * are the same registration; other facts replace it while nobody has verified it yet, as long as what was learned stays
 * with whom it was learned by.
 */
export async function register(ctx: Context, input: Registration): Promise<Registered> {
  const facts = await factsOf(ctx, input)
  await spendAttempt(ctx, facts)
  const hasLearned = await learnedBefore(ctx)
  const personId = `p${Buffer.from(ctx.dice.bytes(12)).toString('hex')}`
  const person = await ctx.store.transact((tx) => commit(tx, ctx, { facts, personId, hasLearned }))
  return { person: personView(person, ctx) }
}

register.refuses = [
  'ALREADY_REGISTERED',
  'CONSENT_MISSING',
  'ID_NUMBER_AREA',
  'ID_NUMBER_CHECKSUM',
  'ID_NUMBER_DATE',
  'ID_NUMBER_MALFORMED',
  'ID_NUMBER_TAKEN',
  'ID_NUMBER_UNDER_AGE',
  'IDENTITY_FIXED',
  'NAME_MALFORMED',
  'NAME_UNREADABLE',
  'ORG_NOT_VERIFIED',
  'PHONE_MISSING',
  'REGISTERED_ELSEWHERE',
  'TOKEN_EXPIRED',
  'TOKEN_FOREIGN',
  'TOKEN_UNKNOWN',
  'TOKEN_USED',
  'TOO_OFTEN',
  'UNIT_UNKNOWN',
] as const

async function factsOf(ctx: Context, input: Registration): Promise<Facts> {
  const { store, ports, now, openid } = ctx
  const begun = await store.get('registrations', openid)
  if (input.consentVersion !== CONSENT_VERSION || begun?.consent?.version !== CONSENT_VERSION) {
    refuse('CONSENT_MISSING', { currentVersion: CONSENT_VERSION })
  }
  const name = accept(parseName(input.name, lettersOn(input.idNumber)))
  const { unit, byCode } = await unitOf(ctx, input)
  const rules = {
    now,
    minimumAgeYears: minimumAgeOf(ctx, unit.region),
    allowInventedAreas: ports.sampleContent === 'allowed',
  }
  const idNumber = accept(parseIdNumber(input.idNumber, rules))
  const { mobile, mobileMasked } = begun
  if (!mobile || !mobileMasked) refuse('PHONE_MISSING', {})
  return {
    name,
    idNumber,
    hashes: hashesOfNumber(idNumber, ports.secrets),
    unit,
    byCode,
    begun: { ...begun, mobile, mobileMasked },
    input,
  }
}

/** Found by searching: a unit, and a township for those without one. */
const FOUND_BY_SEARCH: readonly string[] = ['unit', 'township']
/** By the code that it shows its own people alone: its id is in many answers, and is no invitation. */
const BY_ITS_CODE: readonly string[] = [...FOUND_BY_SEARCH, 'department', 'bureau']

async function unitOf(
  ctx: Context,
  { unitId, token: scanned }: Registration,
): Promise<Pick<Facts, 'unit' | 'byCode'>> {
  const token = scanned ? await readToken(ctx, scanned) : null
  const id = token?.unitId ?? unitId ?? ''
  const byCode = token?.kind === 'unit' || token?.kind === 'founding'
  const unit = await ctx.store.get('organisations', id)
  if (!unit) refuse('UNIT_UNKNOWN', {})
  // The registrar of a body is the first of its people, before it is reviewed (NY22-13).
  if (unit.registrarOpenid === ctx.openid) return { unit, byCode }
  if (!BY_ITS_CODE.includes(unit.kind)) refuse('UNIT_UNKNOWN', {})
  if (unit.state !== 'verified') refuse('ORG_NOT_VERIFIED', { orgName: unit.name })
  if (!byCode && !FOUND_BY_SEARCH.includes(unit.kind)) refuse('UNIT_UNKNOWN', {})
  return { unit, byCode }
}

/** Before the work, and whatever comes of it: a search by trial is made of attempts that fail. */
const spendAttempt = (ctx: Context, { hashes, unit, byCode }: Facts): Promise<void> =>
  spend(
    ctx,
    { limit: 'register', key: ctx.openid },
    { limit: 'name-a-number', key: hashes[0] },
    { limit: byCode ? 'register-by-code' : 'register-at-unit', key: unit._id },
  )

/** Whether anything was learned, or handed in, in the account's name: from then on it stays with that person. */
async function learnedBefore({ store, openid }: Context): Promise<boolean> {
  const bound = await store.get('bindings', openid)
  if (!bound) return false
  const equals = { personId: bound.personId }
  const found = await Promise.all([
    store.query('enrolments', 'byStart', { equals, limit: 1 }),
    store.query('accounts', 'byPerson', { equals, limit: 1 }),
    store.query('claims', 'byPerson', { equals, limit: 1 }),
  ])
  return found.some(({ items }) => items.length > 0)
}

interface Registering {
  facts: Facts
  personId: string
  hasLearned: boolean
}

async function commit(
  tx: Transaction,
  ctx: Context,
  { facts, personId, hasLearned }: Registering,
): Promise<PersonDocument> {
  const { hashes, unit } = facts
  const bound = await tx.get('bindings', ctx.openid)
  const existing = bound ? await tx.get('persons', bound.personId) : null
  // Read in every case: the work must not tell what is known of a number.
  const taken = await foundUnder(tx, 'identity-keys', hashes)
  const lines = hashes.map((hash) => `${unit._id}:${hash}`)
  const line = await foundUnder(tx, 'roster-lines', lines)
  if (existing && isSame(existing, facts, ctx)) return existing
  if (existing?.binding === 'verified') refuse('ALREADY_REGISTERED', {})
  const founding = await foundingToUse(tx, ctx, facts.input.token)
  if (existing && founding) refuse('REGISTERED_ELSEWHERE', { unitName: existing.unitName })
  const id = existing?._id ?? personId
  const learnedAs = existing && hasLearned ? learnedAsOf(existing, facts, ctx) : null
  const claimed = { ...documentOf(ctx, facts, id), ...(learnedAs ? { learnedAs } : {}) }
  const isAnothers = taken !== null && taken.personId !== id
  if (founding && isAnothers) refuse('ID_NUMBER_TAKEN', {})
  const fields = judged(claimed, { isProven: isProven(line, claimed, ctx.ports.secrets), isAnothers })
  const begun = { ...fields, roles: [], registeredAt: ctx.now }
  const person = existing
    ? await tx.replace('persons', { ...keptOf(existing, facts), ...fields })
    : await tx.insert('persons', founding ? await appointed(tx, ctx, { person: begun, founding }) : begun)
  if (!existing) await tx.insert('bindings', { _id: ctx.openid, personId: id })
  if (person.binding === 'verified' && !taken)
    await holdNumber(tx, hashes, { personId: id, unitName: unit.name })
  await usingToken(tx, ctx, facts)
  await record(tx, ctx, {
    id: `register:${id}:${person.version}`,
    kind: 'register',
    subject: { of: 'person', id },
    by: { actorId: id, role: 'trainee', scope: unit._id },
    before: existing ? standingOf(existing) : '',
    after: standingOf(person),
    payload: { personId: id, unitId: unit._id },
  })
  return person
}

/** As the log keeps it: who an account said that it was, and is now. */
const standingOf = ({ binding, name, idNumberMasked, unitId }: PersonDocument): string =>
  `${binding}；${maskName(name)} ${idNumberMasked} ${unitId}`

/** The code of an earlier registration says nothing about this one, nor does another person's title. */
function keptOf(
  { codeOf: _earlier, otherHashes: _hashes, ...existing }: PersonDocument,
  { hashes }: Facts,
): PersonDocument {
  if (hashes.includes(existing.idNumberHash)) return existing
  const { titles: _theirs, titleWaits: _waits, ...kept } = existing
  return kept
}

type Claimed = Omit<New<PersonDocument>, 'roles' | 'registeredAt'>

/** The person whom the roster proves is verified, unless another account holds the number; then they are told the way. */
function judged(
  claimed: Claimed,
  { isProven, isAnothers }: { isProven: boolean; isAnothers: boolean },
): Claimed {
  if (!isProven) return claimed
  if (isAnothers) return { ...claimed, bindingNote: HELD_NOTE }
  return { ...claimed, binding: 'verified', bindingNote: PROVEN_NOTE }
}

/** Only who has proven that the number is theirs reads that it is held. */
const HELD_NOTE = '您的身份证号已经核对给另一个微信。如果那是您从前的微信，请申请改绑'

/**
 * As whom the account has learned, where its name or number changes after that. A slip may be corrected, and goes to the
 * unit with both shown; another person is refused, because what one learned is never counted for another.
 */
function learnedAsOf(
  existing: PersonDocument,
  { name, idNumber }: Facts,
  { ports, now, dice }: Context,
): PersonDocument['learnedAs'] | null {
  const { _id: id } = existing
  const first = existing.learnedAs ?? existing
  const [own, kept] = [inPerson(id, 'idNumber'), inPerson(id, 'learnedAs.idNumber')]
  const before = {
    name: first.name,
    idNumber: unseal(first.idNumber, existing.learnedAs ? kept : own, ports.secrets),
  }
  if (!isSlip(before, { name, idNumber }))
    refuse('IDENTITY_FIXED', { name: first.name, idNumberMasked: first.idNumberMasked })
  if (existing.learnedAs) return existing.learnedAs
  if (isSameName(before.name, name) && before.idNumber === idNumber) return null
  const idNumberThen = resealed(existing.idNumber, { from: own, to: kept }, ports.secrets, dice)
  return { ...before, idNumber: idNumberThen, idNumberMasked: existing.idNumberMasked, until: now }
}

/**
 * The same person at the same unit, with nothing new that could prove it. The name in another form is the same name; until
 * it is confirmed it takes the form that was typed last.
 */
const isSame = (person: PersonDocument, facts: Facts, { ports }: Context): boolean =>
  facts.hashes.includes(person.idNumberHash) &&
  (person.name === facts.name || (person.binding === 'verified' && isSameName(person.name, facts.name))) &&
  person.unitId === facts.unit._id &&
  (person.binding === 'verified' ||
    ((!facts.byCode || person.codeOf === facts.unit._id) &&
      mobileOf(person, ports.secrets) === verifiedMobileOf(facts.begun, ports.secrets)))

function documentOf(ctx: Context, facts: Facts, id: string): Claimed {
  const { name, idNumber, hashes, unit, byCode, begun, input } = facts
  const { secrets } = ctx.ports
  const moved = { from: inRegistration(ctx.openid), to: inPerson(id, 'mobile') }
  return {
    _id: id,
    openid: ctx.openid,
    name,
    idNumber: seal(idNumber, inPerson(id, 'idNumber'), secrets, ctx.dice),
    ...hashFields(hashes),
    idNumberMasked: maskIdNumber(idNumber),
    mobile: resealed(begun.mobile, moved, secrets, ctx.dice),
    mobileMasked: begun.mobileMasked,
    unitId: unit._id,
    unitName: unit.name,
    unitParentName: unit.parentName,
    region: unit.region,
    binding: 'claimed',
    bindingNote: '',
    ...(byCode ? { codeOf: unit._id } : {}),
    decisionId: '',
    channel: input.channel,
    consent: { version: input.consentVersion, at: begun.consent?.at ?? ctx.now },
  }
}

/** A code that works once belongs to the account that registers with it first. */
async function usingToken(tx: Transaction, { openid }: Context, { input }: Facts): Promise<void> {
  const token = input.token ? await tx.get('entry-tokens', input.token) : null
  if (!token?.singleUse || token.usedBy === openid) return
  if (token.usedBy !== null) refuse('TOKEN_USED', {})
  await tx.replace('entry-tokens', { ...token, usedBy: openid })
}
