import { certificateNumber, NUMBER_RANDOM_CHARACTERS } from '../../domain/certificate/number'
import { titleLevelsOf } from '../../domain/certificate/title-levels'
import { addHours } from '../../domain/kernel/hours'
import { dayOf } from '../../domain/kernel/instant'
import { emptyAccount } from '../../domain/ledger/account'
import { yearState } from '../../domain/ledger/year-complete'
import type { PolicyPack } from '../../domain/policy/pack'
import type { PersonDocument } from '../account/documents'
import type { Context } from '../context'
import { type AccountKey, accountIdOf } from '../hours/account-id'
import type { AccountDocument } from '../hours/documents'
import { settleVerification } from '../hours/settle-verification'
import { accept, refuse } from '../refused'
import type { New, Transaction } from '../store/port'
import { certificateCauseIdOf } from './cause-id'
import { certificateView } from './certificate-view'
import type { CertificateDocument } from './documents'
import { holderDigest, sealPayload } from './payload'
import { type Signer, signerOf } from './signing'
import type { CertificateView } from './views'

/** Everything that issuing needs and that no transaction has to wait for. */
interface Draft {
  ctx: Context
  key: AccountKey
  person: PersonDocument
  pack: PolicyPack
  number: string
  digest: Uint8Array
  signer: Signer
}

/** Issues the certificate of a completed year, once: asking again shows the same one, never a new date. */
export async function issue(
  ctx: Context,
  person: PersonDocument,
  { year }: { year: number },
): Promise<CertificateView> {
  const key = { personId: person._id, region: person.region, year }
  const pack = accept(ctx.packs.standardOf(person.region, year))
  const issued = await ctx.store.get('certificate-causes', certificateCauseIdOf(key))
  if (!issued && person.binding !== 'verified') refuse('BINDING_UNVERIFIED', {})
  if (!issued) await settleVerification(ctx, person._id)
  const number = certificateNumber(
    Array.from({ length: NUMBER_RANDOM_CHARACTERS }, () => ctx.dice.integerBelow(32)),
  )
  const { name, idNumberMasked } = person
  const digest = await holderDigest({ number, name, idNumberMasked })
  const signer = await signerOf(ctx.ports.secrets.signing)
  const draft = { ctx, key, person, pack, number, digest, signer }
  return certificateView(ctx, await ctx.store.transact((tx) => commit(tx, draft)))
}

async function commit(tx: Transaction, draft: Draft): Promise<CertificateDocument> {
  const causeId = certificateCauseIdOf(draft.key)
  const cause = await tx.get('certificate-causes', causeId)
  if (cause) {
    const certificate = await tx.get('certificates', cause.number)
    if (!certificate) throw new Error(`${causeId} names a certificate that is not there`)
    return certificate
  }
  const account = completed(await tx.get('accounts', accountIdOf(draft.key)), draft.pack)
  const certificate = await tx.insert('certificates', frozen(draft, account))
  await tx.insert('certificate-causes', { _id: causeId, number: draft.number })
  return certificate
}

/** The account, if its year is complete; else YEAR_INCOMPLETE with what is missing, in hundredths. */
function completed(account: AccountDocument | null, pack: PolicyPack): AccountDocument {
  const { complete, missing } = yearState(account ?? emptyAccount(), pack)
  if (complete && account) return account
  return refuse('YEAR_INCOMPLETE', {
    missingPublicHours: missing.public,
    missingProfessionalHours: missing.professional,
  })
}

/** The certificate with what it rests on: the chain's head and the policy of that moment. */
function frozen(draft: Draft, account: AccountDocument): New<CertificateDocument> {
  const { ctx, key, person, pack, number, digest, signer } = draft
  const hours = {
    public: account.portions.public.counted,
    professional: account.portions.professional.counted,
  }
  const { region } = person
  const facts = { number, year: key.year, region, hours, issuedOn: dayOf(ctx.now), holderDigest: digest }
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
    titleLevels: titleLevelsOf(account, pack),
    policyVersion: pack.version,
    accountId: account._id,
    accountSequence: account.sequence,
    accountHeadHash: account.headHash,
    issuedAt: ctx.now,
    keyId: signer.keyId,
    payload: sealPayload(facts, signer),
    supersededBy: null,
  }
}
