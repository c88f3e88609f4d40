import type { Context } from '../kernel/context'

interface Leaving {
  personId: string
  /** The pseudonym in place of the name. */
  personName: string
}

const AT_ONCE = 100

/** Voidings and records stay, because bureaus answer for them; the person's identity goes. */
export async function forgetInOversight(ctx: Context, leaving: Leaving): Promise<void> {
  await eachPage(
    (after) => ctx.store.query('voidings', 'byPerson', { equals: { personId: leaving.personId }, ...after }),
    (id) => forgetInVoiding(ctx, leaving, id),
  )
  await eachPage(
    (after) =>
      ctx.store.query('integrity-cases', 'bySubject', { equals: { subjectId: leaving.personId }, ...after }),
    (id) => forgetInCase(ctx, leaving, id),
  )
}

type Paging = { limit: number; after?: string }

async function eachPage(
  page: (paging: Paging) => Promise<{ items: readonly { _id: string }[]; next?: string }>,
  forget: (id: string) => Promise<void>,
): Promise<void> {
  let after: string | undefined
  do {
    const { items, next } = await page({ limit: AT_ONCE, ...(after === undefined ? {} : { after }) })
    for (const { _id } of items) await forget(_id)
    after = next
  } while (after !== undefined)
}

/** The objection was filed in their name, too. */
const forgetInVoiding = (ctx: Context, { personName }: Leaving, id: string): Promise<void> =>
  ctx.store.transact(async (tx) => {
    const voiding = await tx.get('voidings', id)
    if (!voiding) return
    const objection = voiding.objection && {
      ...voiding.objection,
      events: voiding.objection.events.map((event) =>
        event.kind === 'filed' ? { ...event, byName: personName } : event,
      ),
    }
    await tx.replace('voidings', { ...voiding, personName, objection })
  })

const forgetInCase = (ctx: Context, { personName }: Leaving, id: string): Promise<void> =>
  ctx.store.transact(async (tx) => {
    const record = await tx.get('integrity-cases', id)
    if (!record) return
    await tx.replace('integrity-cases', { ...record, subject: { ...record.subject, name: personName } })
  })
