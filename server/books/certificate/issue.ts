import * as z from 'zod'
import { certificateNumber, NUMBER_RANDOM_CHARACTERS } from '../../../domain/certificate/number'
import { titleLevelsOf } from '../../../domain/certificate/title-levels'
import { addHours } from '../../../domain/kernel/hours'
import { dayOf, type Instant } from '../../../domain/kernel/instant'
import { emptyAccount } from '../../../domain/ledger/account'
import { yearState } from '../../../domain/ledger/year-complete'
import type { PolicyPack } from '../../../domain/policy/pack'
import type { Context } from '../../kernel/context'
import { calendarYear } from '../../kernel/inputs'
import { accept, refuse } from '../../kernel/refused'
import type { New, Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import { type AccountKey, accountIdOf } from '../hours/account-id'
import { certificateCauseIdOf } from '../hours/certificate-cause-id'
import type { AccountDocument } from '../hours/documents'
import { settleVerification } from '../hours/settle-verification'
import { certificateView } from './certificate-view'
import type { CertificateCauseDocument, CertificateDocument } from './documents'
import { hasSignedOn, holderDigest, sealPayload } from './payload'
import { type Signer, signerOf } from './signing'
import type { CertificateView } from './views'

/** Everything that issuing needs and that no transaction has to wait for. */
export interface CertificateDraft {
  now: Instant
  key: AccountKey
  person: PersonDocument
  pack: PolicyPack
  number: string
  digest: Uint8Array
  signer: Signer
}

export const yearToCertify = z.object({ year: calendarYear })

/** Issues the certificate of a completed year, once: asking again shows the same one, never a new date. */
export async function issue(
  ctx: Context,
  person: PersonDocument,
  { year }: z.infer<typeof yearToCertify>,
): Promise<CertificateView> {
  const key = { personId: person._id, region: person.region, year }
  const issued = await ctx.store.get('certificate-causes', certificateCauseIdOf(key))
  if (!issued?.number && person.binding !== 'verified') refuse('BINDING_UNVERIFIED', {})
  if (!issued?.number) await settleVerification(ctx, person._id)
  const draft = await certificateDraft(ctx, person, key)
  return certificateView(ctx, await ctx.store.transact((tx) => commit(tx, draft)))
}

issue.refuses = ['BINDING_UNVERIFIED', 'YEAR_INCOMPLETE'] as const

/** Number and signer of a certificate that may come to be. */
export async function certificateDraft(
  ctx: Context,
  person: PersonDocument,
  key: AccountKey,
): Promise<CertificateDraft> {
  const pack = accept(ctx.packs.standardOf(key.region, key.year))
  const number = certificateNumber(
    Array.from({ length: NUMBER_RANDOM_CHARACTERS }, () => ctx.dice.integerBelow(32)),
  )
  const { name, idNumberMasked } = person
  const digest = await holderDigest({ number, name, idNumberMasked })
  const signer = await signerOf(ctx.ports.secrets.signing)
  return { now: ctx.now, key, person, pack, number, digest, signer }
}

async function commit(tx: Transaction, draft: CertificateDraft): Promise<CertificateDocument> {
  const causeId = certificateCauseIdOf(draft.key)
  const cause = await tx.get('certificate-causes', causeId)
  if (cause?.number) {
    const certificate = await tx.get('certificates', cause.number)
    if (!certificate) throw new Error(`${causeId} names a certificate that is not there`)
    return certificate
  }
  const account = completed(await tx.get('accounts', accountIdOf(draft.key)), draft.pack)
  return issued(tx, draft, { account, cause })
}

/** The certificate with its cause; one that was revoked before is told which came after it, and keeps its date. */
export async function issued(
  tx: Transaction,
  draft: CertificateDraft,
  { account, cause }: { account: AccountDocument; cause: CertificateCauseDocument | null },
): Promise<CertificateDocument> {
  const certificate = await tx.insert('certificates', frozen(draft, account))
  const { number } = draft
  if (!cause) {
    await tx.insert('certificate-causes', { _id: certificateCauseIdOf(draft.key), number, revoked: null })
    return certificate
  }
  const revoked = cause.revoked ? await tx.get('certificates', cause.revoked) : null
  if (revoked) await tx.replace('certificates', { ...revoked, supersededBy: number })
  await tx.replace('certificate-causes', { ...cause, number, revoked: null })
  return certificate
}

/** The account, if its year is complete; otherwise refuses YEAR_INCOMPLETE with the missing hundredths. */
function completed(account: AccountDocument | null, pack: PolicyPack): AccountDocument {
  const { complete, missing } = yearState(account ?? emptyAccount(), pack)
  // clause NY22-19
  if (complete && account) return account
  return refuse('YEAR_INCOMPLETE', {
    missingPublicHours: missing.public,
    missingProfessionalHours: missing.professional,
  })
}

/** The certificate with its evidence: the chain's head and the policy version at that moment. */
function frozen(draft: CertificateDraft, account: AccountDocument): New<CertificateDocument> {
  const { now, key, person, pack, number, digest, signer } = draft
  const hours = {
    public: account.portions.public.counted,
    professional: account.portions.professional.counted,
  }
  const { region } = pack
  const facts = { number, year: key.year, region, hours, issuedOn: dayOf(now), holderDigest: digest }
  if (!hasSignedOn(signer, facts.issuedOn))
    throw new Error(`the key ${signer.keyId} does not sign on ${facts.issuedOn}`)
  return {
    _id: number,
    kind: 'year-complete',
    state: 'valid',
    personId: person._id,
    name: person.name,
    idNumberMasked: person.idNumberMasked,
    unitName: person.unitName,
    region,
    year: key.year,
    hours: { ...hours, total: addHours(hours.public, hours.professional) },
    // clause SX22-5
    titleLevels: titleLevelsOf(account, pack),
    policyVersion: pack.version,
    accountId: account._id,
    accountSequence: account.sequence,
    accountHeadHash: account.headHash,
    issuedAt: now,
    keyId: signer.keyId,
    payload: sealPayload(facts, signer),
    supersededBy: null,
  }
}
