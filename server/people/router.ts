import { caller, holding, router, trainee } from '../kernel/procedure'
import { agreement, consent } from './consent'
import { contest, contestFiling, myContest } from './contest'
import { enter, entry } from './enter'
import { phone, phoneCode } from './phone'
import { register, registration } from './register'
import { numberReading, revealIdNumber } from './reveal-id-number'
import { myTitles, sayTitle, titleSaid } from './say-title'

export const accountRouter = router({
  enter: caller.input(entry).mutation(({ ctx, input }) => enter(ctx, input)),
  consent: caller.input(agreement).mutation(({ ctx, input }) => consent(ctx, input)),
  phone: caller.input(phoneCode).mutation(({ ctx, input }) => phone(ctx, input)),
  register: caller.input(registration).mutation(({ ctx, input }) => register(ctx, input)),
  contest: caller.input(contestFiling).mutation(({ ctx, input }) => contest(ctx, input)),
  myContest: caller.query(({ ctx }) => myContest(ctx)),
  titles: trainee.query(({ ctx }) => myTitles(ctx.person)),
  sayTitle: trainee.input(titleSaid).mutation(({ ctx, input }) => sayTitle(ctx, ctx.person, input)),
  revealIdNumber: holding('reveal-id-number')
    .input(numberReading)
    .mutation(({ ctx, input }) => revealIdNumber(ctx, ctx.holder, input)),
})
