import * as z from 'zod'
import type { Context } from '../kernel/context'
import { typed } from '../kernel/inputs'
import { refuse } from '../kernel/refused'
import type { RegistrationDocument } from './documents'

/** Version of the privacy text that the mini-program shows; consent to an older text is asked for again (PIPL art. 14). */
export const CONSENT_VERSION = '2022-08-15'

export const emptyRegistration = (openid: string): RegistrationDocument => ({
  _id: openid,
  version: 0,
  consent: null,
  mobile: null,
  mobileMasked: null,
})

/** Writes the registration so far; version 0 means that there was no document yet. */
export async function keepRegistration(
  { store }: Pick<Context, 'store'>,
  registration: RegistrationDocument,
): Promise<void> {
  const { version, ...fields } = registration
  if (version === 0) await store.insert('registrations', fields)
  else await store.replace('registrations', registration)
}

export const agreement = z.object({ version: typed(20) })

/** Keeps that this WeChat account agreed to the text, and when. */
export async function consent(
  ctx: Context,
  { version }: z.infer<typeof agreement>,
): Promise<{ version: string }> {
  if (version !== CONSENT_VERSION) refuse('CONSENT_MISSING', { currentVersion: CONSENT_VERSION })
  const registration = (await ctx.store.get('registrations', ctx.openid)) ?? emptyRegistration(ctx.openid)
  if (registration.consent?.version !== version) {
    await keepRegistration(ctx, { ...registration, consent: { version, at: ctx.now } })
  }
  return { version }
}

consent.refuses = ['CONSENT_MISSING'] as const
