import Taro from '@tarojs/taro'

/** Pages and their parameters: the one place that knows a path. */
export const routes = {
  home: () => tab('/pages/home/index'),
  courses: () => tab('/pages/courses/index'),
  me: () => tab('/pages/me/index'),

  enrolConsent: () => page('/packages/enrol/pages/consent/index'),
  enrolIdentity: () => page('/packages/enrol/pages/identity/index'),
  enrolPhone: () => page('/packages/enrol/pages/phone/index'),
  enrolUnit: () => page('/packages/enrol/pages/unit/index'),
  enrolConfirm: () => page('/packages/enrol/pages/confirm/index'),
  enrolContest: () => page('/packages/enrol/pages/contest/index'),
  enrolBody: () => page('/packages/enrol/pages/body/index'),
  enrolMove: () => page('/packages/enrol/pages/move/index'),

  course: (of: { courseId: string }) => page('/packages/study/pages/course/index', of),
  player: (of: { courseId: string; lectureId: string }) => page('/packages/study/pages/player/index', of),
  exam: (of: { courseId: string }) => page('/packages/study/pages/exam/index', of),
  result: (of: { attemptId: string }) => page('/packages/study/pages/result/index', of),

  /** Without a year: the present one. */
  ledger: (of: { year?: number }) => page('/packages/hours/pages/ledger/index', of),
  why: (of: { year: number; entryId: string }) => page('/packages/hours/pages/why/index', of),
  /** Why a line was taken back, and one's objection. */
  objection: (of: { entryId: string }) => page('/packages/hours/pages/objection/index', of),
  /** By its number; by a year, to be issued; with neither, those somebody has. */
  certificate: (of: { year?: number; number?: string }) =>
    page('/packages/hours/pages/certificate/index', of),

  /** Without a year: the present one. */
  policy: (of: { year?: number }) => page('/packages/policy/pages/policy/index', of),

  inbox: () => page('/packages/mine/pages/inbox/index'),
  privacy: () => page('/packages/mine/pages/privacy/index'),

  /** Without a body: the caller's highest; without a year: the present one. */
  officeOverview: (of: { orgId?: string; year?: number }) =>
    page('/packages/office/pages/overview/index', of),
  officeBehind: (of: { orgId: string; year: number }) => page('/packages/office/pages/behind/index', of),
  /** Without a body: the caller's own. */
  officeLog: (of: { orgId?: string }) => page('/packages/office/pages/log/index', of),

  titleCheck: () => page('/packages/title/pages/check/index'),
  titleYear: (of: { year: number }) => page('/packages/title/pages/year/index', of),
  titlePlan: () => page('/packages/title/pages/plan/index'),

  reviewQueue: () => page('/packages/review/pages/queue/index'),
  reviewClaim: (of: { claimId: string }) => page('/packages/review/pages/claim/index', of),
  reviewDone: () => page('/packages/review/pages/done/index'),
  reviewDelegate: () => page('/packages/review/pages/delegate/index'),
  claims: () => page('/packages/claim/pages/mine/index'),
  claimKinds: () => page('/packages/claim/pages/kinds/index'),
  claimForm: (of: { draftId: string; kind: string; year: number; claimId?: string }) =>
    page('/packages/claim/pages/form/index', of),
  claimPreview: (of: { draftId: string }) => page('/packages/claim/pages/preview/index', of),
  claim: (of: { claimId: string }) => page('/packages/claim/pages/claim/index', of),

  reviewPeople: (of: { part?: 'contests' } = {}) => page('/packages/review/pages/people/index', of),
  /** Contested accounts that the units below cannot decide. */
  reviewContests: () => page('/packages/review/pages/contests/index'),
  /** Without a body: those that one's own roles are for. */
  officeTree: (of: { parentId?: string }) => page('/packages/office/pages/tree/index', of),
  officeRoles: (of: { orgId: string }) => page('/packages/office/pages/roles/index', of),
  officeOutside: () => page('/packages/office/pages/outside/index'),
  officeOutsideBatch: (of: { batchId: string }) => page('/packages/office/pages/outside-batch/index', of),
  officeOutsideKeys: () => page('/packages/office/pages/outside-keys/index'),
  /** What a title's review reads. */
  officeTitleExport: () => page('/packages/office/pages/title-export/index'),
  /** Of one unit; without one, of all below one's own body. */
  officeChecks: (of: { orgId?: string; orgName?: string }) => page('/packages/office/pages/checks/index', of),
  officeCheck: (of: { checkId: string }) => page('/packages/office/pages/check/index', of),
  officeSample: (of: { checkId: string; claimId: string }) => page('/packages/office/pages/sample/index', of),
  officeObjections: () => page('/packages/office/pages/objections/index'),
  officeObjection: (of: { voidingId: string }) => page('/packages/office/pages/objection/index', of),
  officeCertifying: (of: { orgId: string }) => page('/packages/office/pages/certifying/index', of),
  /** With somebody named: to open a case about them. */
  officeIntegrity: (of: { voidingId?: string; unitId?: string; name?: string }) =>
    page('/packages/office/pages/integrity/index', of),
  rosterImport: () => page('/packages/office/pages/import/index'),
  archive: () => page('/packages/review/pages/archive/index'),
  archivePerson: (of: { personId: string; year: number }) =>
    page('/packages/review/pages/archive-person/index', of),
  /** Without a line: a new one. */
  archiveLine: (of: { personId: string; year: number; lineId?: string }) =>
    page('/packages/review/pages/archive-line/index', of),
  unitCode: () => page('/packages/review/pages/unit-code/index'),
}

export interface Route {
  readonly kind: 'tab' | 'page'
  readonly url: string
}

const tab = (url: string): Route => ({ kind: 'tab', url })

function page(path: string, parameters: Readonly<Record<string, string | number>> = {}): Route {
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return { kind: 'page', url: query.length === 0 ? path : `${path}?${query.join('&')}` }
}

/** Opens a page over the present one; a tab page replaces everything. */
export function open(route: Route): void {
  if (route.kind === 'tab') void Taro.switchTab({ url: route.url })
  else void Taro.navigateTo({ url: route.url })
}

/** Opens a page in place of the present one, where going back to this step would make no sense. */
export function replace(route: Route): void {
  if (route.kind === 'tab') void Taro.switchTab({ url: route.url })
  else void Taro.redirectTo({ url: route.url })
}

/** One step back, or home where there is nothing to go back to. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else open(routes.home())
}
