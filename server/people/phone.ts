import * as z from 'zod'
import { maskMobile, parseMobile } from '../../domain/identity/mobile'
import { spend } from '../kernel/budget'
import type { Context } from '../kernel/context'
import { keyedHashes, seal } from '../kernel/ports/sealing'
import { accept, refuse } from '../kernel/refused'
import { foundUnder } from '../kernel/store/found-under'
import { emptyRegistration, keepRegistration } from './consent'
import { inRegistration } from './sealed-numbers'

export const phoneCode = z.object({ code: z.string().min(1).max(200) })

/** The mobile number behind the platform's code. A code works once: for the caller who used it first. */
export async function phone(
  ctx: Context,
  { code }: z.infer<typeof phoneCode>,
): Promise<{ mobileMasked: string }> {
  const { store, ports, dice, openid } = ctx
  await spend(ctx, { limit: 'phone-code', key: openid })
  const [codeId, ...byOtherKeys] = keyedHashes('phone-code', code, ports.secrets)
  const registration = (await store.get('registrations', openid)) ?? emptyRegistration(openid)
  const used = await store.insertIfAbsent('phone-codes', { _id: codeId, openid })
  if (!used || (await foundUnder(store, 'phone-codes', byOtherKeys))) refuse('PHONE_CODE_USED', {})
  const given = await ports.phone.exchange(code)
  if (given === null) {
    // An invented code was never used, and is not worth a document.
    await store.removeIfUnchanged('phone-codes', used)
    refuse('PHONE_CODE_INVALID', {})
  }
  const mobile = accept(parseMobile(given))
  const mobileMasked = maskMobile(mobile)
  const sealed = seal(mobile, inRegistration(openid), ports.secrets, dice)
  await keepRegistration(ctx, { ...registration, mobile: sealed, mobileMasked })
  return { mobileMasked }
}

phone.refuses = ['PHONE_CODE_INVALID', 'PHONE_CODE_USED', 'TOO_OFTEN'] as const
