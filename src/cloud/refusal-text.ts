import { formatHours, hundredths } from '@domain/kernel/hours'
import { fen, formatYuan } from '@domain/kernel/money'
import type { Refusal, RefusalCode, Refusals } from '@domain/kernel/refusal'
import { dayText, momentText } from '@/wording/moment'
import { claimTexts } from './claim-refusal-text'
import { outsideTexts } from './outside-refusal-text'
import { callIdOf, refusalOf } from './refusal'
import { type RefusalText, says, type Texts } from './refusal-says'
import { sheetTexts } from './sheet-refusal-text'

const REVIEW_ID = '请对照身份证再看一遍，改好后继续。已填的内容都在'
const SCAN_AGAIN = '请让给你二维码的人换一个新的，再扫一次'
const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: '姓名',
  idNumber: '身份证号',
  unitId: '单位',
  mobile: '手机号',
  consent: '同意书',
  statement: '情况说明',
  text: '搜索内容',
  reason: '原因',
}

const fieldNames = (fields: readonly string[]): string =>
  [...new Set(fields.map((field) => FIELD_NAMES[field]).filter((name) => name !== undefined))].join('、')

const callTexts = {
  INPUT_INVALID: ({ fields }: Refusals['INPUT_INVALID']): RefusalText => ({
    title: '还有内容需要改一下',
    text: fieldNames(fields) === '' ? '有一处内容没有填完整。' : `请检查：${fieldNames(fields)}。`,
    way: '改好后再提交一次，已填的内容都在',
  }),
  INPUT_TOO_LARGE: ({ limitBytes }: Refusals['INPUT_TOO_LARGE']): RefusalText => ({
    title: '一次提交的内容太多',
    text: `一次最多提交 ${Math.floor(limitBytes / 1024)} KB。`,
    way: '把文字缩短一些，再提交一次',
  }),
  CALL_FORGED: says(
    '这次请求没有被接受',
    '请求里带了不该有的内容，什么都没有改动。',
    '请从微信里关闭学时，重新打开后再试',
  ),
  CALLER_UNKNOWN: says('没有认出你的微信', '微信没有告诉我们你是谁。', '请从微信里关闭学时，重新打开'),
  BUSY: says(
    '现在学习的人很多',
    '你的进度和已填的内容都保存着，没有丢失。',
    '约 1 分钟后会自动同步，也可以稍后再点一次',
  ),
  TOO_OFTEN: ({ againAt }: Refusals['TOO_OFTEN']): RefusalText => ({
    title: '这一步做得太频繁了',
    text: `为了防止有人反复试探，这一步有次数限制。请在 ${momentText(againAt)} 以后再来，已填的内容都在。`,
    way: '着急的话，请带身份证找单位的审核人',
  }),
} satisfies Partial<Texts>

const MATTERS: Readonly<Record<Refusals['ERASURE_WAITS']['matters'][number], string>> = {
  case: '一件诚信核查',
  check: '一次抽查',
  voiding: '一次认定无效',
  objection: '你提出的异议',
}

const identityTexts = {
  NAME_MALFORMED: says(
    '姓名需要和身份证一致',
    '请填写身份证上的中文姓名，少数民族姓名中间用“·”。',
    REVIEW_ID,
  ),
  NAME_UNREADABLE: says(
    '有一个字这里显示不出来',
    '不是你写错了：有的电脑用自己的编码存生僻字，换一台设备就读不出是哪个字。',
    '请在手机上用手写或拼音输入法重新打这个字，已填的内容都在',
  ),
  ID_NUMBER_MALFORMED: says('身份证号应为 18 位', '前 17 位是数字，最后一位是数字或 X。', REVIEW_ID),
  ID_NUMBER_CHECKSUM: says(
    '身份证号最后一位不对',
    '最后一位和前面的数字对不上，常见的是抄错了一位。',
    REVIEW_ID,
  ),
  ID_NUMBER_DATE: says(
    '出生日期不对',
    '身份证号第 7 到 14 位是出生日期，这一天不存在或还没有到。',
    REVIEW_ID,
  ),
  ID_NUMBER_AREA: says('身份证号前 6 位不对', '前 6 位是地区代码，这个代码不存在。', REVIEW_ID),
  ID_NUMBER_UNDER_AGE: ({ minimumAgeYears }: Refusals['ID_NUMBER_UNDER_AGE']): RefusalText => ({
    title: `未满 ${minimumAgeYears} 周岁不能登记`,
    text: `按身份证号计算，还不到 ${minimumAgeYears} 周岁。`,
    way: '如果号码填错了，请对照身份证改正',
  }),
  ID_NUMBER_TAKEN: says(
    '这个身份证号已核对给另一个微信',
    '同一个人换了微信的话，要先改绑，学时才在一处。',
    '请本人点“申请改绑”，由单位核对',
  ),
  IDENTITY_FIXED: ({ name, idNumberMasked }: Refusals['IDENTITY_FIXED']): RefusalText => ({
    title: '这个微信已经用另一个身份学习过',
    text: `学过的内容记在${name}（${idNumberMasked}）名下，不能算给别人。写错一个字或几位数字可以更正，换一个人不行。`,
    way: '请用本人自己的微信登记；如果这个微信从前登错了人，先在“我的”里注销，再重新登记',
  }),
  ALREADY_REGISTERED: says('你已经登记过了', '这个微信号已经登记，不用再填一次。', '回到首页，接着学习就好'),
  PHONE_CODE_INVALID: says(
    '没有取到手机号',
    '微信给的手机号凭证没有通过，可能是等得太久了。',
    '再点一次“用微信手机号”',
  ),
  PHONE_CODE_USED: says('这个凭证已经用过', '每次取手机号的凭证只能用一次。', '再点一次“用微信手机号”'),
  PHONE_MISSING: says('还差手机号', '单位核对时要用手机号联系你。', '请点“用微信手机号”，一步就好'),
  CONSENT_MISSING: says(
    '请先阅读并同意',
    '个人信息处理说明有了新的内容，需要你再看一遍。',
    '读完后勾选同意，再继续登记',
  ),
  UNIT_UNKNOWN: says(
    '没有找到这个单位',
    '它可能改了名字，或者还没有加入学时。',
    '换个名称再搜，或向单位人事要登记二维码',
  ),
  ERASURE_WAITS: ({ matters }: Refusals['ERASURE_WAITS']): RefusalText => ({
    title: '还有事情没有办结，先不能注销',
    text: `与你的学时有关：${matters.map((matter) => MATTERS[matter]).join('、')}。办结以前，材料要留着给人看。`,
    way: '办结后再申请。进度可以问单位的审核人，或当地人社部门',
  }),
  NOT_REGISTERED: says('还没有登记', '登记后才能学习和记录学时，大约需要 3 分钟。', '点“开始登记”'),
  BINDING_MOVED: ({ at, orgName }: Refusals['BINDING_MOVED']): RefusalText => ({
    title: '这个账号已改绑到另一个微信',
    text: `${momentText(at)} 由${orgName}核对后改绑，这个微信已退出。学时都在那个账号里，没有丢。`,
    way: '如果不是你本人的意思，请马上联系单位，或重新登记后点“申请改绑”',
  }),
  REBIND_CLOSED: says(
    '这件改绑已经有结果',
    '它已经生效，或者已经停下来了。',
    '回到首页看看；不是你本人的意思，请马上联系单位',
  ),
} satisfies Partial<Texts>

const codeTexts = {
  TOKEN_FOREIGN: says('这不是学时的登记码', '它来自别的地方，这里用不上。', SCAN_AGAIN),
  TOKEN_UNKNOWN: says('没有认出这个二维码', '它不是学时的登记码，或者没有扫完整。', SCAN_AGAIN),
  TOKEN_EXPIRED: ({ expiredAt }: Refusals['TOKEN_EXPIRED']): RefusalText => ({
    title: '这个二维码已过期',
    text: `它在 ${momentText(expiredAt)} 到期。`,
    way: SCAN_AGAIN,
  }),
  TOKEN_USED: says('这个二维码已经用过', '它只能用一次。', SCAN_AGAIN),
  REGISTERED_ELSEWHERE: ({ unitName }: Refusals['REGISTERED_ELSEWHERE']): RefusalText => ({
    title: '开通码要由本机构的人来用',
    text: `你登记在${unitName}，原来的登记不变。这个码还没有用掉。`,
    way: '请交给开通机构里还没有登记的同事来扫',
  }),
} satisfies Partial<Texts>

const MOVE_STANDS: Readonly<Record<Refusals['MOVE_CLOSED']['state'], string>> = {
  waiting: '你看到的是之前的申请，现在等你确认的是新的一份。',
  confirmed: '另一位审核人已经确认他转入本单位。',
  refused: '另一位审核人没有确认他转入，他会看到原因。',
  withdrawn: '他自己撤回了申请，仍在原来的单位。',
}

const reviewTexts = {
  ROLE_MISSING: says(
    '这里只对单位审核人开放',
    '你现在不是单位的审核人。',
    '如果应当由你审核，请让主管部门开通',
  ),
  OUT_OF_SCOPE: says('不属于你的单位', '你只能核对本单位的人员。', '回到名单，核对其他人'),
  SELF_REVIEW: says('不能核对自己', '自己的登记要由另一位审核人核对。', '请让单位的另一位审核人来核对'),
  PERSON_UNKNOWN: says('名单里没有这个人', '他可能已经换了单位。', '刷新名单再看一次'),
  BINDING_ALREADY_DECIDED: ({ binding }: Refusals['BINDING_ALREADY_DECIDED']): RefusalText => ({
    title: '已经核对过了',
    text: binding === 'verified' ? '另一位审核人已经确认了他。' : '另一位审核人已经提出了疑问。',
    way: '刷新名单，核对下一位',
  }),
  TITLE_CHANGED: says(
    '这条职称已经变了',
    '别的审核人已经核对过，或者本人又改过。这次没有作任何核对。',
    '刷新名单，看现在填的是什么再核对',
  ),
  MOVE_CLOSED: ({ state }: Refusals['MOVE_CLOSED']): RefusalText => ({
    title: state === 'waiting' ? '他重新提交了转入申请' : '这个转入申请已经结束',
    text: MOVE_STANDS[state],
    way: '刷新名单，按现在的申请处理',
  }),
} satisfies Partial<Texts>

const studyTexts = {
  COURSE_UNKNOWN: says('没有找到这门课', '它可能已经下架。学过的部分仍有记录。', '回到课程页，选另一门课'),
  LECTURE_UNKNOWN: says('没有找到这一讲', '课程的目录有了变化，学过的部分仍有记录。', '回到课程，重新选一讲'),
  LECTURE_UNAVAILABLE: says(
    '这一讲暂时不能播放',
    '视频正在整理，已学的进度都在。',
    '先学其他几讲，明天再来看看',
  ),
  LECTURE_STOPPED: ({ lectureTitle, unitName }: Refusals['LECTURE_STOPPED']): RefusalText => ({
    title: '这一讲先停下了',
    text: `《${lectureTitle}》的随堂问题答错太多次。看过的都在，一秒也没有少。`,
    way: `请找${unitName}的审核人说明，同意后从停下的地方接着看；也可以先学别的课`,
  }),
  YEAR_CLOSED: ({ year, closedOn }: Refusals['YEAR_CLOSED']): RefusalText => ({
    title: `${year} 年的学习已经结束`,
    text: `通知规定到 ${/^\d{4}-\d{2}-\d{2}$/.test(closedOn) ? dayText(closedOn, true) : closedOn} 为止。已有的学时都在。`,
    way: '选今年的课程继续学习',
  }),
  MAKE_UP_UNCONFIRMED: ({ year, currentYear }: Refusals['MAKE_UP_UNCONFIRMED']): RefusalText => ({
    title: `这门课补的是 ${year} 年度`,
    text: `这些学时将计入 ${year} 年度，不计入 ${currentYear} 年度。`,
    way: '回到课程，点“开始补学”，看清年度后确认',
  }),
  SESSION_UNKNOWN: says('这次播放已经结束', '已核验的时间都保存着。', '点“继续学习”，从停下的地方接着看'),
  SESSION_FOREIGN: says(
    '这不是你的播放记录',
    '它属于另一个微信号，什么都没有改动。',
    '回到课程，打开自己的学习',
  ),
  SESSION_REPLACED: ({ replacedAt }: Refusals['SESSION_REPLACED']): RefusalText => ({
    title: '另一台手机接着播放了',
    text: `${momentText(replacedAt)} 起由另一台手机播放，这之前看的都已保存。`,
    way: '想在这台手机上看，点“在这里继续”即可',
  }),
  SESSION_ELSEWHERE: ({ lectureTitle, deviceName }: Refusals['SESSION_ELSEWHERE']): RefusalText => ({
    title: '另一台手机正在播放',
    text: `${deviceName === '' ? '另一台手机' : deviceName}正在播放《${lectureTitle}》。同一时间只能在一台手机上学习。`,
    way: '点“在这里继续”，那边会停下，已看的不会丢',
  }),
  REPORT_MALFORMED: says(
    '这一段没有记上',
    '手机送来的播放记录不完整，前面看的都已保存。',
    '回到课程，再次打开这一讲即可',
  ),
  CHALLENGE_UNKNOWN: says('这个小问题已经结束', '它不是现在这一讲的问题。', '继续观看，有新的问题会再出现'),
} satisfies Partial<Texts>

const examTexts = {
  EXAM_LOCKED: ({ lecturesLeft }: Refusals['EXAM_LOCKED']): RefusalText => ({
    title: '看完课程就能考试',
    text: `还有 ${lecturesLeft} 讲没有看完。`,
    way: '回到课程，接着看',
  }),
  EXAM_TOO_SOON: ({ nextAt }: Refusals['EXAM_TOO_SOON']): RefusalText => ({
    title: '先歇一歇，温习一下',
    text: `下一次考试从 ${momentText(nextAt)} 开始。`,
    way: '这段时间可以重看没把握的几讲',
  }),
  EXAM_UNVERIFIED: says(
    '单位核对后可以再考',
    '还没有单位确认是你本人时，每门课先考一次。看过的、考过的都在。',
    '可以提醒单位人事：打开“核对本单位人员”；核对后马上就能再考',
  ),
  EXAM_ATTEMPTS_EXHAUSTED: ({ attempts }: Refusals['EXAM_ATTEMPTS_EXHAUSTED']): RefusalText => ({
    title: `${attempts} 次机会已经用完`,
    text: '这门课今年不能再考，看过的讲次仍有记录。',
    way: '选同类的另一门课，一样可以补足学时',
  }),
  EXAM_ALREADY_PASSED: ({ scorePercent }: Refusals['EXAM_ALREADY_PASSED']): RefusalText => ({
    title: '这门课已经通过',
    text: `你考了 ${scorePercent} 分，学时已经记下，不用再考。`,
    way: '去看看还差多少学时，接着学下一门',
  }),
  EXAM_BANK_TOO_SMALL: ({ needed, have }: Refusals['EXAM_BANK_TOO_SMALL']): RefusalText => ({
    title: '这门课还不能考试',
    text: `题库还在补充（需要 ${needed} 道，现有 ${have} 道）。看完的进度都在。`,
    way: '先学其他课程，题库补齐后再来考',
  }),
  ATTEMPT_UNKNOWN: says('没有找到这份试卷', '它可能已经交卷。', '回到课程，看看考试结果'),
  ATTEMPT_FOREIGN: says('这不是你的试卷', '它属于另一个微信号，什么都没有改动。', '回到课程，打开自己的考试'),
  ATTEMPT_CLOSED: says('试卷已经交了', '已按最后一次保存的答案评分。', '看看考试结果'),
  ATTEMPT_DEADLINE_PASSED: ({ deadlineAt }: Refusals['ATTEMPT_DEADLINE_PASSED']): RefusalText => ({
    title: '考试时间到了',
    text: `${momentText(deadlineAt)} 已按保存的答案交卷。`,
    way: '看看考试结果',
  }),
  QUESTION_NOT_ON_PAPER: says('这道题不在你的试卷上', '其他答案都已保存。', '回到考试，重新打开试卷'),
  ANSWER_MALFORMED: says('有一道题的答案没有存上', '其他答案都已保存。', '回到这道题，重新选一次'),
} satisfies Partial<Texts>

const missingHoursText = (details: Refusals['YEAR_INCOMPLETE']): string => {
  const { missingPublicHours, missingProfessionalHours } = details
  const parts = [
    missingPublicHours > 0 ? `${formatHours(hundredths(missingPublicHours))} 学时公需课` : '',
    missingProfessionalHours > 0 ? `${formatHours(hundredths(missingProfessionalHours))} 学时专业课` : '',
  ]
  return parts.filter((part) => part !== '').join('和')
}

const hoursTexts = {
  NO_RULE_FOR_YEAR: ({ year }: Refusals['NO_RULE_FOR_YEAR']): RefusalText => ({
    title: `还没有 ${year} 年的规定`,
    text: `你所在地区 ${year} 年的通知还没有收进来，学过的都有记录。`,
    way: '先看其他年度，规定到了会自动计算',
  }),
  TITLE_LEVEL_UNKNOWN: says(
    '先选要申报的职称级别',
    '没有认出这一级职称，不知道该看哪些年度的学时。',
    '选初级、中级或高级（副高和正高都是高级），再看一次',
  ),
  ENTRY_CONFLICT: says(
    '这条学时需要核查',
    '同一件事有两条不同的记录，原来的那条没有改动。',
    '请把这个页面给单位人事看，由他们核查',
  ),
  ACT_CONFLICT: says(
    '这一步没有重复办理',
    '同一次操作前后的内容不一样，先办的那次已经生效，这次没有改动。',
    '回到上一页看看现在的情况，需要的话重新办理',
  ),
  YEAR_INCOMPLETE: (details: Refusals['YEAR_INCOMPLETE']): RefusalText => ({
    title: '学时满了就有证书',
    text: missingHoursText(details) === '' ? '这一年还没有学满。' : `还差 ${missingHoursText(details)}。`,
    way: '去课程页选一门课，接着学',
  }),
  BINDING_UNVERIFIED: says(
    '等单位核对后就能领证书',
    '学时已经记下，单位核对你的登记后计入。',
    '可以提醒单位人事：打开“核对本单位人员”',
  ),
  CERTIFICATE_MALFORMED: says(
    '没有读出这张证书',
    '二维码没有扫完整，或者不是学时的证书。',
    '把证书放大一些，再扫一次',
  ),
  CERTIFICATE_SIGNATURE: says(
    '这张证书不能采信',
    '内容和签名对不上，它被改动过。',
    '请持证人从“我的证书”重新出示原件',
  ),
  CERTIFICATE_UNKNOWN: says('没有找到这张证书', '编号可能抄错了。', '对照证书上的编号再查一次'),
} satisfies Partial<Texts>

const feeTexts = {
  NO_FEE_RULE: ({ year }: Refusals['NO_FEE_RULE']): RefusalText => ({
    title: '这里还没有收费规定',
    text: `你所在地区 ${year} 年的通知没有写收费标准，没有收你的钱。`,
    way: '先选不收费的课程，或向单位人事问清楚',
  }),
  FEE_ABOVE_CAP: ({ askedFenPerHour, capFenPerHour }: Refusals['FEE_ABOVE_CAP']): RefusalText => ({
    title: '价格高于规定的标准',
    text: `每学时标价 ${formatYuan(fen(askedFenPerHour))} 元，规定最多 ${formatYuan(fen(capFenPerHour))} 元。订单没有生成，没有收你的钱。`,
    way: '请基地改好价格后再报名，也可以选另一门课',
  }),
  FEE_LINE_FORBIDDEN: says(
    '只能按学时收培训费',
    '订单里多出了通知不许收的项目。订单没有生成，没有收你的钱。',
    '请基地去掉多收的项目后再报名',
  ),
} satisfies Partial<Texts>

const texts: Texts = {
  ...callTexts,
  ...identityTexts,
  ...codeTexts,
  ...reviewTexts,
  ...studyTexts,
  ...examTexts,
  ...hoursTexts,
  ...feeTexts,
  ...claimTexts,
  ...sheetTexts,
  ...outsideTexts,
}

/** One refusal in Chinese. */
export const refusalText = <C extends RefusalCode>(refusal: { code: C; details: Refusals[C] }): RefusalText =>
  texts[refusal.code](refusal.details)

const TRANSPORT: RefusalText = {
  title: '没有连上',
  text: '已填的内容和学习进度都保存在手机里。',
  way: '看看网络，连上后再点一次',
}

/** The call came to its door and broke there; its number finds the fault in the log (docs/operations.md). */
const faultText = (callId: string): RefusalText => ({
  title: '这一步没有做成',
  text: '是系统出了问题，不是你填错了，已填的内容和学习进度都在。',
  way: `过一会儿再试；还是不行，请拨打 12333，告诉对方编号 ${callId}`,
})

const UNKNOWN_CODE: RefusalText = {
  title: '这一步没有完成',
  text: '什么都没有丢，这个版本还不认识服务器的回答。',
  way: '请从微信里关闭学时，重新打开后再试',
}

/** Any error of a call, in Chinese: the server's refusal, or the network's silence. */
export function errorText(error: unknown): RefusalText {
  const refusal = refusalOf(error)
  const callId = callIdOf(error)
  if (refusal === null) return callId === null ? TRANSPORT : faultText(callId)
  return isKnown(refusal) ? refusalText(refusal) : UNKNOWN_CODE
}

/** The reason and the way out in one paragraph, for a notice or a dialog beside the typed text. */
export function errorParagraph(error: unknown): string {
  const { text, way } = errorText(error)
  return `${text}${way}。`
}

/** An older phone may meet a code that a newer server added. */
const isKnown = (refusal: Refusal): boolean => refusal.code in texts
