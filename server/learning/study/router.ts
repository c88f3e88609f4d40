import { ofBodies } from '../../kernel/inputs'
import { caller, holding, router, trainee } from '../../kernel/procedure'
import { enrol, wantedCourse } from './enrol'
import { lectureToOpen, openLecture } from './open-lecture'
import { answer, challengeAnswer, playedSeconds, report } from './report'
import { liftOrder, liftStopped, listStopped } from './stopped-lecture'

export const studyRouter = router({
  enrol: trainee.input(wantedCourse).mutation(({ ctx, input }) => enrol(ctx, ctx.person, input)),
  open: trainee.input(lectureToOpen).mutation(({ ctx, input }) => openLecture(ctx, ctx.person, input)),
  // The session names its document, and the document names its owner: no other read is needed to identify the caller.
  report: caller.input(playedSeconds).mutation(({ ctx, input }) => report(ctx, input)),
  stopped: holding('lift-lectures')
    .input(ofBodies)
    .query(({ ctx, input }) => listStopped(ctx, ctx.holder, input)),
  lift: holding('lift-lectures')
    .input(liftOrder)
    .mutation(({ ctx, input }) => liftStopped(ctx, ctx.holder, input)),
  answer: caller.input(challengeAnswer).mutation(({ ctx, input }) => answer(ctx, input)),
})
