import { formatHours } from '../../domain/kernel/hours'
import type { ActPayloads, EventKind, LoggedKind } from '../kernel/acts'
import { bindingDecided, bindingMoving, rebindLapsed } from './binding-words'
import { because, HOME, plain, type Told } from './inbox/told'
import type { MessagePlace } from './inbox/views'

/** The log's name of each act, without the word for an hour, which is the region's. */
export const LOG_WORDS: Record<LoggedKind, string> = {
  register: '登记',
  'binding-verified': '核对通过',
  'binding-contested': '对登记提出疑问',
  'title-said': '填写现职称',
  'title-verified': '职称核对通过',
  'title-doubted': '对职称提出疑问',
  'contest-binding': '申诉身份被占用',
  'rebind-agreed': '一位审核人同意改绑',
  'binding-moving': '同意改绑待生效',
  'rebind-objected': '原来的微信不同意改绑',
  'rebind-lapsed': '同意过的改绑没有生效',
  'binding-rebound': '改绑到新的微信',
  'binding-kept': '核对后不改绑',
  'registration-set-aside': '改绑后停用重复登记',
  'id-number-revealed': '查看完整身份证号',
  'erasure-asked': '申请注销',
  'erasure-withdrawn': '撤回注销',
  'erasure-done': '已注销',
  founded: '开通地区',
  'founding-code-made': '发出开通码',
  'founder-appointed': '凭开通码成为首位审核人',
  'organisation-registered': '登记机构',
  'organisation-reviewed': '审核机构',
  'organisation-renamed': '机构更名',
  'organisation-line': '调整系统归属',
  'organisation-standing': '登记单位性质和县区',
  'organisation-self-reviewing': '设置自主审验',
  'role-granted': '授权',
  'role-revoked': '收回授权',
  'move-requested': '申请转单位',
  'move-withdrawn': '撤回转单位',
  'move-confirmed': '接收转入',
  'move-refused': '不接收转入',
  'person-reminded': '提醒还没学满的人',
  'roster-read': '读入人员名册',
  'roster-import': '导入人员名册',
  'lecture-stopped': '随堂问题答错过多',
  'lecture-lifted': '同意接着学',
  'double-found': '发现可能重复的记录',
  'double-kept': '核对为两次不同的学习',
  'claim-submitted': '提交申报',
  'claim-resubmitted': '补正后再提交',
  'claim-withdrawn': '撤回申报',
  'claim-approved': '审核通过',
  'claim-reduced': '核减后通过',
  'claim-returned': '退回补正',
  'claim-rejected': '审核不通过',
  'claim-transferred': '转交审核',
  'claim-opinion': '填写意见',
  'claim-lapsed': '申报过期',
  'claim-moved': '申报转到新单位',
  'claim-odd': '别人用过同样的材料',
  'study-record-kept': '记入学习档案',
  'study-record-corrected': '更正学习档案',
  'study-record-withdrawn': '撤回学习档案',
  'study-record-files': '学习档案材料',
  'check-started': '开始抽查',
  'sample-found': '填写抽查结果',
  'void-job-ordered': '批量认定无效',
  'hours-voided': '认定无效',
  'certifying-withdrawn': '收回认证资格',
  'certifying-restored': '恢复认证资格',
  'objection-filed': '提出异议',
  'objection-upheld': '异议成立',
  'objection-dismissed': '异议不成立',
  'integrity-opened': '立案核查诚信',
  'integrity-record': '同意记入诚信记录',
  'integrity-dismiss': '不同意记入诚信记录',
  'outside-key-set': '登记推送单位的公钥',
  'outside-key-withdrawn': '停用推送单位的公钥',
  'outside-batch-received': '收到推送的数据',
}

interface Follows<Payload> {
  /**
   * The message to the person of the event; null where they are told nothing. `hour` is their region's word for an
   * hour.
   */
  inbox: (payload: Payload, hour: string) => Told | null
  /** Whether the figures of the person of the event are counted anew. */
  figures: 'anew' | 'as-they-are'
}

const silent = (): null => null

/** The consequences of each act that is an event. */
export const FOLLOWS: { [K in EventKind]: Follows<ActPayloads[K]> } = {
  register: { inbox: silent, figures: 'anew' },
  'binding-verified': {
    inbox: (_, hour) => bindingDecided(true, `之前学到的${hour}已全部计入`),
    figures: 'anew',
  },
  'binding-contested': {
    inbox: () => bindingDecided(false, '请打开“我的”查看原因并更正'),
    figures: 'anew',
  },
  'title-verified': {
    inbox: ({ unitName, title }) =>
      plain('职称核对好了', `${unitName}核对了：${title}。自查和申报都按它算，不用再填。`, { page: 'title' }),
    figures: 'as-they-are',
  },
  'title-doubted': {
    inbox: ({ title, reason }) =>
      plain('单位对职称有疑问', `${title}。${because(reason)}改好后再提交一次。`, { page: 'title' }),
    figures: 'as-they-are',
  },
  'contest-binding': {
    inbox: ({ unitName }) =>
      plain(
        '有人申请把你的登记改绑到另一个微信',
        `如果是你本人换了微信，等${unitName}核对就好。如果不是，请马上联系${unitName}的人事说明。`,
        { page: 'me' },
      ),
    figures: 'as-they-are',
  },
  'contest-waiting': {
    // No name: the message would outlive the contest of a person who is forgotten.
    inbox: ({ level }) =>
      plain(
        '有一件账号争议等你核对',
        '有人说身份证号绑在别的微信上。核对是不是本人，再决定改绑还是不改绑。',
        { page: level === 'above' ? 'contests-below' : 'contests' },
      ),
    figures: 'as-they-are',
  },
  'contest-refused': {
    inbox: ({ orgName, reason }) =>
      plain(
        '没有改绑到这个微信',
        `${orgName}核对后没有同意。${because(reason)}有疑问请带身份证找单位人事。`,
        { page: 'me' },
      ),
    figures: 'as-they-are',
  },
  'binding-moving': { inbox: bindingMoving, figures: 'as-they-are' },
  'rebind-lapsed': { inbox: rebindLapsed, figures: 'as-they-are' },
  // The rebound person reads this on the new phone, because the old one is signed out.
  'binding-rebound': {
    inbox: ({ orgName, reason }, hour) =>
      plain('已改绑到这个微信', `${orgName}核对了你本人。${because(reason)}从前的${hour}、考试和申报都在。`, {
        page: 'home',
      }),
    figures: 'as-they-are',
  },
  'binding-kept': {
    inbox: ({ orgName }, hour) =>
      plain(
        '你的微信没有改绑',
        `${orgName}核对后认定是你本人在用，另一个微信的申请没有通过。${hour}不受影响。`,
        { page: 'me' },
      ),
    figures: 'as-they-are',
  },
  'id-number-revealed': {
    inbox: ({ byName, orgName, reason }) =>
      plain(
        '有人查看了你的完整身份证号',
        `${orgName}的${byName}查看了，理由是：${reason}。有疑问可以联系单位或 12333。`,
        { page: 'none' },
      ),
    figures: 'as-they-are',
  },
  'erasure-asked': {
    inbox: ({ dueOn }) =>
      plain('已申请注销', `${dueOn} 之后身份信息会被删除，在那之前随时可以在“隐私与数据”里撤回。`, {
        page: 'me',
      }),
    figures: 'as-they-are',
  },
  'erasure-withdrawn': {
    inbox: (_, hour) => plain('已撤回注销', `账号和${hour}都在，和原来一样。`, { page: 'me' }),
    figures: 'as-they-are',
  },
  'erasure-done': { inbox: silent, figures: 'anew' },
  'organisation-reviewed': {
    inbox: ({ orgName, verified }) =>
      verified
        ? plain(`${orgName}已通过审核`, '现在可以管理人员、审核申报了。', { page: 'me' })
        : plain(`${orgName}的登记被退回`, '打开“我的”看看要改什么，改好再提交。', { page: 'me' }),
    figures: 'anew',
  },
  'founder-appointed': {
    inbox: ({ orgName }) =>
      plain(
        `你是${orgName}的第一位审核人`,
        '打开“我的”：在“机构”里核准来登记的单位，用“单位登记二维码”请本机构的同事登记。',
        { page: 'me' },
      ),
    figures: 'anew',
  },
  'role-granted': {
    inbox: () => plain('你有了新的审核权限', '打开“我的”就能看到要做的事。', { page: 'me' }),
    figures: 'as-they-are',
  },
  'role-revoked': {
    inbox: () => plain('你的一项审核权限已收回', '有疑问请联系授权给你的单位。', { page: 'me' }),
    figures: 'as-they-are',
  },
  'move-confirmed': {
    inbox: ({ unitName }, hour) =>
      plain('已转到新单位', `${unitName}已经确认。${hour}和申报都跟着你过来了。`, { page: 'home' }),
    figures: 'anew',
  },
  'move-refused': {
    inbox: ({ unitName }, hour) =>
      plain('转单位没有通过', `${unitName}没有确认。你仍在原来的单位，${hour}不受影响。`, { page: 'me' }),
    figures: 'as-they-are',
  },
  'person-reminded': {
    inbox: ({ unitName, year }, hour) =>
      plain(`${year} 年的${hour}还没有学满`, `${unitName}提醒你：打开首页，看看还差多少、接着学哪一门。`, {
        page: 'home',
      }),
    figures: 'as-they-are',
  },
  'exam-closed': { inbox: examClosed, figures: 'anew' },
  // The next level sees it in its queue, and the person knows what they did themselves.
  'claim-submitted': { inbox: silent, figures: 'anew' },
  'claim-resubmitted': { inbox: silent, figures: 'anew' },
  'claim-withdrawn': { inbox: silent, figures: 'anew' },
  'claim-approved': { inbox: claimPassed, figures: 'anew' },
  'claim-reduced': {
    inbox: (of, hour) =>
      of.credited
        ? claimPassed(of, hour)
        : claimTold(of, {
            phrase: `${hour}核减`,
            title: `申报的${hour}有调整`,
            text: `${titled(of)}按较少的${hour}通过了这一级。${because(of.note)}`,
          }),
    figures: 'anew',
  },
  'claim-returned': {
    inbox: (of) =>
      claimTold(of, {
        phrase: '请补正',
        title: '申报已退回，请补正',
        text: `${titled(of)}需要补充：${of.note || '打开看看要补什么'}。改好后再提交，之前填的都在。`,
      }),
    figures: 'anew',
  },
  'claim-rejected': {
    inbox: (of) =>
      claimTold(of, {
        phrase: '没有通过',
        title: '申报没有通过',
        text: `${titled(of)}没有通过。${because(of.note)}可以打开查看，弄清后重新申报。`,
      }),
    figures: 'anew',
  },
  // Both concern the levels alone.
  'claim-transferred': { inbox: silent, figures: 'anew' },
  'claim-opinion': { inbox: silent, figures: 'as-they-are' },
  'claim-lapsed': {
    inbox: (of) =>
      claimTold(of, {
        phrase: '已过期限',
        title: '申报过了期限',
        text: `${titled(of)}在截止前没有审完。${because(of.note)}`,
      }),
    figures: 'anew',
  },
  'study-record-kept': {
    inbox: ({ unitName, title, hours }, hour) =>
      plain(
        '单位为你记了一条学习档案',
        `${unitName}确定《${title}》为 ${formatHours(hours)} ${hour}。现在可以拿它申报，审核通过后计入。`,
        { page: 'claims' },
      ),
    figures: 'as-they-are',
  },
  'lecture-stopped': {
    inbox: ({ lectureTitle, unitName }) =>
      plain(
        '有一讲先停下了',
        `《${lectureTitle}》的随堂问题答错太多次。请找${unitName}的审核人说明，同意后从停下的地方接着看，看过的都在。`,
        { page: 'home' },
      ),
    figures: 'as-they-are',
  },
  'lecture-lifted': {
    inbox: ({ lectureTitle }) =>
      plain('可以接着学了', `《${lectureTitle}》从停下的地方接着看，看过的都在。`, { page: 'home' }),
    figures: 'as-they-are',
  },
  'double-found': {
    inbox: ({ title, year }, hour) =>
      plain(
        '有一次学习可能记了两次',
        `《${title}》和从前记入的一笔${hour}很像，人社部门会核对。是两次不同的学习就都保留，不用你做什么。`,
        ledgerOf(year),
      ),
    figures: 'as-they-are',
  },
  'double-kept': {
    inbox: ({ title, year }, hour) =>
      plain('核对过了，没有重复', `《${title}》是另一次学习，${hour}照样计入。`, ledgerOf(year)),
    figures: 'as-they-are',
  },
  'hours-voided': {
    inbox: ({ title, reason, year }, hour) =>
      plain(
        `有${hour}被认定无效`,
        `${title === '' ? `一笔${hour}` : `《${title}》`}不再计入。${because(reason)}不同意可以提出异议，会由上级重新审。`,
        ledgerOf(year),
      ),
    figures: 'anew',
  },
  'objection-upheld': {
    inbox: ({ title }, hour) =>
      plain('异议成立', `${title === '' ? `那笔${hour}` : `《${title}》`}已经恢复计入。`, {
        page: 'objections',
      }),
    figures: 'anew',
  },
  'objection-dismissed': {
    inbox: ({ title }, hour) =>
      plain('异议没有成立', `${title === '' ? `那笔${hour}` : `《${title}》`}仍不计入，打开可以看到理由。`, {
        page: 'objections',
      }),
    figures: 'as-they-are',
  },
  'integrity-opened': {
    inbox: () =>
      plain('有一项诚信核查与你有关', '核查期间可以说明情况，需两人作出决定才会记录。', { page: 'me' }),
    figures: 'as-they-are',
  },
  'integrity-record': {
    inbox: ({ lapsesOn }) =>
      plain(
        '诚信记录已生效',
        `${lapsesOn === '' ? '到期' : `${lapsesOn} `}自动消除。有异议可以联系作出决定的单位或 12333。`,
        { page: 'me' },
      ),
    figures: 'as-they-are',
  },
  'integrity-dismiss': {
    inbox: () => plain('诚信核查已结束', '没有留下记录。', { page: 'me' }),
    figures: 'as-they-are',
  },
  'outside-taken': {
    inbox: ({ year }, hour) =>
      plain(`外部${hour}已入账`, `${year} 年有一笔外部培训的${hour}已计入，可以查看凭什么。`, ledgerOf(year)),
    figures: 'anew',
  },
}

const ledgerOf = (year: number): MessagePlace => ({ page: 'ledger', year })

function examClosed({ passed }: ActPayloads['exam-closed'], hour: string): Told | null {
  if (!passed) return null
  const text = `${hour}已入账，可以查看凭什么`
  return {
    title: '考试合格',
    text: `${text}。`,
    place: { page: 'home' },
    subscription: { template: 'exam-passed', data: { result: '合格', note: text }, page: HOME },
  }
}

type ClaimOfEvent = ActPayloads['claim-submitted']

const titled = ({ title }: ClaimOfEvent): string => (title === '' ? '你的申报' : `《${title}》`)

const claimTold = (
  { claimId }: ClaimOfEvent,
  { phrase, title, text }: { phrase: string; title: string; text: string },
): Told => ({
  title,
  text,
  place: { page: 'claim', claimId },
  subscription: { template: 'claim-decided', data: { result: phrase, note: text }, page: HOME },
})

/** A level that is not the last tells the person nothing: the claim goes on. */
function claimPassed(of: ActPayloads['claim-approved'], hour: string): Told | null {
  if (!of.credited) return null
  const text = `${titled(of)}的${hour}已入账。`
  return claimTold(of, { phrase: '已入账', title: '申报已通过', text })
}
