import * as z from 'zod'
import type { Context } from '../kernel/context'
import {
  chosenBodies,
  type Holder,
  isOwnAffair,
  namedBodies,
  type OwnBody,
  overBodies,
  ownBodies,
  stillHolding,
} from '../kernel/holder'
import { identifier, type OfBodies, statedReason } from '../kernel/inputs'
import { record } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { Transaction } from '../kernel/store/port'
import type { PersonDocument, SaidTitleEntry } from '../people/documents'
import { saidTitles, titleText } from '../people/said-titles'
import { type PersonToVerify, personToVerify } from './person-to-verify'

const PAGE = 20
/** A count on a tab says "99+" beyond this. */
const COUNTED_TO = 100

export const titleDecision = z.object({
  personId: identifier,
  /** The title that was read: one said after it is read first. */
  titleId: identifier,
  decisionId: identifier,
  verdict: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('confirm') }),
    z.object({ kind: z.literal('doubt'), reason: statedReason }),
  ]),
})
export type TitleDecision = z.infer<typeof titleDecision>

export interface TitlesToVerify {
  bodies: OwnBody[]
  people: PersonToVerify[]
  next: string | null
  /** Counted up to 100. */
  count: number
}

/** Confirmed people of the reviewer's own bodies who said a title that nobody has looked at yet. */
export async function listTitles(
  ctx: Context,
  holder: Holder,
  { orgId, after }: OfBodies,
): Promise<TitlesToVerify> {
  const { store } = ctx
  const chosen = chosenBodies(holder, orgId)
  const waiting = (unitId: string) => ({ unitId, binding: 'verified', titleWaits: true }) as const
  const page = await overBodies(chosen, after, (unitId, paging) =>
    store.query('persons', 'byTitle', { equals: waiting(unitId), limit: PAGE, ...paging }),
  )
  const counts = await Promise.all(
    chosen.map((unitId) => store.count('persons', 'byTitle', { equals: waiting(unitId) }, COUNTED_TO)),
  )
  return {
    bodies: await namedBodies(store, holder),
    people: await Promise.all(page.items.map((person) => personToVerify(ctx, person))),
    next: page.next,
    count: Math.min(
      COUNTED_TO,
      counts.reduce((sum, count) => sum + count, 0),
    ),
  }
}

listTitles.refuses = ['INPUT_INVALID', 'OUT_OF_SCOPE'] as const

/**
 * The unit's reviewer answers for the title of one of its people as for who they are: confirms the one that was read, or
 * doubts it with a reason that the person reads. A confirmed one may be doubted later; then the one before it is used.
 */
export async function decideTitle(
  ctx: Context,
  holder: Holder,
  decision: TitleDecision,
): Promise<PersonToVerify> {
  return personToVerify(ctx, await ctx.store.transact((tx) => commit(tx, ctx, { holder, decision })))
}

decideTitle.refuses = ['OUT_OF_SCOPE', 'SELF_REVIEW', 'TITLE_CHANGED'] as const

async function commit(
  tx: Transaction,
  ctx: Context,
  { holder, decision }: { holder: Holder; decision: TitleDecision },
): Promise<PersonDocument> {
  const { personId, titleId, decisionId, verdict } = decision
  const reviewer = await stillHolding(tx, ctx, holder)
  const person = await tx.get('persons', personId)
  // Whose title it is must be known first: nobody has confirmed who a claimed person is.
  if (person?.binding !== 'verified' || !ownBodies(reviewer).includes(person.unitId))
    refuse('OUT_OF_SCOPE', {})
  if (isOwnAffair(reviewer, personId)) refuse('SELF_REVIEW', {})
  const last = saidTitles(person).at(-1)
  if (last?.decided?.decisionId === decisionId) return person
  if (!last || last.id !== titleId || !mayBecome(last, verdict.kind)) refuse('TITLE_CHANGED', {})
  const decided: SaidTitleEntry['decided'] = {
    verdict: verdict.kind === 'confirm' ? 'verified' : 'doubted',
    by: reviewer.person._id,
    byName: reviewer.person.name,
    orgName: person.unitName,
    reason: verdict.kind === 'doubt' ? verdict.reason : '',
    decisionId,
    at: ctx.now,
  }
  const titles = saidTitles(person).map((entry) => (entry.id === titleId ? { ...entry, decided } : entry))
  const kept = await tx.replace('persons', { ...person, titles, titleWaits: false })
  await recorded(tx, ctx, { reviewer, person, decision, title: titleText(last.held) })
  return kept
}

/** One that waits may become either; a verified one only doubted, a doubted one is said again by its person. */
const mayBecome = ({ decided }: SaidTitleEntry, kind: TitleDecision['verdict']['kind']): boolean =>
  decided === null || (decided.verdict === 'verified' && kind === 'doubt')

interface Decided {
  reviewer: Holder
  person: PersonDocument
  decision: TitleDecision
  title: string
}

async function recorded(
  tx: Transaction,
  ctx: Context,
  { reviewer, person, decision: { decisionId, verdict }, title }: Decided,
): Promise<void> {
  const { _id: personId, unitId, unitName } = person
  const act = {
    id: `title-decided:${personId}:${decisionId}`,
    subject: { of: 'person', id: personId },
    by: { actorId: reviewer.person._id, role: 'unit-reviewer', scope: unitId },
    after: title,
  } as const
  if (verdict.kind === 'confirm')
    await record(tx, ctx, { ...act, kind: 'title-verified', payload: { personId, unitName, title } })
  else
    await record(tx, ctx, {
      ...act,
      kind: 'title-doubted',
      payload: { personId, unitName, title, reason: verdict.reason },
    })
}
