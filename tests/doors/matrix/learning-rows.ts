import { type Rows, registered } from './row'

const asked = { level: 'middle', applicationYear: 2022 }

/** What somebody learns is their own: nobody reaches another's by naming it. */
export const learningRows: Rows = {
  'home.view': { answers: registered() },
  'catalog.list': { input: () => ({ year: 2022 }), answers: registered() },
  'catalog.course': { input: () => ({ courseId: 'none' }), answers: registered('COURSE_UNKNOWN') },
  'hours.account': { input: () => ({ year: 2022 }), answers: registered() },
  'certificate.issue': { input: () => ({ year: 2022 }), answers: registered('YEAR_INCOMPLETE') },
  'certificate.mine': { answers: registered() },
  'certificate.view': { input: () => ({ number: 'none' }), answers: registered('CERTIFICATE_UNKNOWN') },
  'title.check': { input: () => asked, answers: registered() },
  'title.plan': { input: () => ({ ...asked, minutesPerEvening: 60 }), answers: registered() },
  'study.enrol': {
    input: () => ({ courseId: 'none', targetYear: 2022 }),
    answers: registered('COURSE_UNKNOWN'),
  },
}
