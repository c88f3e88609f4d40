import type { Context } from '../../kernel/context'
import type { SigningKeys } from '../../kernel/ports/port'
import { accept, refuse } from '../../kernel/refused'
import { checkView } from './certificate-view'
import { openPayload } from './payload'
import { verifiersOf } from './signing'
import type { CheckView } from './views'

type Needs = Pick<Context, 'store' | 'packs' | 'now'> & {
  ports: { secrets: { signing: Pick<SigningKeys, 'current' | 'past'> } }
}

/** The live state of the certificate that a scanned payload names. The check is open to everyone. */
export async function check(ctx: Needs, { payload }: { payload: string }): Promise<CheckView> {
  const facts = accept(openPayload(payload, await verifiersOf(ctx.ports.secrets.signing)))
  const certificate = await ctx.store.get('certificates', facts.number)
  if (!certificate) return refuse('CERTIFICATE_UNKNOWN', {})
  // Whoever stole a key signs anything under a number that was issued: only what we signed ourselves is that certificate.
  if (certificate.payload !== payload.toUpperCase()) return refuse('CERTIFICATE_SIGNATURE', {})
  return checkView(ctx, certificate)
}
