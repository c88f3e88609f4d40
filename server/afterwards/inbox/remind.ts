import { REGIONS, type Region } from '../../../domain/kernel/regions'
import { emptyAccount } from '../../../domain/ledger/account'
import { yearState } from '../../../domain/ledger/year-complete'
import { grantsFor } from '../../../domain/organisation/rights'
import { grantsAt } from '../../../domain/organisation/roles'
import { readAccount } from '../../books/hours/read-account'
import { countOfQueue } from '../../claims/review/count-queue'
import type { Context } from '../../kernel/context'
import { inRounds, someSeconds } from '../../kernel/run-time'
import type { PersonDocument } from '../../people/documents'
import type { ReminderWalkDocument } from './documents'
import { keepMessage, sendSubscription } from './keep-message'
import { type ReminderDate, remindersAt } from './reminder-dates'
import { remindReviewer, remindTrainee } from './reminder-texts'
import type { Told } from './told'

/** People of one chunk, after which a run looks at the time. */
const CHUNK = 20
const COUNTED_TO = 100

/**
 * Goes on with each reminder that is due until the time is over: the people of a region, chunk by chunk, from where the
 * last run stopped. The cursor moves after its chunk, and a message's id comes from its date, so a run that dies tells
 * nobody twice.
 */
export async function remind(ctx: Context, untilMs: number = someSeconds()): Promise<{ reminded: number }> {
  const due = REGIONS.flatMap((region) => {
    const pack = ctx.packs.windowOf(region, ctx.now)
    return (pack ? remindersAt(pack, ctx.now) : []).map((date) => ({ region, date }))
  })
  let reminded = 0
  await inRounds(due, untilMs, async ({ region, date }) => {
    const { told, hasMore } = await walkOn(ctx, region, date)
    reminded += told
    return hasMore
  })
  return { reminded }
}

async function walkOn(
  ctx: Context,
  region: Region,
  date: ReminderDate,
): Promise<{ told: number; hasMore: boolean }> {
  const walk = await walkOf(ctx, date.id)
  if (walk.state === 'done') return { told: 0, hasMore: false }
  const page = await ctx.store.query('persons', 'byRegion', {
    equals: { region },
    limit: CHUNK,
    ...(walk.after === '' ? {} : { after: walk.after }),
  })
  let told = 0
  for (const person of page.items) if (person.openid !== '') told += await remindPerson(ctx, person, date)
  const state = page.next ? 'walking' : 'done'
  const next = { state, after: page.next ?? '', told: walk.told + told } as const
  await ctx.store.replaceIfUnchanged('reminder-walks', { ...walk, ...next })
  return { told, hasMore: page.next !== undefined }
}

async function walkOf({ store }: Context, _id: string): Promise<ReminderWalkDocument> {
  const found = await store.get('reminder-walks', _id)
  const begun = { _id, state: 'walking', after: '', told: 0 } as const
  const walk =
    found ?? (await store.insertIfAbsent('reminder-walks', begun)) ?? (await store.get('reminder-walks', _id))
  if (!walk) throw new Error(`${_id} is there and is not`)
  return walk
}

async function remindPerson(ctx: Context, person: PersonDocument, date: ReminderDate): Promise<number> {
  const learner = date.concerns === 'reviewers' ? null : await toldLearner(ctx, person, date)
  const reviewer = date.concerns === 'trainees' ? null : await toldReviewer(ctx, person, date)
  let told = 0
  for (const [kind, message] of [
    ['reminder-hours', learner],
    ['reminder-queue', reviewer],
  ] as const) {
    if (!message) continue
    const id = `${kind}:${date.id}`
    if (await keepMessage(ctx, { id, personId: person._id, kind, told: message, at: ctx.now })) {
      await sendSubscription(ctx, person, message.subscription)
      told += 1
    }
  }
  return told
}

async function toldLearner(
  { store, packs }: Context,
  person: PersonDocument,
  { label, day, daysLeft, year, isPast }: ReminderDate,
): Promise<Told | null> {
  const standard = packs.standardOf(person.region, year)
  if (!standard.ok) return null
  const account = await readAccount(store, { personId: person._id, region: person.region, year })
  const { complete, missing } = yearState(account ?? emptyAccount(), standard.value)
  // A person without any hours in a past year was perhaps not bound by it: only a year they began is reminded of.
  if (complete !== false || (account === null && isPast)) return null
  const names = standard.value.labels
  const facts = { label, day, daysLeft, year, names }
  return remindTrainee({ ...facts, missingPublic: missing.public, missingProfessional: missing.professional })
}

async function toldReviewer(
  { store, now }: Context,
  person: PersonDocument,
  { label, day, daysLeft }: ReminderDate,
): Promise<Told | null> {
  const grants = grantsFor(grantsAt(person, now), 'review-claims')
  const claims = await countOfQueue({ store }, grants, COUNTED_TO)
  let people = 0
  for (const { orgId, role } of grants) {
    if (role !== 'unit-reviewer') continue
    const equals = { unitId: orgId, binding: 'claimed' }
    people += await store.count('persons', 'byUnit', { equals }, COUNTED_TO)
  }
  if (claims + people === 0) return null
  const queue = [
    claims > 0 ? `有 ${countText(claims)} 件申报等你审` : '',
    people > 0 ? `${countText(people)} 人等你核对` : '',
  ]
  return remindReviewer({ label, day, daysLeft, queue: queue.filter((part) => part !== '').join('，') })
}

const countText = (count: number): string => (count >= COUNTED_TO ? `${COUNTED_TO} 多` : String(count))
