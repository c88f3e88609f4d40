import * as z from 'zod'
import { type IdNumber, maskIdNumber, parseIdNumber } from '../../domain/identity/id-number'
import { type PersonName, parseName } from '../../domain/identity/name'
import type { Context } from '../kernel/context'
import { identifier } from '../kernel/inputs'
import { keyedHash, seal } from '../kernel/ports/sealing'
import { record } from '../kernel/record'
import { accept, refuse } from '../kernel/refused'
import type { Documents } from '../kernel/store/collections'
import type { New, Transaction } from '../kernel/store/port'
import { channel } from './channel'
import { CONSENT_VERSION } from './consent'
import type { PersonDocument, RegistrationDocument } from './documents'
import { minimumAgeOf } from './minimum-age'
import { personView } from './person-view'
import { entryToken, readToken } from './read-token'
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
  idNumberHash: string
  unit: Documents['organisations']
  begun: RegistrationDocument & {
    mobile: NonNullable<RegistrationDocument['mobile']>
    mobileMasked: string
  }
  input: Registration
}

/**
 * Registers a person under the real name (SX22-13). Claimed until the unit's roster or its reviewer says so; a roster
 * line with the same name and number verifies at once. The same facts again are the same registration; other facts
 * replace it while nobody has verified it yet.
 */
export async function register(ctx: Context, input: Registration): Promise<Registered> {
  const facts = await factsOf(ctx, input)
  const personId = `p${Buffer.from(ctx.dice.bytes(12)).toString('hex')}`
  const person = await ctx.store.transact((tx) => commit(tx, ctx, { facts, personId }))
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
  'NAME_MALFORMED',
  'ORG_NOT_VERIFIED',
  'PHONE_MISSING',
  'TOKEN_EXPIRED',
  'TOKEN_FOREIGN',
  'TOKEN_UNKNOWN',
  'TOKEN_USED',
  'UNIT_UNKNOWN',
] as const

async function factsOf(ctx: Context, input: Registration): Promise<Facts> {
  const { store, ports, now, openid } = ctx
  const begun = await store.get('registrations', openid)
  if (input.consentVersion !== CONSENT_VERSION || begun?.consent?.version !== CONSENT_VERSION) {
    refuse('CONSENT_MISSING', { currentVersion: CONSENT_VERSION })
  }
  const name = accept(parseName(input.name))
  const unit = await unitOf(ctx, input)
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
    idNumberHash: keyedHash('id-number', idNumber, ports.secrets),
    unit,
    begun: { ...begun, mobile, mobileMasked },
    input,
  }
}

/** A unit; a township for those without one; a department or bureau by the code that it shows its own people. */
const HAS_PEOPLE: readonly string[] = ['unit', 'township', 'department', 'bureau']

async function unitOf(ctx: Context, { unitId, token }: Registration): Promise<Documents['organisations']> {
  const id = token ? (await readToken(ctx, token)).unitId : (unitId ?? '')
  const unit = await ctx.store.get('organisations', id)
  if (!unit) refuse('UNIT_UNKNOWN', {})
  // The registrar of a body is the first of its people, before it is reviewed (NY22-13).
  if (unit.registrarOpenid === ctx.openid) return unit
  if (!HAS_PEOPLE.includes(unit.kind)) refuse('UNIT_UNKNOWN', {})
  if (unit.state !== 'verified') refuse('ORG_NOT_VERIFIED', { orgName: unit.name })
  return unit
}

async function commit(
  tx: Transaction,
  ctx: Context,
  { facts, personId }: { facts: Facts; personId: string },
): Promise<PersonDocument> {
  const { idNumberHash, unit, name } = facts
  const bound = await tx.get('bindings', ctx.openid)
  const existing = bound ? await tx.get('persons', bound.personId) : null
  const taken = await tx.get('identity-keys', idNumberHash)
  // Verified for another account meanwhile: then the same facts again are answered with the way to contest that.
  const isAnothers = taken !== null && taken.personId !== existing?._id
  if (existing && isSame(existing, facts) && !isAnothers) return existing
  if (existing?.binding === 'verified') refuse('ALREADY_REGISTERED', {})
  if (isAnothers) refuse('ID_NUMBER_TAKEN', { unitName: taken.unitName })
  const line = await tx.get('roster-lines', `${unit._id}:${idNumberHash}`)
  const onRoster = line?.name === name
  const id = existing?._id ?? personId
  const fields = documentOf(ctx, facts, { id, onRoster })
  const person = existing
    ? await tx.replace('persons', { ...existing, ...fields })
    : await tx.insert('persons', { ...fields, roles: [], registeredAt: ctx.now })
  if (!existing) await tx.insert('bindings', { _id: ctx.openid, personId: id })
  if (onRoster && !taken)
    await tx.insert('identity-keys', { _id: idNumberHash, personId: id, unitName: unit.name })
  await usingToken(tx, ctx, facts)
  await record(tx, ctx, {
    id: `register:${id}:${person.version}`,
    kind: 'register',
    subject: { of: 'person', id },
    by: { actorId: id, role: 'trainee', scope: unit._id },
    before: existing?.binding ?? '',
    after: person.binding,
    payload: { personId: id, unitId: unit._id },
  })
  return person
}

const isSame = (person: PersonDocument, { idNumberHash, name, unit }: Facts): boolean =>
  person.idNumberHash === idNumberHash && person.name === name && person.unitId === unit._id

function documentOf(
  ctx: Context,
  facts: Facts,
  { id, onRoster }: { id: string; onRoster: boolean },
): Omit<New<PersonDocument>, 'roles' | 'registeredAt'> {
  const { name, idNumber, idNumberHash, unit, begun, input } = facts
  return {
    _id: id,
    openid: ctx.openid,
    name,
    idNumber: seal(idNumber, ctx.ports.secrets, ctx.dice),
    idNumberHash,
    idNumberMasked: maskIdNumber(idNumber),
    mobile: begun.mobile,
    mobileMasked: begun.mobileMasked,
    unitId: unit._id,
    unitName: unit.name,
    unitParentName: unit.parentName,
    region: unit.region,
    binding: onRoster ? 'verified' : 'claimed',
    bindingNote: onRoster ? '本单位名册上有您的姓名和身份证号' : '',
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
