import type { Right } from '@domain/organisation/rights'

export type MenuName =
  | 'messages'
  | 'learning'
  | 'unit'
  | 'review'
  | 'members'
  | 'office'
  | 'service'
  | 'own-data'

/** Where a page stands in a menu of 我的, and who is offered it there. */
export interface Place {
  readonly menu: MenuName
  readonly label: string
  readonly text?: string
  /** One of these is enough; everybody is offered it where none is named. */
  readonly rights?: readonly Right[]
  /** A person who has this right finds the page in another menu. */
  readonly unless?: Right
  /** Offered only where the unit's notice asks for an archive. */
  readonly needsArchive?: true
}

/** One page: its folder, its title, its parameters, its places in the menus. */
export interface Page<P extends object = object> {
  readonly path: string
  readonly title: string
  readonly places: readonly Place[]
  /** Only a type: no page carries it. */
  readonly parameters?: P
}

const page = <P extends object = object>(path: string, title: string, ...places: Place[]): Page<P> => ({
  path,
  title,
  places,
})

/**
 * Every page, once: the program's list of pages and packages, the titles of their bars, routes and the menus of 我的
 * follow from it. A page is its folder and its line here. Menus list their pages in this order.
 */
export const PAGES = {
  home: page('pages/home', '学时'),
  courses: page('pages/courses', '课程'),
  me: page('pages/me', '我的'),

  enrolConsent: page('packages/enrol/consent', '登记'),
  enrolIdentity: page('packages/enrol/identity', '登记'),
  enrolPhone: page('packages/enrol/phone', '登记'),
  enrolUnit: page('packages/enrol/unit', '登记'),
  enrolConfirm: page('packages/enrol/confirm', '登记'),
  enrolContest: page('packages/enrol/contest', '核对身份'),
  enrolRebind: page('packages/enrol/rebind', '改绑提醒'),
  enrolMove: page('packages/enrol/move', '我的单位', {
    menu: 'unit',
    label: '我的单位',
    text: '换单位、登记进度、工作过的单位',
  }),
  enrolBody: page('packages/enrol/body', '登记单位', {
    menu: 'unit',
    label: '登记新的单位',
    text: '主管部门、乡镇、用人单位由上级核准',
  }),

  course: page<{ courseId: string }>('packages/study/course', '课程'),
  player: page<{ courseId: string; lectureId: string }>('packages/study/player', '学习'),
  exam: page<{ courseId: string }>('packages/study/exam', '考试'),
  result: page<{ attemptId: string }>('packages/study/result', '考试结果'),

  /** Without a year: the present one. */
  ledger: page<{ year?: number }>('packages/hours/ledger', '学时记录', {
    menu: 'learning',
    label: '我的学时',
    text: '每一条都能看到为什么计入',
  }),
  why: page<{ year: number; entryId: string }>('packages/hours/why', '为什么'),
  /** Why a line was taken back, and one's objection. */
  objection: page<{ entryId: string }>('packages/hours/objection', '提出异议'),
  /** By its number; by a year, to be issued; with neither, all certificates of the trainee. */
  certificate: page<{ year?: number; number?: string }>('packages/hours/certificate', '学时证书', {
    menu: 'learning',
    label: '我的证书',
    text: '学满一年后领取，扫码可查',
  }),

  claimKinds: page('packages/claim/kinds', '申报学时', {
    menu: 'learning',
    label: '申报学时',
    text: '培训、论文、成果等，由单位审核后计入',
  }),
  claims: page('packages/claim/mine', '我的申报', {
    menu: 'learning',
    label: '我的申报',
    text: '审核到哪一步，要不要补正',
  }),
  claimForm: page<{ draftId: string; kind: string; year: number; claimId?: string }>(
    'packages/claim/form',
    '填写申报',
  ),
  claimPreview: page<{ draftId: string }>('packages/claim/preview', '提交前看一遍'),
  claim: page<{ claimId: string }>('packages/claim/claim', '申报进度'),

  titleCheck: page('packages/title/check', '职称学时自查', {
    menu: 'learning',
    label: '职称学时自查',
    text: '够不够申报，还差什么，怎样补',
  }),
  titleHeld: page('packages/title/held', '我的职称', {
    menu: 'learning',
    label: '我的职称',
    text: '填一次，单位核对后，自查和申报都不用再填',
  }),
  titleYear: page<{ year: number }>('packages/title/year', '为什么'),
  titlePlan: page('packages/title/plan', '学习规划'),

  /** Without a year: the present one. */
  policy: page<{ year?: number }>('packages/policy/policy', '政策', {
    menu: 'service',
    label: '政策',
    text: '要学多少、什么算学时，逐条看通知原文',
  }),
  inbox: page('packages/inbox/messages', '消息', {
    menu: 'messages',
    label: '消息',
    text: '审核结果、截止提醒',
  }),
  privacy: page('packages/own-data/privacy', '隐私与数据', {
    menu: 'own-data',
    label: '隐私与数据',
    text: '导出我的数据，或者注销账号',
  }),

  reviewQueue: page('packages/review/queue', '待办', {
    menu: 'review',
    label: '待办',
    text: '等你审核的申报，先到期的在前',
    rights: ['review-claims'],
  }),
  reviewClaim: page<{ claimId: string }>('packages/review/claim', '审核申报'),
  reviewDone: page('packages/review/done', '已办', {
    menu: 'review',
    label: '已办',
    rights: ['review-claims'],
  }),
  reviewDelegate: page('packages/review/delegate', '委托', {
    menu: 'review',
    label: '委托',
    text: '不在的时候，请同事代为审核',
    rights: ['stand-aside'],
  }),

  reviewPeople: page<{ part?: 'contests' }>('packages/people/verify', '核对本单位人员', {
    menu: 'members',
    label: '核对本单位人员',
    rights: ['confirm-people'],
  }),
  /** Contested accounts that the units below cannot decide. */
  reviewContests: page('packages/people/contests', '账号争议', {
    menu: 'review',
    label: '账号争议',
    text: '下属单位自己办不了的，由你核对',
    rights: ['decide-contests-above'],
  }),
  /** Lectures that stopped because their questions were answered wrong too often. */
  stoppedLectures: page('packages/people/stopped', '停下的课', {
    menu: 'members',
    label: '停下的课',
    text: '随堂问题答错太多次的，问明情况再让他接着学',
    rights: ['lift-lectures'],
  }),
  archive: page('packages/archive/people', '学习档案', {
    menu: 'members',
    label: '学习档案',
    text: '记下同事的自学，确定学时，他们才能申报',
    rights: ['keep-archive'],
    needsArchive: true,
  }),
  archivePerson: page<{ personId: string; year: number }>('packages/archive/person', '学习档案'),
  /** Without a line: a new one. */
  archiveLine: page<{ personId: string; year: number; lineId?: string }>(
    'packages/archive/line',
    '记一条学习档案',
  ),

  /** Without a body: those that one's own roles are for. */
  officeTree: page<{ parentId?: string }>('packages/bodies/tree', '机构', {
    menu: 'office',
    label: '机构',
    text: '核准下属单位，授权，更名',
    rights: ['see-figures', 'grant-roles'],
  }),
  officeRoles: page<{ orgId: string }>('packages/bodies/roles', '授权'),
  /** Without a body: the caller's highest; without a year: the present one. */
  officeOverview: page<{ orgId?: string; year?: number }>('packages/figures/overview', '概况', {
    menu: 'office',
    label: '概况',
    text: '多少人完成了，谁还落在后面',
    rights: ['see-figures'],
  }),
  officeBehind: page<{ orgId: string; year: number }>('packages/figures/behind', '还没完成的人'),
  /** Without a body: the caller's own; without a person, all that was done there. */
  officeLog: page<{ orgId?: string; personId?: string }>('packages/audit-log/log', '日志', {
    menu: 'office',
    label: '日志',
    text: '谁在什么时候做了什么',
    rights: ['read-log'],
  }),
  /** Of one unit; without one, of all below one's own body. */
  officeChecks: page<{ orgId?: string; orgName?: string }>('packages/oversight/checks', '抽查', {
    menu: 'office',
    label: '抽查',
    text: '核查已认定的学时，作废、异议、失信记录',
    rights: ['spot-check'],
  }),
  officeCheck: page<{ checkId: string }>('packages/oversight/check', '抽查样本'),
  officeSample: page<{ checkId: string; claimId: string }>('packages/oversight/sample', '核查'),
  officeDoubles: page('packages/oversight/doubles', '可能重复的学时'),
  officeObjections: page('packages/oversight/objections', '异议'),
  officeObjection: page<{ voidingId: string }>('packages/oversight/objection', '复查异议'),
  officeCertifying: page<{ orgId: string }>('packages/oversight/certifying', '认证权限'),
  /** With a person named: to open a case about them. */
  officeIntegrity: page<{ voidingId?: string; unitId?: string; name?: string }>(
    'packages/oversight/integrity',
    '失信记录',
  ),
  rosterImport: page(
    'packages/roster/import',
    '导入人员名册',
    {
      menu: 'members',
      label: '导入人员名册',
      text: '扫单位码来、手机号和名册一致的，自动核对通过',
      rights: ['confirm-people'],
    },
    {
      menu: 'office',
      label: '导入人员名册',
      text: '下属单位的人员，一张表导入',
      rights: ['import-roster'],
      unless: 'confirm-people',
    },
  ),
  unitCode: page('packages/people/unit-code', '单位登记二维码', {
    menu: 'members',
    label: '单位登记二维码',
    text: '给同事扫，登记时自动选好单位',
    rights: ['show-unit-code'],
  }),
  officeOutside: page('packages/outside/batches', '外部学时', {
    menu: 'office',
    label: '外部学时',
    text: '平台和基地送来的学时，逐批对账',
    rights: ['read-outside'],
  }),
  officeOutsideBatch: page<{ batchId: string }>('packages/outside/batch', '对账'),
  officeOutsideKeys: page('packages/outside/keys', '推送单位和公钥'),
  /** The data that a title's review reads. */
  officeTitleExport: page('packages/committee/title-export', '职称评审', {
    menu: 'office',
    label: '职称评审',
    text: '评审范围内人员各年度的学时，只能查看',
    rights: ['export-titles'],
  }),
}

export type PageName = keyof typeof PAGES

/** Tabs stand in the main package and are switched to; every other page is opened over them. */
export const isTab = ({ path }: Page): boolean => path.startsWith('pages/')
