import { renderUnicodeCompact } from 'uqr'
import { dayOf, formatDay, type Instant, timeOfDay } from '../../domain/kernel/instant'
import type { Refusal } from '../../domain/kernel/refusal'
import type { Founded } from '../../server/bodies/found-region'

const PAGE = 'pages/home/index'

/**
 * What the code that is drawn says. Only WeChat draws its own round codes, by a function that nobody could call yet; the
 * mini-program's own camera (扫一扫) reads this path from any QR code.
 */
export const contentOf = (code: string): string => `${PAGE}?scene=${code}`

/** Light on dark whatever the terminal's colours are, where it has any; a camera reads no code whose colours are swapped. */
function drawn(content: string, colours: boolean): string {
  const lines = renderUnicodeCompact(content, { ecc: 'M', border: 3 }).split('\n')
  return lines.map((line) => (colours ? `\u001b[97;40m${line}\u001b[0m` : line)).join('\n')
}

const momentOf = (at: Instant): string => `${formatDay(dayOf(at))} ${timeOfDay(at)}（北京时间）`

/** What the command did, and what is to be done next. */
export function wordsOf(founded: Founded, colours: boolean): string {
  const { outcome, orgName } = founded
  if (outcome === 'has-reviewer')
    return `没有改动：${orgName}已经有审核人。其他人的角色由他在小程序“我的 → 机构 → 授权”里给。`
  if (outcome === 'other-body')
    return `没有改动：这个地区的首个机构是${orgName}。请核对 --body；要更名，由它的审核人在小程序里改。`
  const { code, expiresAt } = founded
  return [
    outcome === 'founded' ? `已开通：${orgName}。` : `${orgName}已经开通过。这是新的开通码，旧的作废了。`,
    '',
    `开通码      ${code}（只在这里显示一次，哪里都没有保存）`,
    `有效到      ${momentOf(expiresAt)}，只能用一次`,
    `小程序页面  ${PAGE}`,
    `scene       ${code}`,
    '',
    drawn(contentOf(code), colours),
    '',
    '接下来：',
    `1. 把上面的码交给${orgName}的第一位审核人本人。谁先用它登记，谁就是审核人。`,
    '2. 他在微信里打开小程序，点“我的 → 扫一扫”扫这个码，再按提示登记。登记完就是已核对的人社审核人。',
    '3. 他用“我的 → 单位登记二维码”请本机构的同事登记，核对后授予角色；下级机构自己登记，由他核准。',
    '到期没有用上，或者给错了人：把同样的命令再运行一次，旧码立即作废。',
  ].join('\n')
}

/** The refusals of a founding, each with the way out. */
export function refusalWords({ code }: Refusal): string {
  if (code === 'BUSY') return '没有改动：同时有另一次开通。请再运行一次。'
  if (code === 'INPUT_INVALID') return '没有改动：--body 须是机构的中文全称，至少 4 个字。'
  if (code === 'ORG_NAME_TAKEN')
    return '没有改动：另一个地区的首个机构已经叫这个名字。请核对 --region 和 --body。'
  return `没有改动：${code}。`
}

export interface PlatformFault {
  errCode: number
  errMsg: string
}

const COLLECTION_MISSING = -502005

/** The platform's own words stay: its console and its documents are searched by them. */
export const platformWords = ({ errCode, errMsg }: PlatformFault): string =>
  errCode === COLLECTION_MISSING
    ? `没有做完：环境里还缺集合。请先按 docs/operations.md 建好全部集合和索引。（${errMsg}）`
    : `没有做完：云开发没有照做（${errCode}）。核对环境和密钥后再运行一次，不会多出机构。（${errMsg}）`
