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
  `    ${clause ?? '平台做法'}：${words === '' ? note : `“${words}”`}${words !== '' && note !== '' ? `（${note}）` : ''}`

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

export function titleText(answer: Record<string, unknown>): string {
  if (answer.ok === false) return refusalText(answer)
  const met = answer.met === null ? '通知没有规定' : answer.met ? '学时已达到' : '学时还没有达到'
  const years = answer.years as { year: number; state: string; why: string }[]
  return [
    `${answer.applicationYear} 年申报：${met}`,
    ...years.map(({ year, why }) => `  ${year}：${why}`),
    ...(answer.notes as string[]).map((note) => `  说明：${note}`),
    ...(answer.cures as string[]).map((cure) => `  怎么办：${cure}`),
    `依据：${(answer.clauses as string[]).join('、')}`,
  ].join('\n')
}

/** Whatever has no text of its own: its fields, a line each. */
export const plainText = (answer: Record<string, unknown>): string =>
  answer.ok === false
    ? refusalText(answer)
    : Object.entries(answer)
        .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
        .join('\n')

const refusalText = ({ code, clauses, ...details }: Record<string, unknown>): string =>
  `不受理：${code} ${JSON.stringify({ ...details, ok: undefined })}`
