import type { HomeView } from '@server/home/views'
import { courseFilter } from '@/cloud/course-filter'
import { open, routes } from '@/routes'

export interface Step {
  caption: string
  go: () => void
}

/** Names of courses run to forty characters; a button that says them all is no button. */
const LONGEST_TITLE = 14

function shortTitle(title: string): string {
  if (title.length <= LONGEST_TITLE) return title
  const clause = title.slice(0, LONGEST_TITLE).split(/[，、：；]/)[0] ?? ''
  return `${clause}…`
}

type Facts = Pick<HomeView, 'next' | 'year' | 'underway' | 'rings'>

/** The one button of the home page. */
export function stepOf({ next, year, underway, rings }: Facts): Step {
  switch (next.kind) {
    case 'learn':
      return {
        caption: `${verbOf(next.courseId, underway)}《${shortTitle(next.courseTitle)}》第 ${next.lectureNumber} 讲`,
        go: () => open(routes.player({ courseId: next.courseId, lectureId: next.lectureId })),
      }
    case 'exam':
      return {
        caption: `去考试《${shortTitle(next.courseTitle)}》`,
        go: () => open(routes.course({ courseId: next.courseId })),
      }
    case 'choose':
      return {
        caption: `选一门${rings.find(({ category }) => category === next.category)?.name ?? '课'}`,
        go: () => {
          courseFilter.save({ year, category: next.category, length: null })
          open(routes.courses())
        },
      }
    case 'wait-verification':
      return { caption: '看看学时记录', go: () => open(routes.ledger({ year })) }
    case 'submit-year':
      return { caption: `提交 ${next.year} 年度学时申请`, go: () => open(routes.claimKinds()) }
    case 'certificate':
      return {
        caption: `领取 ${next.year} 年度证书`,
        go: () => open(routes.certificate({ year: next.year })),
      }
  }
}

const verbOf = (courseId: string, underway: HomeView['underway']): string =>
  underway.some((course) => course.courseId === courseId) ? '继续学习' : '开始学习'
