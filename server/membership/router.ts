import * as z from 'zod'
import { identifier, ofBodies } from '../kernel/inputs'
import { holding, router, trainee } from '../kernel/procedure'
import { contestDecision, decideContest } from './contests/decide-contest'
import { contestsAsked, listContests } from './contests/list-contests'
import { comingRebinds, objectToRebind, rebindObjection } from './contests/object-to-rebind'
import { bindingDecision, bindingDispute, decideBinding } from './decide-binding'
import { decideTitle, listTitles, titleDecision } from './decide-title'
import { listPeople, peopleAsked } from './list-people'
import { showBelonging } from './moves/belonging'
import {
  decideMove,
  movedPerson,
  moveRefusal,
  movesTo,
  moveWish,
  requestMove,
  withdrawMove,
} from './moves/move-person'
import { listStanding, remindPerson, standingAsked } from './standing'
import { unitCode } from './unit-code'

/** Part of `review`: a unit's reviewer answers for its people; a contest of a number goes up as a claim does. */
export const peopleReviewRouter = router({
  people: holding('confirm-people')
    .input(peopleAsked)
    .query(({ ctx, input }) => listPeople(ctx, ctx.holder, input)),
  confirm: holding('confirm-people')
    .input(bindingDecision)
    .mutation(({ ctx, input }) =>
      decideBinding(ctx, ctx.holder, { ...input, verdict: { binding: 'verified' } }),
    ),
  dispute: holding('confirm-people')
    .input(bindingDispute)
    .mutation(({ ctx, input: { reason, ...input } }) =>
      decideBinding(ctx, ctx.holder, { ...input, verdict: { binding: 'contested', reason } }),
    ),
  titles: holding('confirm-people')
    .input(ofBodies)
    .query(({ ctx, input }) => listTitles(ctx, ctx.holder, input)),
  decideTitle: holding('confirm-people')
    .input(titleDecision)
    .mutation(({ ctx, input }) => decideTitle(ctx, ctx.holder, input)),
  contests: holding('decide-contests')
    .input(contestsAsked)
    .query(({ ctx, input }) => listContests(ctx, ctx.holder, input)),
  decideContest: holding('decide-contests')
    .input(contestDecision)
    .mutation(({ ctx, input }) => decideContest(ctx, ctx.holder, input)),
  standing: holding('see-standing')
    .input(standingAsked)
    .query(({ ctx, input }) => listStanding(ctx, ctx.holder, input)),
  remind: holding('remind-people')
    .input(z.object({ personId: identifier }))
    .mutation(({ ctx, input }) => remindPerson(ctx, ctx.holder, input.personId)),
  unitCode: holding('show-unit-code')
    .input(z.object({ orgId: identifier.optional() }).optional())
    .mutation(({ ctx, input }) => unitCode(ctx, ctx.holder, input?.orgId)),
})

/** Part of `account`: one's own account as others say that it is theirs. */
export const rebindRouter = router({
  comingRebinds: trainee.query(({ ctx }) => comingRebinds(ctx, ctx.person)),
  objectToRebind: trainee
    .input(rebindObjection)
    .mutation(({ ctx, input }) => objectToRebind(ctx, ctx.person, input)),
})

/** Part of `organisation`: where a person belongs, and the way to another unit. */
export const moveRouter = router({
  mine: trainee.query(({ ctx }) => showBelonging(ctx, ctx.person)),
  requestMove: trainee.input(moveWish).mutation(({ ctx, input }) => requestMove(ctx, ctx.person, input)),
  withdrawMove: trainee.mutation(({ ctx }) => withdrawMove(ctx, ctx.person)),
  moves: holding('confirm-moves')
    .input(ofBodies)
    .query(({ ctx, input }) => movesTo(ctx, ctx.holder, input)),
  confirmMove: holding('confirm-moves')
    .input(movedPerson)
    .mutation(({ ctx, input }) => decideMove(ctx, ctx.holder, { ...input, verdict: { kind: 'confirm' } })),
  refuseMove: holding('confirm-moves')
    .input(moveRefusal)
    .mutation(({ ctx, input: { reason, ...input } }) =>
      decideMove(ctx, ctx.holder, { ...input, verdict: { kind: 'refuse', reason } }),
    ),
})
