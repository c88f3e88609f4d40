import { titleLevelsOf } from '../../../domain/certificate/title-levels'
import { yearComplete } from '../../../domain/ledger/year-complete'
import type { Transaction } from '../../kernel/store/port'
import { certificateCauseIdOf } from '../hours/certificate-cause-id'
import type { AccountDocument } from '../hours/documents'
import type { CertificateDocument } from './documents'
import { type CertificateDraft, issued } from './issue'

export interface Corrected {
  number: string
  became: 'revoked' | 'superseded'
}

/**
 * After hours were taken back: a certificate of a year that is no longer complete is revoked; one that says other hours
 * or titles than the account now holds is superseded by a new one with a date of its own; the rest stand. Null where
 * there is nothing to correct. At most two reads and three writes.
 */
export async function correctCertificate(
  tx: Transaction,
  draft: CertificateDraft,
  account: AccountDocument,
): Promise<Corrected | null> {
  const cause = await tx.get('certificate-causes', certificateCauseIdOf(draft.key))
  const certificate = cause?.number ? await tx.get('certificates', cause.number) : null
  if (!cause || !certificate) return null
  const { _id: number } = certificate
  if (!yearComplete(account, draft.pack)) {
    await tx.replace('certificates', { ...certificate, state: 'revoked' })
    await tx.replace('certificate-causes', { ...cause, number: null, revoked: number })
    return { number, became: 'revoked' }
  }
  if (saysTheSame(certificate, account, draft)) return null
  const next = await issued(tx, draft, { account, cause })
  await tx.replace('certificates', { ...certificate, state: 'superseded', supersededBy: next._id })
  return { number, became: 'superseded' }
}

/** After hours were restored: where the certificate was revoked and the year is complete again, a new one is issued. */
export async function renewCertificate(
  tx: Transaction,
  draft: CertificateDraft,
  account: AccountDocument,
): Promise<string | null> {
  const cause = await tx.get('certificate-causes', certificateCauseIdOf(draft.key))
  if (!cause || cause.number !== null || !yearComplete(account, draft.pack)) return null
  return (await issued(tx, draft, { account, cause }))._id
}

function saysTheSame(
  { hours, titleLevels }: CertificateDocument,
  account: AccountDocument,
  { pack }: CertificateDraft,
): boolean {
  const { public: ofPublic, professional } = account.portions
  const now = titleLevelsOf(account, pack)
  return (
    hours.public === ofPublic.counted &&
    hours.professional === professional.counted &&
    titleLevels.length === now.length
  )
}
