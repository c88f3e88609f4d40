import { changed, EVENTS, REASON, short, toldOf } from '../../tests/harness/act-samples'
import { ACTS, type EventKind } from '../kernel/acts'
import { FOLLOWS, LOG_WORDS } from './act-words'
import type { MessagePlace } from './inbox/views'
import { ROLE_WORDS } from './role-words'

test('the log speaks Chinese of every act and every role', () => {
  for (const words of [...Object.values(LOG_WORDS), ...Object.values(ROLE_WORDS)])
    expect(words).toMatch(/^(?!.*学时)[\p{Script=Han}、]+$/u)
})

test('each act has its words where it is kept, and nowhere else', () => {
  const kept = (how: string) =>
    Object.entries(ACTS).flatMap(([kind, act]) => (act.kept === how || act.kept === 'both' ? [kind] : []))
  expect(Object.keys(LOG_WORDS).sort()).toEqual(kept('line').sort())
  expect(Object.keys(FOLLOWS).sort()).toEqual(kept('event').sort())
})

test.each(EVENTS)('$kind: the inbox speaks Chinese, and calls an hour as the region does', (event) => {
  const told = toldOf(event, '课时')
  if (!told) return
  expect(`${told.title}${told.text}`).not.toMatch(/[A-Za-z]|undefined|学时/)
})

const ledger = { page: 'ledger', year: 2022 } as const
const claims = { page: 'claim', claimId: 'c1' } as const
/** What the person is told, in full: title, text, where it leads. */
const TOLD: [
  kind: EventKind,
  change: object,
  told: [title: string, text: string, place: MessagePlace] | null,
][] = [
  ['register', {}, null],
  ['binding-verified', {}, ['单位核对通过', '之前学到的课时已全部计入。', { page: 'home' }]],
  ['binding-contested', {}, ['单位对你的登记有疑问', '请打开“我的”查看原因并更正。', { page: 'me' }]],
  [
    'title-verified',
    {},
    [
      '职称核对好了',
      '演示单位核对了：主治医师（卫生技术系列，中级，2018 年取得）。自查和申报都按它算，不用再填。',
      { page: 'title' },
    ],
  ],
  [
    'title-doubted',
    {},
    ['单位对职称有疑问', '还没有职称。原因：没有看到证书。改好后再提交一次。', { page: 'title' }],
  ],
  [
    'contest-binding',
    {},
    [
      '有人申请把你的登记改绑到另一个微信',
      '如果是你本人换了微信，等演示单位核对就好。如果不是，请马上联系演示单位的人事说明。',
      { page: 'me' },
    ],
  ],
  ...(['unit', 'above'] as const).map((level): (typeof TOLD)[number] => [
    'contest-waiting',
    { level },
    [
      '有一件账号争议等你核对',
      '有人说身份证号绑在别的微信上。核对是不是本人，再决定改绑还是不改绑。',
      { page: level === 'above' ? 'contests-below' : 'contests' },
    ],
  ]),
  [
    'contest-refused',
    {},
    [
      '没有改绑到这个微信',
      '演示单位核对后没有同意。原因：对照了身份证。有疑问请带身份证找单位人事。',
      { page: 'me' },
    ],
  ],
  [
    'contest-refused',
    { reason: '' },
    ['没有改绑到这个微信', '演示单位核对后没有同意。有疑问请带身份证找单位人事。', { page: 'me' }],
  ],
  [
    'binding-rebound',
    {},
    [
      '已改绑到这个微信',
      '演示单位核对了你本人。原因：对照了身份证。从前的课时、考试和申报都在。',
      { page: 'home' },
    ],
  ],
  [
    'binding-kept',
    {},
    [
      '你的微信没有改绑',
      '演示单位核对后认定是你本人在用，另一个微信的申请没有通过。课时不受影响。',
      { page: 'me' },
    ],
  ],
  [
    'id-number-revealed',
    {},
    [
      '有人查看了你的完整身份证号',
      '演示市人社局的李想查看了，理由是：核对名册。有疑问可以联系单位或 12333。',
      { page: 'none' },
    ],
  ],
  [
    'erasure-asked',
    {},
    [
      '已申请注销',
      '2022年9月8日 之后身份信息会被删除，在那之前随时可以在“隐私与数据”里撤回。',
      { page: 'me' },
    ],
  ],
  ['erasure-withdrawn', {}, ['已撤回注销', '账号和课时都在，和原来一样。', { page: 'me' }]],
  ['erasure-done', {}, null],
  ['organisation-reviewed', {}, ['演示单位已通过审核', '现在可以管理人员、审核申报了。', { page: 'me' }]],
  [
    'organisation-reviewed',
    { verified: false },
    ['演示单位的登记被退回', '打开“我的”看看要改什么，改好再提交。', { page: 'me' }],
  ],
  ['role-granted', {}, ['你有了新的审核权限', '打开“我的”就能看到要做的事。', { page: 'me' }]],
  ['role-revoked', {}, ['你的一项审核权限已收回', '有疑问请联系授权给你的单位。', { page: 'me' }]],
  ['move-confirmed', {}, ['已转到新单位', '演示单位已经确认。课时和申报都跟着你过来了。', { page: 'home' }]],
  [
    'move-refused',
    {},
    ['转单位没有通过', '演示单位没有确认。你仍在原来的单位，课时不受影响。', { page: 'me' }],
  ],
  [
    'person-reminded',
    {},
    ['2022 年的课时还没有学满', '演示单位提醒你：打开首页，看看还差多少、接着学哪一门。', { page: 'home' }],
  ],
  ['exam-closed', {}, ['考试合格', '课时已入账，可以查看凭什么。', { page: 'home' }]],
  ['exam-closed', { passed: false }, null],
  ['claim-submitted', {}, null],
  ['claim-resubmitted', {}, null],
  ['claim-withdrawn', {}, null],
  ['claim-transferred', {}, null],
  ['claim-opinion', {}, null],
  ['claim-approved', { credited: false }, null],
  ['claim-approved', { title: '土壤学' }, ['申报已通过', '《土壤学》的课时已入账。', claims]],
  ['claim-approved', { title: '' }, ['申报已通过', '你的申报的课时已入账。', claims]],
  ['claim-reduced', { ...short, credited: true }, ['申报已通过', '《土壤学》的课时已入账。', claims]],
  [
    'claim-reduced',
    { ...short, credited: false },
    ['申报的课时有调整', `《土壤学》按较少的课时通过了这一级。${REASON}`, claims],
  ],
  [
    'claim-returned',
    { ...short, note: '请补盖章' },
    ['申报已退回，请补正', '《土壤学》需要补充：请补盖章。改好后再提交，之前填的都在。', claims],
  ],
  [
    'claim-returned',
    { title: '', note: '' },
    ['申报已退回，请补正', '你的申报需要补充：打开看看要补什么。改好后再提交，之前填的都在。', claims],
  ],
  [
    'claim-rejected',
    short,
    ['申报没有通过', `《土壤学》没有通过。${REASON}可以打开查看，弄清后重新申报。`, claims],
  ],
  [
    'claim-lapsed',
    { title: '土壤学' },
    ['申报过了期限', '《土壤学》在截止前没有审完。原因：单位没有在期限内审完。', claims],
  ],
  [
    'study-record-kept',
    {},
    [
      '单位为你记了一条学习档案',
      '演示单位确定《土壤学》为 6.5 课时。现在可以拿它申报，审核通过后计入。',
      { page: 'claims' },
    ],
  ],
  [
    'hours-voided',
    {},
    ['有课时被认定无效', '一笔课时不再计入。原因：证书不实。不同意可以提出异议，会由上级重新审。', ledger],
  ],
  [
    'hours-voided',
    { title: '土壤学' },
    ['有课时被认定无效', '《土壤学》不再计入。原因：证书不实。不同意可以提出异议，会由上级重新审。', ledger],
  ],
  ['objection-upheld', {}, ['异议成立', '那笔课时已经恢复计入。', { page: 'objections' }]],
  ['objection-upheld', { title: '土壤学' }, ['异议成立', '《土壤学》已经恢复计入。', { page: 'objections' }]],
  [
    'objection-dismissed',
    {},
    ['异议没有成立', '那笔课时仍不计入，打开可以看到理由。', { page: 'objections' }],
  ],
  [
    'objection-dismissed',
    { title: '土壤学' },
    ['异议没有成立', '《土壤学》仍不计入，打开可以看到理由。', { page: 'objections' }],
  ],
  [
    'integrity-opened',
    {},
    ['有一项诚信核查与你有关', '核查期间可以说明情况，需两人作出决定才会记录。', { page: 'me' }],
  ],
  [
    'integrity-record',
    {},
    ['诚信记录已生效', '到期自动消除。有异议可以联系作出决定的单位或 12333。', { page: 'me' }],
  ],
  [
    'integrity-record',
    { lapsesOn: '2026-06-08' },
    ['诚信记录已生效', '2026-06-08 自动消除。有异议可以联系作出决定的单位或 12333。', { page: 'me' }],
  ],
  ['integrity-dismiss', {}, ['诚信核查已结束', '没有留下记录。', { page: 'me' }]],
  ['outside-taken', {}, ['外部课时已入账', '2022 年有一笔外部培训的课时已计入，可以查看凭什么。', ledger]],
]

test.each(TOLD)('%s %j tells its person so, and no more', (kind, change, told) => {
  const said = changed(kind, change)
  expect(said && [said.title, said.text, said.place]).toEqual(told)
})

test('these acts leave the figures of their person as they are; all others have them counted anew', () => {
  const kinds = (how: string) =>
    Object.entries(FOLLOWS).flatMap(([kind, { figures }]) => (figures === how ? [kind] : []))
  expect(kinds('as-they-are')).toEqual([
    'title-verified',
    'title-doubted',
    'contest-binding',
    'contest-waiting',
    'contest-refused',
    'binding-moving',
    'rebind-lapsed',
    'binding-rebound',
    'binding-kept',
    'id-number-revealed',
    'erasure-asked',
    'erasure-withdrawn',
    'role-granted',
    'role-revoked',
    'move-refused',
    'person-reminded',
    'claim-opinion',
    'study-record-kept',
    'lecture-stopped',
    'lecture-lifted',
    'double-found',
    'double-kept',
    'objection-dismissed',
    'integrity-opened',
    'integrity-record',
    'integrity-dismiss',
  ])
  expect(kinds('anew')).toHaveLength(EVENTS.length - 26)
})
