import * as z from 'zod'
import { likenessOf } from '../../../domain/identity/name-likeness'
import { grantsFor, RIGHTS, type Right } from '../../../domain/organisation/rights'
import type { Context } from '../../kernel/context'
import type { Holder } from '../../kernel/holder'
import { ofBodies } from '../../kernel/inputs'
import { refuse } from '../../kernel/refused'
import { answersBeyond, unitCanDecide } from '../../people/contest-decider'
import type { ContestDocument, RegistrationDocument } from '../../people/documents'
import { isOwnContest } from './own-contest'
import type { ContestsView, ContestToDecide } from './views'

const PAGE = 20
/** A count on a tab says "99+" beyond this. */
const COUNTED_TO = 100

export const contestsAsked = ofBodies.extend({
  /** Of the reader's own unit, or of the units right below their body that cannot decide themselves. */
  level: z.enum(['unit', 'above']),
})
type ContestsAsked = z.infer<typeof contestsAsked>

const RIGHT_AT: Record<ContestsAsked['level'], Right> = {
  unit: 'confirm-people',
  above: 'decide-contests-above',
}

/**
 * Open contests, longest waiting first. For a body above, a page may show fewer than it has read: contests that the
 * units decide themselves are left out, and the next page goes on where it stopped.
 */
export async function listContests(
  ctx: Context,
  reader: Holder,
  { level, orgId: wanted, after }: ContestsAsked,
): Promise<ContestsView> {
  const ids = grantsFor(reader.grants, RIGHT_AT[level]).map(({ orgId }) => orgId)
  if (ids.length === 0) refuse('ROLE_MISSING', { role: RIGHTS[RIGHT_AT[level]].roles[0] ?? '' })
  const orgId = wanted ?? ids[0] ?? ''
  if (!ids.includes(orgId)) refuse('OUT_OF_SCOPE', {})
  const limits = { limit: PAGE, after }
  const page =
    level === 'unit'
      ? await ctx.store.query('contests', 'byUnit', { equals: { unitId: orgId, state: 'open' }, ...limits })
      : await ctx.store.query('contests', 'byAbove', {
          equals: { aboveOrgId: orgId, state: 'open' },
          ...limits,
        })
  const own = await ctx.store.get('registrations', ctx.openid)
  const shown = await Promise.all(page.items.map((contest) => lineOf(ctx, reader, { contest, level, own })))
  return {
    contests: shown.filter((line) => line !== null),
    next: page.next ?? null,
    open: level === 'unit' ? await countOfContests(ctx, orgId) : 0,
  }
}

listContests.refuses = ['OUT_OF_SCOPE'] as const

export const countOfContests = ({ store }: Pick<Context, 'store'>, unitId: string): Promise<number> =>
  store.count('contests', 'byUnit', { equals: { unitId, state: 'open' } }, COUNTED_TO)

interface Listed {
  contest: ContestDocument
  level: ContestsAsked['level']
  /** Of the reader's account. */
  own: RegistrationDocument | null
}

async function lineOf(
  ctx: Context,
  reader: Holder,
  { contest, level, own }: Listed,
): Promise<ContestToDecide | null> {
  const [holder, registration] = await Promise.all([
    ctx.store.get('persons', contest.holderId),
    ctx.store.get('registrations', contest.openid),
  ])
  const goesUp = answersBeyond(holder, contest, ctx.now) || contest.objection !== null
  const [agreed] = contest.words
  if (level === 'above' && !goesUp && !agreed && (await unitCanDecide(ctx, contest))) return null
  const isOwn = isOwnContest(ctx, { contest, theirs: registration, decider: reader, own })
  const isAnothers = isOwn || agreed?.personId === reader.person._id
  return {
    contestId: contest._id,
    name: contest.name,
    names: likenessOf(contest.name, holder?.name ?? ''),
    idNumberMasked: contest.idNumberMasked,
    statement: contest.statement,
    filedAt: contest.at,
    mobileMasked: registration?.mobileMasked ?? '',
    holder: {
      personId: contest.holderId,
      name: holder?.name ?? '',
      mobileMasked: holder?.mobileMasked ?? '',
      unitName: holder?.unitName ?? '',
      registeredAt: holder?.registeredAt ?? contest.at,
      roles: holder?.roles.map(({ role }) => role) ?? [],
    },
    agreedByName: agreed?.name ?? '',
    objection: contest.objection?.text ?? '',
    decidedBy: isAnothers ? 'another' : level === 'unit' && goesUp ? 'above' : 'you',
  }
}
