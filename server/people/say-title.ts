import * as z from 'zod'
import { yearOf } from '../../domain/kernel/instant'
import {
  EARLIEST_TITLE_YEAR,
  HELD_LEVELS,
  isSameTitle,
  LONGEST_TITLE,
  TITLE_SERIES,
} from '../../domain/title/held-title'
import { spend } from '../kernel/budget'
import type { Context } from '../kernel/context'
import { tapId, typed } from '../kernel/inputs'
import { record } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { Transaction } from '../kernel/store/port'
import type { PersonDocument, SaidTitleEntry } from './documents'
import { saidTitles, titlesView, titleText } from './said-titles'
import type { TitlesView } from './views'

/** Ours: more titles and corrections than a working life has; beyond, the oldest one that nobody looked at goes. */
const MOST_KEPT = 40

export const titleSaid = z.object({
  actId: tapId,
  /** Null: holds none yet. */
  held: z
    .object({
      series: z.enum(TITLE_SERIES),
      title: typed(LONGEST_TITLE),
      level: z.enum(HELD_LEVELS),
      obtainedYear: z.int().min(EARLIEST_TITLE_YEAR).max(2100),
    })
    .nullable(),
})
export type TitleSaid = z.infer<typeof titleSaid>

/** One's own titles as they were said, and what the unit made of each. */
export const myTitles = (person: PersonDocument): TitlesView => titlesView(person)

/**
 * The trainee says which title they hold, once; from then on the register answers wherever a notice asks (NX22-5,
 * NX22-11, QH23-16). What was said before stays, with its day and who looked at it; until the unit has verified the new
 * one, a verified one goes on being used. The same again is nothing new.
 */
export async function sayTitle(
  ctx: Context,
  { _id: personId }: PersonDocument,
  said: TitleSaid,
): Promise<TitlesView> {
  if (said.held && said.held.obtainedYear > yearOf(ctx.now))
    refuse('INPUT_INVALID', { fields: ['held.obtainedYear'] })
  await spend(ctx, { limit: 'say-title', key: ctx.openid })
  return titlesView(await ctx.store.transact((tx) => commit(tx, ctx, { personId, said })))
}

sayTitle.refuses = ['INPUT_INVALID', 'TOO_OFTEN'] as const

async function commit(
  tx: Transaction,
  ctx: Context,
  { personId, said: { actId, held } }: { personId: string; said: TitleSaid },
): Promise<PersonDocument> {
  const person = await tx.get('persons', personId)
  if (!person) return refuse('NOT_REGISTERED', {})
  const before = saidTitles(person)
  const twice = before.find(({ id }) => id === actId)
  if (twice && !isSameTitle(twice.held, held)) refuse('ACT_CONFLICT', { actId })
  const last = before.at(-1)
  const isSaid = last && isSameTitle(last.held, held) && last.decided?.verdict !== 'doubted'
  if (twice || isSaid) return person
  const entry = { id: actId, held, saidAt: ctx.now, saidBy: personId, decided: null }
  const kept = await tx.replace('persons', {
    ...person,
    titles: bounded([...before, entry]),
    titleWaits: true,
  })
  await record(tx, ctx, {
    id: `title-said:${personId}:${actId}`,
    kind: 'title-said',
    subject: { of: 'person', id: personId },
    by: { actorId: personId, role: 'trainee', scope: person.unitId },
    before: last ? titleText(last.held) : '',
    after: titleText(held),
  })
  return kept
}

/** What a reviewer decided is kept as long as there is room, and the latest always. */
function bounded(titles: SaidTitleEntry[]): SaidTitleEntry[] {
  if (titles.length <= MOST_KEPT) return titles
  const undecided = titles.findIndex(({ decided }, at) => decided === null && at < titles.length - 1)
  return titles.filter((_, at) => at !== Math.max(0, undecided))
}
