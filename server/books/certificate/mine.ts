import * as z from 'zod'
import { isCertificateNumber, readCertificateNumber } from '../../../domain/certificate/number'
import type { Context } from '../../kernel/context'
import { refuse } from '../../kernel/refused'
import type { PersonDocument } from '../../people/documents'
import { certificateView } from './certificate-view'
import type { CertificateView } from './views'

/** More than a working life earns. */
const MOST_CERTIFICATES = 100

/** All certificates of the person, newest first, in every state. */
export async function mine(
  ctx: Context,
  person: PersonDocument,
): Promise<{ certificates: CertificateView[] }> {
  const { items } = await ctx.store.query('certificates', 'byPerson', {
    equals: { personId: person._id },
    limit: MOST_CERTIFICATES,
  })
  return { certificates: items.map((certificate) => certificateView(ctx, certificate)) }
}

export const numberAsked = z.object({ number: z.string().min(1).max(40) })

/** One of the person's own. Another's number is as unknown as one that does not exist: whose it is is not told. */
export async function view(
  ctx: Context,
  person: PersonDocument,
  input: z.infer<typeof numberAsked>,
): Promise<CertificateView> {
  const number = readCertificateNumber(input.number)
  const certificate = isCertificateNumber(number) ? await ctx.store.get('certificates', number) : null
  if (certificate?.personId !== person._id) return refuse('CERTIFICATE_UNKNOWN', {})
  return certificateView(ctx, certificate)
}

view.refuses = ['CERTIFICATE_UNKNOWN'] as const
