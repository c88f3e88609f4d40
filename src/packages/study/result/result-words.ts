import type { ResultView } from '@server/learning/exam/views'
import { open, type Route, replace, routes } from '@/routes'
import { hoursText } from '@/wording/labels'
import { momentText } from '@/wording/moment'

export interface NextStep {
  caption: string
  go: () => void
}

const step = (caption: string, route: Route, how = open): NextStep => ({ caption, go: () => how(route) })

/** The main button after an exam, and a quieter second one. Whether a wait is over, the course page asks the server. */
export function nextSteps(result: ResultView): { main: NextStep; other: NextStep | null } {
  const { courseId, credited, nextAt } = result
  const toCourse = routes.course({ courseId })
  if (result.passed && credited !== null) {
    const { year, entryId } = credited
    if (result.yearComplete) {
      return {
        main: step('领取证书', routes.certificate({ year }), replace),
        other: step('看看这笔学时', routes.why({ year, entryId })),
      }
    }
    return {
      main: step('查看学时', routes.ledger({ year }), replace),
      other: step('学下一门', routes.courses(), replace),
    }
  }
  if (result.passed) return { main: step('查看学时', routes.ledger({}), replace), other: null }
  if (result.attemptsLeft === 0) {
    return { main: step('选另一门课', routes.courses(), replace), other: step('回到课程', toCourse, replace) }
  }
  const review = step('回去复习', toCourse, replace)
  return nextAt === null
    ? { main: step('再考一次', routes.exam({ courseId }), replace), other: review }
    : { main: review, other: null }
}

/** The hours that passing gave, and whether they count already. */
export function creditWords({ credited }: ResultView): { title: string; text: string } | null {
  if (credited === null) return null
  const amount = `${hoursText(credited.hours)}${credited.categoryName}`
  return credited.state === 'counted'
    ? { title: `${credited.year} 年度已计入 ${amount}`, text: '每一笔都能在学时里看到依据' }
    : {
        title: `${amount}，待核验`,
        text: `已经记到 ${credited.year} 年度。单位核对你的登记后自动计入，不用再考`,
      }
}

/** When it may be sat again, and how often; null where there is nothing to wait for. */
export function retryWords({ passed, attemptsLeft, nextAt }: ResultView): string | null {
  if (passed) return null
  if (attemptsLeft === 0) return '考试机会已经用完。选同类的另一门课，一样可以补足学时'
  const left = `还有 ${attemptsLeft} 次机会`
  if (nextAt === null) return `${left}，现在就可以再考`
  return `${momentText(nextAt)} 起可以再考，${left}`
}
