import { formatHours, hundredths } from '../../../domain/kernel/hours'
import type { MessagePlace } from './views'

/** A subscription message of WeChat: the template by our name, its words in the platform's fields. */
export interface Subscription {
  template: 'binding-decided' | 'exam-passed' | 'claim-decided' | 'reminder'
  data: Record<string, string>
  page: string
}

export interface Told {
  title: string
  text: string
  place: MessagePlace
  subscription: Subscription | null
}

export type Payload = Readonly<Record<string, string>>

const HOME = 'pages/home/index'
const ME = 'pages/me/index'
/** WeChat cuts a "thing" at 20 characters and refuses more. */
const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 19)}…` : text)
const because = (reason: string | undefined): string => (reason ? `原因：${reason}。` : '')
const named = ({ title = '' }: Payload): string => (title === '' ? '你的申报' : `《${title}》`)

/** What each event tells its person; null where it tells nobody anything. Every kind in the code has its line here. */
export const TEXTS: Readonly<Record<string, (payload: Payload) => Told | null>> = {
  'binding-decided': bindingDecided,
  'exam-closed': examClosed,
  'claim-decided': claimDecided,
  // The next level sees it in its queue, and the person knows what they did themselves.
  'claim-submitted': silent,
  'claim-withdrawn': silent,
  'claim-resubmitted': silent,
  'person-registered': silent,
  'binding-contested': ({ unitName = '单位' }) =>
    plain(
      '有人申请把你的登记改绑到另一个微信',
      `如果是你本人换了微信，等${unitName}核对就好。如果不是，请马上联系${unitName}的人事说明。`,
      { page: 'me' },
    ),
  'contest-waiting': ({ name = '', level }) =>
    plain(
      '有一件账号争议等你核对',
      `${name}说身份证号绑在别的微信上。核对是不是本人，再决定改绑还是不改绑。`,
      {
        page: level === 'above' ? 'contests-below' : 'contests',
      },
    ),
  // Whoever reads this is on the new phone: the old one is signed out.
  'binding-rebound': ({ orgName = '单位', reason }) =>
    plain('已改绑到这个微信', `${orgName}核对了你本人。${because(reason)}从前的学时、考试和申报都在。`, {
      page: 'home',
    }),
  'binding-kept': ({ orgName = '单位' }) =>
    plain('你的微信没有改绑', `${orgName}核对后认定是你本人在用，另一个微信的申请没有通过。学时不受影响。`, {
      page: 'me',
    }),
  'contest-refused': ({ orgName = '单位', reason }) =>
    plain('没有改绑到这个微信', `${orgName}核对后没有同意。${because(reason)}有疑问请带身份证找单位人事。`, {
      page: 'me',
    }),
  'organisation-registered': silent,
  'organisation-reviewed': ({ orgName = '', state }) =>
    state === 'verified'
      ? plain(`${orgName}已通过审核`, '现在可以管理人员、审核申报了。', { page: 'me' })
      : plain(`${orgName}的登记被退回`, '打开“我的”看看要改什么，改好再提交。', { page: 'me' }),
  'organisation-renamed': silent,
  'organisation-line': silent,
  'organisation-self-reviewing': silent,
  'role-granted': () => plain('你有了新的审核权限', '打开“我的”就能看到要做的事。', { page: 'me' }),
  'role-revoked': () => plain('你的一项审核权限已收回', '有疑问请联系授权给你的单位。', { page: 'me' }),
  'move-requested': silent,
  'move-withdrawn': silent,
  'move-confirmed': ({ unitName = '' }) =>
    plain('已转到新单位', `${unitName}已经确认。学时和申报都跟着你过来了。`, { page: 'home' }),
  'move-refused': ({ unitName = '' }) =>
    plain('转单位没有通过', `${unitName}没有确认。你仍在原来的单位，学时不受影响。`, { page: 'me' }),
  'person-reminded': ({ unitName = '', year = '' }) =>
    plain(`${year} 年的学时还没有学满`, `${unitName}提醒你：打开首页，看看还差多少、接着学哪一门。`, {
      page: 'home',
    }),
  'study-record-kept': ({ unitName = '', title = '', hours = '' }) =>
    plain(
      '单位为你记了一条学习档案',
      `${unitName}确定《${title}》为 ${hours} 学时。现在可以拿它申报，审核通过后计入。`,
      { page: 'claims' },
    ),
  'study-record-withdrawn': silent,
  'outside-taken': ({ year = '' }) =>
    plain('外部学时已入账', `${year} 年有一笔外部培训的学时已计入，可以查看凭什么。`, ledgerOf(year)),
  'roster-imported': silent,
  'check-started': silent,
  'sample-found': silent,
  'void-job-ordered': silent,
  'certifying-withdrawn': silent,
  'certifying-restored': silent,
  'hours-voided': ({ title = '', reason = '', year = '' }) =>
    plain(
      '有学时被认定无效',
      `${title === '' ? '一笔学时' : `《${title}》`}不再计入。${because(reason)}不同意可以提出异议，会由上级重新审。`,
      ledgerOf(year),
    ),
  'objection-filed': silent,
  'objection-upheld': ({ title = '' }) =>
    plain('异议成立', `${title === '' ? '那笔学时' : `《${title}》`}已经恢复计入。`, { page: 'objections' }),
  'objection-dismissed': ({ title = '' }) =>
    plain('异议没有成立', `${title === '' ? '那笔学时' : `《${title}》`}仍不计入，打开可以看到理由。`, {
      page: 'objections',
    }),
  'integrity-opened': () =>
    plain('有一项诚信核查与你有关', '核查期间可以说明情况，需两人作出决定才会记录。', { page: 'me' }),
  'integrity-record': ({ state, lapsesOn = '' }) =>
    state === 'open'
      ? null
      : plain(
          '诚信记录已生效',
          `${lapsesOn === '' ? '到期' : `${lapsesOn} `}自动消除。有异议可以联系作出决定的单位或 12333。`,
          {
            page: 'me',
          },
        ),
  'integrity-dismiss': ({ state }) =>
    state === 'open' ? null : plain('诚信核查已结束', '没有留下记录。', { page: 'me' }),
  'id-number-revealed': ({ byName = '', orgName = '', reason = '' }) =>
    plain(
      '有人查看了你的完整身份证号',
      `${orgName}的${byName}查看了，理由是：${reason}。有疑问可以联系单位或 12333。`,
      {
        page: 'none',
      },
    ),
  'erasure-asked': ({ dueOn = '' }) =>
    plain('已申请注销', `${dueOn} 之后身份信息会被删除，在那之前随时可以在“隐私与数据”里撤回。`, {
      page: 'me',
    }),
  'erasure-withdrawn': () => plain('已撤回注销', '账号和学时都在，和原来一样。', { page: 'me' }),
  'erasure-done': silent,
}

const ledgerOf = (year: string): MessagePlace =>
  /^\d{4}$/.test(year) ? { page: 'ledger', year: Number(year) } : { page: 'home' }

/** It happened, and nobody has to be told. */
function silent(): null {
  return null
}

const plain = (title: string, text: string, place: MessagePlace): Told => ({
  title,
  text,
  place,
  subscription: null,
})

function bindingDecided({ binding }: Payload): Told {
  const verified = binding === 'verified'
  const text = verified ? '之前学到的学时已全部计入' : '请打开“我的”查看原因并更正'
  return {
    title: verified ? '单位核对通过' : '单位对你的登记有疑问',
    text: `${text}。`,
    place: { page: verified ? 'home' : 'me' },
    subscription: {
      template: 'binding-decided',
      data: { phrase1: verified ? '核对通过' : '需要更正', thing2: text },
      page: ME,
    },
  }
}

function examClosed({ passed }: Payload): Told | null {
  if (passed !== 'true') return null
  const text = '学时已入账，可以查看凭什么'
  return {
    title: '考试合格',
    text: `${text}。`,
    place: { page: 'home' },
    subscription: { template: 'exam-passed', data: { phrase1: '合格', thing2: text }, page: HOME },
  }
}

interface Decided {
  phrase: string
  title: string
  text: (payload: Payload) => string
}

/** By what a level did last; whatever only concerns the levels tells the person nothing. */
const DECISIONS: Readonly<Record<string, Decided>> = {
  credited: { phrase: '已入账', title: '申报已通过', text: (of) => `${named(of)}的学时已入账。` },
  reduced: {
    phrase: '学时核减',
    title: '申报的学时有调整',
    text: (of) => `${named(of)}按较少的学时通过了这一级。${because(of.note)}`,
  },
  returned: {
    phrase: '请补正',
    title: '申报已退回，请补正',
    text: (of) => `${named(of)}需要补充：${of.note || '打开看看要补什么'}。改好后再提交，之前填的都在。`,
  },
  rejected: {
    phrase: '没有通过',
    title: '申报没有通过',
    text: (of) => `${named(of)}没有通过。${because(of.note)}可以打开查看，弄清后重新申报。`,
  },
  lapsed: {
    phrase: '已过期限',
    title: '申报过了期限',
    text: (of) => `${named(of)}在截止前没有审完。${because(of.note)}`,
  },
  revoked: {
    phrase: '已撤销',
    title: '已入账的申报被撤销',
    text: (of) => `${named(of)}的学时不再计入。${because(of.note)}不同意可以提出异议。`,
  },
  moved: { phrase: '转到新单位', title: '申报跟着你转了单位', text: (of) => `${named(of)}由新单位接着审。` },
}

function claimDecided(payload: Payload): Told | null {
  const decided = DECISIONS[payload.event ?? '']
  if (!decided) return null
  return {
    title: decided.title,
    text: decided.text(payload),
    place: payload.claimId ? { page: 'claim', claimId: payload.claimId } : { page: 'claims' },
    subscription: {
      template: 'claim-decided',
      data: { phrase1: decided.phrase, thing2: short(decided.text(payload)) },
      page: HOME,
    },
  }
}

/** What a person still misses before one of the notice's dates. */
export function remindTrainee(facts: {
  label: string
  day: string
  daysLeft: number
  year: number
  missingPublic: number
  missingProfessional: number
  names: { public: string; professional: string; hour: string }
}): Told {
  const { names, missingPublic, missingProfessional } = facts
  const parts = [
    missingPublic > 0 ? `${formatHours(hundredths(missingPublic))} ${names.hour}${names.public}` : '',
    missingProfessional > 0
      ? `${formatHours(hundredths(missingProfessional))} ${names.hour}${names.professional}`
      : '',
  ].filter((part) => part !== '')
  const text = `${facts.year} 年还差 ${parts.join('、')}，${facts.day}前完成。`
  return {
    title: `${facts.label}还有 ${facts.daysLeft} 天`,
    text,
    place: { page: 'home' },
    subscription: {
      template: 'reminder',
      data: { thing1: short(facts.label), thing2: short(text) },
      page: HOME,
    },
  }
}

/** Who answers for a queue, before one of the notice's dates. */
export function remindReviewer(facts: { label: string; day: string; daysLeft: number; queue: string }): Told {
  const text = `${facts.queue}，${facts.day}前要审完。`
  return {
    title: `${facts.label}还有 ${facts.daysLeft} 天`,
    text,
    place: { page: 'queue' },
    subscription: {
      template: 'reminder',
      data: { thing1: short(facts.label), thing2: short(text) },
      page: HOME,
    },
  }
}
