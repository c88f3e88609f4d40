import { plusDays } from '../../domain/kernel/instant'
import { spend } from '../kernel/budget'
import type { Context } from '../kernel/context'
import { type Holder, namedBodies, type OwnBody, ownBody } from '../kernel/holder'
import { OUR_PERIODS } from '../kernel/our-periods'
import { refuse } from '../kernel/refused'
import { newToken } from '../people/read-token'

const LANDING_PAGE = 'pages/home/index'

export interface UnitCodeView {
  token: string
  imageBase64: string
  expiresAt: number
  unitName: string
  bodies: OwnBody[]
}

/**
 * A new QR code of the reviewer's unit, the named one of several. It carries a token and nothing else: a QR's `scene`
 * has 32 characters.
 */
export async function unitCode(ctx: Context, holder: Holder, orgId?: string): Promise<UnitCodeView> {
  const unitId = ownBody(holder, orgId)
  const unit = await ctx.store.get('organisations', unitId)
  if (!unit) refuse('UNIT_UNKNOWN', {})
  await spend(ctx, { limit: 'unit-code', key: holder.person._id })
  const token = newToken('unit', ctx)
  const expiresAt = plusDays(ctx.now, OUR_PERIODS.unitCodeDays)
  const image = await ctx.ports.qrCode.unitCode(token, LANDING_PAGE)
  await ctx.store.insert('entry-tokens', {
    _id: token,
    kind: 'unit',
    unitId,
    courseId: null,
    expiresAt,
    singleUse: false,
    usedBy: null,
  })
  const bodies = await namedBodies(ctx.store, holder)
  return { token, imageBase64: Buffer.from(image).toString('base64'), expiresAt, unitName: unit.name, bodies }
}

unitCode.refuses = ['OUT_OF_SCOPE', 'TOO_OFTEN', 'UNIT_UNKNOWN'] as const
