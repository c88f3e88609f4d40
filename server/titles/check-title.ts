import { formatHours, type Hours } from '../../domain/kernel/hours'
import { yearOf } from '../../domain/kernel/instant'
import { asksForTerm } from '../../domain/policy/deeming-of'
import { isSaid, type RuleSource } from '../../domain/policy/value'
import type { TitleVerdict } from '../../domain/title/verdict'
import { clauseViews } from '../books/hours/clause-view'
import type { ClauseView } from '../books/hours/views'
import type { Context } from '../kernel/context'
import type { PersonDocument } from '../people/documents'
import { yearsName } from '../policy/words'
import { declaresAnything } from './declared'
import { questionsOf } from './questions'
import { askTitle, type TitleInput, type TitleQuestion } from './title-question'
import { titleYearViews } from './title-year-view'
import type { TitleAsked, TitleCheckView, TitleYearView } from './views'

/** Whether the trainee's own ledger suffices for a title, with every reason in the notice's words. */
export async function checkTitle(
  ctx: Pick<Context, 'store' | 'packs' | 'now'>,
  person: PersonDocument,
  input: TitleInput,
): Promise<TitleCheckView> {
  const of = await askTitle(ctx, person, input)
  const { verdict, pack } = of
  const { kind, needed, chosenYears, substituted, waivedBy } = verdict
  const years = titleYearViews(of, [...verdict.years].reverse())
  return {
    ...askedOf(of),
    outcome: outcomeOf(verdict),
    headline: headlineOf(of),
    kind,
    needed,
    chosenYears: [...chosenYears],
    years,
    sums: verdict.public && verdict.total ? { public: verdict.public, total: verdict.total } : null,
    substituted,
    title: of.standing.title ?? null,
    waivedBy: pack.deemings.find(({ id }) => id === waivedBy)?.label ?? null,
    restsOnDeclared: declaresAnything(input.declared),
    questions: questionsOf(of),
    notes: [...verdict.notes, ...titleNotes(of)],
    cures: curesOf(verdict, years),
    clauses: clausesOf(of),
    policyVersion: pack.version,
  }
}

checkTitle.refuses = ['TITLE_LEVEL_UNKNOWN'] as const

/** A title that the unit has not looked at is used, and said to be unverified, where anything depends on it. */
function titleNotes({ standing: { title }, pack, rule: { gate } }: TitleQuestion): string[] {
  if (!title || title.isVerified) return []
  const asksTenure = 'kind' in gate && gate.kind === 'window' && gate.byTenure !== null
  if (!asksTenure && !pack.deemings.some((rule) => asksForTerm(rule) || rule.onlyLines !== null)) return []
  return [
    `现职称（${title.held === null ? '还没有' : `${title.held.title}，${title.held.obtainedYear} 年取得`}）是你填的，单位还没有核对，先按它算。`,
  ]
}

export function askedOf({ pack, rule, region, input, now }: TitleQuestion): TitleAsked {
  const { regionName, hour, public: ofPublic, professional } = pack.labels
  const year = yearOf(now)
  return {
    region,
    regionName,
    level: input.level,
    levelLabel: rule.label,
    applicationYear: input.applicationYear,
    labels: { public: ofPublic, professional, hour },
    levels: pack.titles.map(({ level, label }) => ({ level, label })),
    applicationYears: [...new Set([year, year + 1, input.applicationYear])].sort((a, b) => a - b),
  }
}

/** A year's own reasons are shown with the year; the day until which it can be learned is as of today. */
function curesOf({ kind, cures }: TitleVerdict, years: readonly TitleYearView[]): string[] {
  if (kind === 'years')
    return cures.filter((cure) => !years.some(({ year }) => cure.startsWith(`${year}年：`)))
  const isClosed = cures.length > 0 && years.every(({ opening }) => !opening.open)
  return isClosed ? ['这几年现在都不能补；请问清是否可以改到下一年申报。'] : []
}

export const outcomeOf = ({ met }: TitleVerdict): TitleCheckView['outcome'] =>
  met === null ? 'no-rule' : met ? 'met' : 'short'

/** The verdict in one sentence. */
export function headlineOf(of: TitleQuestion): string {
  const { verdict } = of
  switch (outcomeOf(verdict)) {
    case 'no-rule':
      return verdict.notes[0] ?? '通知没有规定'
    case 'met':
      return metText(of)
    case 'short':
      return shortText(of)
  }
}

function metText({ verdict, pack }: TitleQuestion): string {
  const { labels } = pack
  if (verdict.waivedBy !== null) return '这次申报，通知对继续教育不作要求。'
  if (verdict.kind === 'window') return `${yearsName(verdict.chosenYears)}累计的${labels.hour}够了。`
  if (verdict.deemedBy !== null && verdict.chosenYears.length < verdict.needed) return '通知规定视同完成。'
  const isDeemed = verdict.years.some(
    ({ year, state }) => state === 'deemed' && verdict.chosenYears.includes(year),
  )
  return `${yearsName(verdict.chosenYears)}已经完成${isDeemed ? '（含视同完成）' : ''}，够 ${verdict.needed} 年。`
}

function shortText({ verdict, pack: { labels } }: TitleQuestion): string {
  const hours = (missing: Hours, label: string): string =>
    missing > 0 ? `${formatHours(missing)} ${labels.hour}${label}` : ''
  const joined = (parts: string[]): string => parts.filter((part) => part !== '').join('、')
  const { public: ofPublic, total, needed, chosenYears, years } = verdict
  if (ofPublic && total) {
    const short = (label: string, missing: Hours): string =>
      missing > 0 ? `${label}还差 ${hours(missing, '')}` : ''
    const both = [short(labels.public, ofPublic.missing), short(`总${labels.hour}`, total.missing)]
    return `${both.filter((part) => part !== '').join('，')}。`
  }
  const lacking = years.filter(({ missing }) => missing !== null)
  const only = needed === 1 && lacking.length === 1 ? lacking[0] : undefined
  if (only?.missing)
    return `${only.year} 年还差 ${joined([hours(only.missing.public, labels.public), hours(only.missing.professional, labels.professional)])}。`
  return `要 ${needed} 个达标的年度，现在有 ${chosenYears.length} 个，还差 ${needed - chosenYears.length} 个。`
}

/** The clauses of the asking notice: the title's requirement, and the deemings it accepts beside hours. */
function clausesOf({ rule: { gate }, pack, verdict }: TitleQuestion): ClauseView[] {
  const asked: readonly RuleSource[] = 'kind' in gate ? Object.values(gate).filter(isRule) : [gate]
  const called = new Set<RuleSource>(verdict.rules)
  const besides = [...pack.deemings, ...pack.substitutions].flatMap((besides) =>
    Object.values(besides).filter(isRule),
  )
  return clauseViews(pack, [...asked, ...besides.filter((rule) => called.has(rule))])
}

const isRule = (value: unknown): value is RuleSource =>
  typeof value === 'object' && value !== null && 'state' in value && isSaid(value as RuleSource)
