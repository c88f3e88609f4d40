import { initTRPC } from '@trpc/server'
import * as z from 'zod'
import { type Refusal, refusal } from '../../domain/kernel/refusal'
import { RIGHTS, type Right } from '../../domain/organisation/rights'
import type { Context } from './context'
import { holderOf } from './holder'
import { Refused, refuse } from './refused'
import type { Documents } from './store/collections'

/** A procedure's own description: the reference and the authorisation matrix read it. */
export interface ProcedureMeta {
  right?: Right
}

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter: ({ shape, error }) => {
      const refused = refusalIn(error.cause)
      return {
        ...shape,
        // An internal fault is for our logs; a client learns the code of a refusal, or that it should try again.
        message: refused?.code ?? 'UNEXPECTED',
        data: { code: shape.data.code, refusal: refused },
      }
    },
  })

function refusalIn(cause: unknown): Refusal | null {
  if (cause instanceof Refused) return cause.refusal
  if (cause instanceof z.ZodError) {
    const fields = [...new Set(cause.issues.map(({ path }) => path.join('.')))]
    return refusal('INPUT_INVALID', { fields })
  }
  return null
}

export const router = t.router
export const mergeRouters = t.mergeRouters

/** Any caller whom the platform identifies. */
export const caller = t.procedure.use(({ ctx, next }) => {
  if (ctx.openid === '') refuse('CALLER_UNKNOWN', {})
  return next()
})

/** A registered person. Registration is complete or does not exist, so a person here has a full profile (SX22-13). */
export const trainee = caller.use(async ({ ctx, next }) => next({ ctx: { person: await personOf(ctx) } }))

/** A person with this right, by the grants that hold now; what these reach is each use case's to ask. */
export const holding = (right: Right) =>
  trainee.meta({ right }).use(({ ctx, next }) => {
    const holder = holderOf(ctx.person, right, ctx)
    if (holder.grants.length === 0) refuse('ROLE_MISSING', { role: RIGHTS[right].roles[0] ?? '' })
    return next({ ctx: { holder } })
  })

export async function personOf({
  openid,
  store,
}: Pick<Context, 'openid' | 'store'>): Promise<Documents['persons']> {
  const binding = await store.get('bindings', openid)
  const person = binding ? await store.get('persons', binding.personId) : null
  // clause SX22-13
  if (!person) return refuseNobody({ openid, store })
  return person
}

/** A caller whose person was bound to another account is told that, rather than to register as if new. */
async function refuseNobody({ openid, store }: Pick<Context, 'openid' | 'store'>): Promise<never> {
  const registration = await store.get('registrations', openid)
  if (registration?.moved) refuse('BINDING_MOVED', registration.moved)
  return refuse('NOT_REGISTERED', {})
}
