import { initTRPC } from '@trpc/server'
import * as z from 'zod'
import { plainText } from '../../domain/kernel/plain-text'
import { type Refusal, refusal } from '../../domain/kernel/refusal'
import { grantsAt, type RoleName } from '../../domain/organisation/roles'
import type { Context } from './context'
import { Refused, refuse } from './refused'
import type { Documents } from './store/collections'

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => {
    const refused = refusalIn(error.cause)
    return {
      ...shape,
      // What went wrong inside is for our logs; a client learns the code of a refusal, or that it should try again.
      message: refused?.code ?? 'UNEXPECTED',
      data: { code: shape.data.code, refusal: refused },
    }
  },
})

function refusalIn(cause: unknown): Refusal | null {
  if (cause instanceof Refused) return cause.refusal
  if (cause instanceof z.ZodError) {
    const fields = [...new Set(cause.issues.map(({ path }) => path.join('.')))]
    return refusal('INPUT_INVALID', { fields }) as Refusal
  }
  return null
}

export const router = t.router
export const mergeRouters = t.mergeRouters

/** Anybody whom the platform names. */
export const caller = t.procedure.use(({ ctx, next }) => {
  if (ctx.openid === '') refuse('CALLER_UNKNOWN', {})
  return next()
})

/** A registered person. Registration is complete or does not exist, so a person who is here has a full profile (SX22-13). */
export const trainee = caller.use(async ({ ctx, next }) => next({ ctx: { person: await personOf(ctx) } }))

/** A unit's reviewer; what they may see and decide is their own unit's alone. */
export const reviewer = trainee.use(({ ctx, next }) => {
  const grant = grantsAt(ctx.person, ctx.now).find(({ role }) => role === 'unit-reviewer')
  if (!grant) refuse('ROLE_MISSING', { role: 'unit-reviewer' })
  return next({ ctx: { reviewedUnitId: grant.orgId } })
})

/** Somebody with at least one of these roles, and all grants that hold now; what they reach is for `server/access`. */
export const holding = (...roles: readonly RoleName[]) =>
  trainee.use(({ ctx, next }) => {
    const grants = grantsAt(ctx.person, ctx.now).filter(({ role }) => roles.includes(role))
    if (grants.length === 0) refuse('ROLE_MISSING', { role: roles[0] ?? '' })
    return next({ ctx: { grants } })
  })

export async function personOf({
  openid,
  store,
}: Pick<Context, 'openid' | 'store'>): Promise<Documents['persons']> {
  const binding = await store.get('bindings', openid)
  const person = binding ? await store.get('persons', binding.personId) : null
  if (!person) return refuseNobody({ openid, store })
  return person
}

/** Somebody whose person was bound to another account is told that, and not to register as if new. */
async function refuseNobody({ openid, store }: Pick<Context, 'openid' | 'store'>): Promise<never> {
  const registration = await store.get('registrations', openid)
  if (registration?.moved) refuse('BINDING_MOVED', registration.moved)
  return refuse('NOT_REGISTERED', {})
}

/** Text that a person typed: as it is seen, trimmed, and never longer than a screen would show. */
export const typed = (most: number) => z.string().overwrite(plainText).trim().min(1).max(most)
export const identifier = z.string().min(1).max(200)
