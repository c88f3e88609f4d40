// The same answers for people: Chinese, plain, with the clause.
import type { RuleText } from '../../domain/policy/verdict'

interface ItemAnswer {
  id: string
  why: string
  cure: string | null
  rules: RuleText[]
}

/** A rule on one line. */
const ruleLine = ({ clause, words, note }: RuleText): string =>
  `    ${clause ?? '我们的理解'}：${words === '' ? note : `“${words}”`}${words !== '' && note !== '' ? `（${note}）` : ''}`

export function yearText(answer: Record<string, unknown>): string {
  if (answer.ok === false) return refusalText(answer)
  const side = (name: '公需' | '专业', part: Record<string, number | null>): string =>
    `${name}：计入 ${part.counted}${part.required === null ? '' : `/${part.required}`}，待核验 ${part.pending}，超出上限 ${part.overCap}，不计入 ${part.refused}，还差 ${part.missing}`
  const items = (answer.items as ItemAnswer[]).flatMap(({ id, why, cure, rules }) => [
    `  ${id}：${why}${cure === null ? '' : ` ${cure}`}`,
    ...rules.filter(({ state }) => state !== 'silent').map(ruleLine),
  ])
  const verdict = answer.complete === null ? '这一年不单独设要求' : answer.complete ? '已完成' : '未完成'
  return [
    `${answer.year} 年度：${verdict}${answer.deemedBy === null ? '' : `（视同：${answer.deemedBy}）`}`,
    side('公需', answer.public as never),
    side('专业', answer.professional as never),
    ...items,
    '依据：',
    ...(answer.rules as RuleText[]).filter(({ state }) => state !== 'silent').map(ruleLine),
  ].join('\n')
}

interface SumAnswer {
  required: number
  counted: number
  reached: number
  missing: number
}

const sumLine = (name: string, sum: SumAnswer | null): string[] =>
  sum === null
    ? []
    : [`  ${name}：${sum.reached}/${sum.required}（学到 ${sum.counted}），还差 ${sum.missing}`]

export function titleText(answer: Record<string, unknown>): string {
  if (answer.ok === false) return refusalText(answer)
  const met = answer.met === null ? '通知没有规定' : answer.met ? '学时已达到' : '学时还没有达到'
  const years = answer.years as { year: number; state: string; why: string }[]
  return [
    `${answer.applicationYear} 年申报：${met}`,
    ...sumLine('公需', answer.public as SumAnswer | null),
    ...sumLine('总学时', answer.total as SumAnswer | null),
    ...years.map(({ year, why }) => `  ${year}：${why}`),
    ...(answer.notes as string[]).map((note) => `  说明：${note}`),
    ...(answer.cures as string[]).map((cure) => `  怎么办：${cure}`),
    basis(answer),
  ].join('\n')
}

const basis = ({ clauses }: Record<string, unknown>): string =>
  `依据：${(clauses as string[]).join('、') || '没有引用条款'}`

export function feeText(answer: Record<string, unknown>): string {
  if (answer.ok === false) return refusalText(answer)
  const { amount, perHour, kind } = answer as Record<string, number | string>
  const said =
    perHour === undefined
      ? `继续教育经费至少 ${amount} 元`
      : `${kind === 'ceiling' ? '最多' : '应收'} ${amount} 元（每学时 ${perHour} 元）`
  return [said, basis(answer)].join('\n')
}

const STATES: Record<string, string> = {
  open: '在期限内',
  late: '已过规定的日子，仍可办理',
  closed: '已经关闭',
  silent: '通知没有规定日期',
}

export function datesText(answer: Record<string, unknown>): string {
  if (answer.ok === false) return refusalText(answer)
  if ('state' in answer)
    return [`${STATES[String(answer.state)]}：${answer.day ?? '无'}`, basis(answer)].join('\n')
  return [
    `可以补这一年：${answer.until === null ? '没有截止日期' : `到 ${answer.until} 当天`}`,
    basis(answer),
  ].join('\n')
}

const PLANS: Record<string, string> = {
  cheapest: '最省钱',
  fastest: '最快',
  'fewest-evenings': '占用晚上最少',
}

interface PlanOfAnswer {
  kind: string
  offers: string[]
  providers: { category: string; hours: number; names: string[] }[]
  why: string[]
}

export function planText(answer: Record<string, unknown>): string {
  if (answer.ok === false) return refusalText(answer)
  const plans = (answer.plans ?? []) as PlanOfAnswer[]
  return [
    ...(answer.plans === null ? ['没有可以安排的学习'] : []),
    ...plans.flatMap(({ kind, offers, providers, why }) => [
      `${PLANS[kind]}：${offers.join('、')}`,
      ...providers.map(({ hours, names }) => `  另到${names.join('、')}学 ${hours} 学时`),
      ...why.map((line) => `  ${line}`),
    ]),
    ...(answer.cannot as { text: string }[]).map(({ text }) => `补不了的：${text}`),
    ...(answer.todo as string[]).map((todo) => `还要做：${todo}`),
  ].join('\n')
}

const refusalText = ({ code, clauses, ...details }: Record<string, unknown>): string =>
  `不受理：${code} ${JSON.stringify({ ...details, ok: undefined })}`
