import { anybody, type Rows, registered } from './row'

const paper = { attemptId: 'none', step: 0, answers: {} }
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
  'study.open': {
    input: () => ({ lectureId: 'none', deviceId: 'phone', deviceName: '手机', takeOver: false }),
    answers: registered('LECTURE_UNKNOWN'),
  },
  'study.report': {
    input: () => ({ sessionId: 'none', deviceId: 'phone', sequence: 1, ranges: [[0, 1]], phase: 'playing' }),
    answers: anybody('SESSION_UNKNOWN'),
  },
  'study.answer': {
    input: () => ({ sessionId: 'none', challengeId: 'none', choice: 0 }),
    answers: anybody('SESSION_UNKNOWN'),
  },
  'exam.start': { input: () => ({ courseId: 'none' }), answers: registered('COURSE_UNKNOWN') },
  'exam.save': { input: () => paper, answers: registered('ATTEMPT_UNKNOWN') },
  'exam.submit': { input: () => paper, answers: registered('ATTEMPT_UNKNOWN') },
  'exam.result': { input: () => ({ attemptId: 'none' }), answers: registered('ATTEMPT_UNKNOWN') },
  'inbox.list': { input: () => ({}), answers: registered() },
  'inbox.markRead': { input: () => ({ ids: ['none'] }), answers: registered() },
  'inbox.templates': { answers: registered() },
}
