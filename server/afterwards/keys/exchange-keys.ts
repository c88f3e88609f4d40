import { plusSeconds } from '../../../domain/kernel/instant'
import type { Context } from '../../kernel/context'
import { logFault, logWork } from '../../kernel/log'
import { OUR_PERIODS } from '../../kernel/our-periods'
import type { Secrets } from '../../kernel/ports/port'
import { someSeconds } from '../../kernel/run-time'
import { BY_ID, cursorAfter } from '../../kernel/store/asked'
import type { CollectionName, IndexName } from '../../kernel/store/collections'
import type { KeyExchangeDocument } from './documents'
import { examTries } from './of-exams'
import { outsideBatches, outsideContents, outsideRows } from './of-outside'
import { contests, formerPersons, identityKeys, persons, personsFound, registrations } from './of-people'
import { rosterChunks, rosterLines } from './of-rosters'
import type { Outcome, Stage } from './written-anew'

const stage = <C extends CollectionName>(of: Stage<C>): Stage<CollectionName> =>
  of as unknown as Stage<CollectionName>

/**
 * First everybody is found by each key. Then comes what holds a hash alone: where its number was not kept it is found by the
 * persons as they stood.
 */
const STAGES: readonly Stage<CollectionName>[] = [
  stage(personsFound),
  stage(rosterLines),
  stage(rosterChunks),
  stage(formerPersons),
  stage(examTries),
  stage(contests),
  stage(outsideBatches),
  stage(outsideRows),
  stage(outsideContents),
  stage(registrations),
  stage(persons),
  stage(identityKeys),
]

const PAGE = 100

/** In one run so many pages are looked at, or about so many documents written, and none is begun after its time. */
const MOST_PAGES = 20
const MOST_WRITTEN = 200

const ID = 'walk'

/**
 * Writes everything that was hashed or sealed by another key, or in an earlier form, by those of today: a bounded number
 * a run until its time is over, one at least, each document in a transaction of its own, so that a run may die anywhere
 * and another goes on. Done when a whole pass found nothing to write; then the log says so, and the earlier key may be
 * taken away. Until then everything is found by either key.
 */
export async function exchangeKeys(ctx: Context, untilMs: number = someSeconds()): Promise<void> {
  const target = targetOf(ctx.ports.secrets)
  const kept = await ctx.store.get('key-exchanges', ID)
  if (kept?.target === target && kept.state === 'done') return
  let walk: KeyExchangeDocument | null = kept?.target === target ? kept : await begun(ctx, kept, target)
  const before = walk && !isPassBegun(walk) ? 0 : (walk?.written ?? 0)
  for (let pages = 0; walk?.state === 'running' && pages < MOST_PAGES; pages += 1) {
    walk = await step(ctx, walk, untilMs)
    if (!walk || !isPassBegun(walk) || walk.written - before >= MOST_WRITTEN) break
    if (performance.now() > untilMs) break
  }
  if (walk) logWork(ctx, 'exchange keys', saidOf(walk))
}

const isPassBegun = ({ stage: at, after }: KeyExchangeDocument): boolean => at > 0 || after !== ''

/** How it is written. A program that writes in a new form walks through everything once, and says what that form is. */
const FORM = 'batches in envelopes'

/** What all shall be written by, and what it is found by: the versions of keys, and no key. */
const targetOf = ({ indexKeys, idNumberKeys }: Secrets): string =>
  `index key ${indexKeys.current} of ${Object.keys(indexKeys.keys).join(', ')}; sealing key ${idNumberKeys.current}; ${FORM}`

const saidOf = ({ target, state, stage: at, written, left }: KeyExchangeDocument): object => ({
  target,
  state,
  written,
  left,
  at: state === 'done' ? '' : (STAGES[at]?.collection ?? ''),
})

function begun(
  { store, now }: Context,
  before: KeyExchangeDocument | null,
  target: string,
): Promise<KeyExchangeDocument | null> {
  const walk = { _id: ID, target, state: 'running', startedAt: now } as const
  const pass = { ...walk, stage: 0, after: '', written: 0, left: 0 }
  return before
    ? store.replaceIfUnchanged('key-exchanges', { ...pass, version: before.version })
    : store.insertIfAbsent('key-exchanges', pass)
}

/** One page, or what there is time for of it; null where another run has come here first. */
async function step(
  ctx: Context,
  walk: KeyExchangeDocument,
  untilMs: number,
): Promise<KeyExchangeDocument | null> {
  const at = STAGES[walk.stage]
  if (!at) throw new Error(`there is no stage ${walk.stage}`)
  const page = await ctx.store.query(at.collection, 'byId' as IndexName<CollectionName>, {
    equals: {},
    limit: PAGE,
    ...(walk.after === '' ? {} : { after: walk.after }),
  })
  // A pass counts from its first page on; the counts of the last one stand until then.
  const counts = isPassBegun(walk) ? { written: walk.written, left: walk.left } : { written: 0, left: 0 }
  let { next } = page
  for (const document of page.items) {
    const outcome = at.isStale(document, ctx) ? await anew(ctx, at, document) : 'unchanged'
    if (outcome !== 'unchanged') counts[outcome] += 1
    if (performance.now() <= untilMs || document === page.items.at(-1)) continue
    next = cursorAfter(document, BY_ID)
    break
  }
  const goesOn = following(ctx, walk, { written: counts.written, next })
  return ctx.store.replaceIfUnchanged('key-exchanges', { ...walk, ...counts, ...goesOn })
}

/** One that cannot be written is told and left, and harms no other. */
async function anew(
  ctx: Context,
  at: Stage<CollectionName>,
  document: Parameters<Stage<CollectionName>['anew']>[1],
): Promise<Outcome> {
  try {
    return await at.anew(ctx, document)
  } catch (error) {
    logFault(ctx, error, { about: `exchange keys: ${at.collection}` })
    return 'left'
  }
}

type Following = Partial<Pick<KeyExchangeDocument, 'stage' | 'after' | 'state'>>

/** Where to go on. A pass that wrote something is followed by another, as is one that ended too soon to have seen all. */
function following(
  { now }: Context,
  { stage: at, startedAt }: KeyExchangeDocument,
  { written, next }: { written: number; next: string | undefined },
): Following {
  if (next !== undefined) return { after: next }
  if (at + 1 < STAGES.length) return { stage: at + 1, after: '' }
  const isSettled = now >= plusSeconds(startedAt, OUR_PERIODS.keyExchangeMinutes * 60)
  return written === 0 && isSettled ? { state: 'done', stage: 0, after: '' } : { stage: 0, after: '' }
}
