import type { OrganisationDocument } from '../../bodies/documents'
import type { Context } from '../../kernel/context'
import { resealed } from '../../kernel/ports/sealing'
import { record } from '../../kernel/record'
import { refuse } from '../../kernel/refused'
import { foundUnder } from '../../kernel/store/found-under'
import type { Transaction } from '../../kernel/store/port'
import { foldSessions } from '../../learning/study/fold-sessions'
import { emptyRegistration } from '../../people/consent'
import type {
  ContestDocument,
  ContestWord,
  PersonDocument,
  RegistrationDocument,
} from '../../people/documents'
import { hashesOf } from '../../people/number-hashes'
import { inPerson, inRegistration } from '../../people/sealed-numbers'

interface Rebinding {
  contest: ContestDocument
  holder: PersonDocument
  unit: OrganisationDocument | null
  /** The last word that was needed. */
  word: ContestWord
  /** Of the act that decided it. */
  actId: string
}

/**
 * Moves a person's binding to the contesting account (改绑). The person stays the same: ledger, exams, claims and roles
 * hang on their id and are not touched. The old account is signed out, and a lecture playing there stops with its
 * seconds.
 */
export async function rebind(tx: Transaction, ctx: Context, rebinding: Rebinding): Promise<PersonDocument> {
  const { contest, holder, word } = rebinding
  await mayMove(tx, ctx, rebinding)
  const registration = await tx.get('registrations', contest.openid)
  await moveBinding(tx, ctx, rebinding)
  await signOut(tx, ctx, rebinding)
  await stopWatching(tx, ctx, rebinding)
  await handOverBody(tx, rebinding)
  const moved: PersonDocument = {
    ...holder,
    openid: contest.openid,
    formerOpenids: [...(holder.formerOpenids ?? []), holder.openid],
    bindingNote: `${word.name}核对后改绑到新的微信`,
    ...reachedAt(ctx, registration, holder),
  }
  await keepMobileOfRoles(tx, moved)
  return tx.replace('persons', moved)
}

/** Refused where the number is verified for another by now, or the contesting account is somebody else who is verified. */
export async function mayMove(
  tx: Transaction,
  { ports }: Pick<Context, 'ports'>,
  { contest, holder }: Pick<Rebinding, 'contest' | 'holder'>,
): Promise<void> {
  const key = await foundUnder(tx, 'identity-keys', hashesOf(holder, ports.secrets))
  if (key?.personId !== holder._id) refuse('PERSON_UNKNOWN', {})
  const present = await tx.get('bindings', contest.openid)
  const person = present && (await tx.get('persons', present.personId))
  if (person?.binding === 'verified') refuse('BINDING_ALREADY_DECIDED', { binding: person.binding })
}

/** A number that the new account verified is where the person is reached from now on. */
function reachedAt(
  { ports, dice }: Context,
  registration: RegistrationDocument | null,
  holder: PersonDocument,
): Pick<PersonDocument, 'mobile' | 'mobileMasked' | 'consent'> {
  const consent = registration?.consent ?? holder.consent
  if (!registration?.mobile) return { mobile: holder.mobile, mobileMasked: holder.mobileMasked, consent }
  const moved = { from: inRegistration(registration._id), to: inPerson(holder._id, 'mobile') }
  return {
    mobile: resealed(registration.mobile, moved, ports.secrets, dice),
    mobileMasked: registration.mobileMasked ?? holder.mobileMasked,
    consent,
  }
}

async function moveBinding(
  tx: Transaction,
  ctx: Context,
  { contest, holder, ...rebinding }: Rebinding,
): Promise<void> {
  const [old, present] = [await tx.get('bindings', holder.openid), await tx.get('bindings', contest.openid)]
  if (present) await setAside(tx, ctx, { ...rebinding, personId: present.personId })
  if (old) await tx.remove('bindings', old)
  await tx.upsert('bindings', present, { _id: contest.openid, personId: holder._id })
}

/**
 * The contesting account's own registration was never verified, and has no account now. It is kept, because it may
 * have been looked at and decided on.
 */
async function setAside(
  tx: Transaction,
  ctx: Context,
  { personId, word, actId }: Pick<Rebinding, 'word' | 'actId'> & { personId: string },
): Promise<void> {
  const person = await tx.get('persons', personId)
  if (!person) return
  const bindingNote = '本人的微信已改绑到先前的登记，这一份不再使用'
  await tx.replace('persons', { ...person, openid: '', binding: 'contested', bindingNote, roles: [] })
  await record(tx, ctx, {
    id: `${actId}:set-aside`,
    kind: 'registration-set-aside',
    subject: { of: 'person', id: personId },
    by: { actorId: word.personId, role: word.role, scope: person.unitId },
    before: person.binding,
    after: 'contested',
  })
}

/** The old account says when it comes back that it was moved, and by whom; it may register anew, or contest that. */
async function signOut(tx: Transaction, { now }: Context, { holder, word }: Rebinding): Promise<void> {
  const registration = await tx.get('registrations', holder.openid)
  const moved = { at: now, orgName: word.orgName }
  await tx.upsert('registrations', registration, {
    ...(registration ?? emptyRegistration(holder.openid)),
    moved,
  })
}

/** Seconds verified until now go to the lecture's coverage; the old phone's queue is no longer accepted. */
async function stopWatching(
  tx: Transaction,
  { now, packs }: Context,
  { contest, holder }: Rebinding,
): Promise<void> {
  const watch = await tx.get('watch', holder._id)
  if (!watch) return
  const { current } = watch
  const pack =
    current &&
    (packs.byVersion(current.packVersion) ?? packOfYear(packs.standardOf(holder.region, current.year)))
  const replaced = pack ? await foldSessions(tx, watch, { personId: holder._id, now, pack }) : watch.replaced
  await tx.replace('watch', { ...watch, openid: contest.openid, current: null, replaced })
}

const packOfYear = <T>(found: { ok: true; value: T } | { ok: false }): T | null =>
  found.ok ? found.value : null

/** A body that the person registered and that is not reviewed yet waits for their account. */
async function handOverBody(tx: Transaction, { contest, holder, unit }: Rebinding): Promise<void> {
  if (unit && unit.registrarOpenid === holder.openid)
    await tx.replace('organisations', { ...unit, registrarOpenid: contest.openid })
}

/** The list of role holders shows each holder's phone number. */
async function keepMobileOfRoles(
  tx: Transaction,
  { _id, roles, mobileMasked }: PersonDocument,
): Promise<void> {
  for (const { role, orgId } of roles) {
    const line = await tx.get('role-holders', `${_id}:${role}:${orgId}`)
    if (line) await tx.replace('role-holders', { ...line, mobileMasked })
  }
}
