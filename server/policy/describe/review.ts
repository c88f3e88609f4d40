import type { PolicyPack, ReviewStep } from '../../../domain/policy/pack'
import { line, rule } from '../line'
import type { PolicyLine } from '../views'
import { joined, ROUTES, STEPS } from '../words'

const chainText = (steps: readonly ReviewStep[]): string =>
  steps.length === 0 ? '不用审核' : steps.map((step) => STEPS[step]).join(' → ')

/** 谁审核: the usual chain, its exceptions, the hours without review, and the prerequisites. */
export function reviewLines(pack: PolicyPack): PolicyLine[] {
  const { review, labels, pendingUntilVerified: pending, profileBeforeUse: profile } = pack
  const { chain, exceptions, automatic, yearlySubmission, visitDays } = review
  return [
    line(pack, { id: 'review.chain', title: `申报的${labels.hour}`, value: chainText(chain.value) }, chain),
    ...exceptions.map((exception) =>
      line(
        pack,
        { id: `review.${exception.case}`, title: exception.label, value: chainText(exception.chain.value) },
        exception.chain,
      ),
    ),
    line(
      pack,
      { id: 'review.visitDays', title: '每一级多久办完', value: `${visitDays.value} 天内` },
      visitDays,
    ),
    line(
      pack,
      {
        id: 'review.automatic',
        title: '不用审核的',
        value: automatic.value.length === 0 ? '没有' : `${joined(ROUTES, automatic.value)}，自动记入`,
      },
      automatic,
    ),
    line(
      pack,
      {
        id: 'review.yearlySubmission',
        title: '每年要不要提交',
        value: yearlySubmission.value ? `要提交年度${labels.hour}申请，逐级审验` : '不用另外提交',
      },
      yearlySubmission,
    ),
    line(
      pack,
      {
        id: 'pendingUntilVerified',
        title: '单位核对之前',
        value: pending.value ? `${labels.hour}先记为待核验，核对后全部计入` : '学完就计入',
        more: [
          rule(
            pack,
            {
              id: 'profileBeforeUse',
              title: '实名登记',
              value: profile.value ? '先完善个人信息，再学习' : '可以先学习，再完善信息',
            },
            profile,
          ),
        ],
      },
      pending,
    ),
  ]
}
