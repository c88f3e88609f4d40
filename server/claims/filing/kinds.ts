import * as z from 'zod'
import { yearOf } from '../../../domain/kernel/instant'
import type { Category, PolicyPack } from '../../../domain/policy/pack'
import { withTitle } from '../../bodies/standing'
import type { Context } from '../../kernel/context'
import { calendarYear } from '../../kernel/inputs'
import { accept } from '../../kernel/refused'
import type { PersonDocument } from '../../people/documents'
import { deemingLines } from '../../policy/describe/deemings'
import { kindLines } from '../../policy/describe/kinds'
import { line, rule } from '../../policy/line'
import type { PolicyLine, PolicyRule } from '../../policy/views'
import { peopleName } from '../../policy/words'
import { closedOn } from './assess'
import { type ClaimForm, formsOf, ofRegister } from './claim-form'
import type { KindsView } from './views'

export const kindsAsked = z.object({ year: calendarYear.optional() })

/**
 * All claimable kinds of a year, each with its form, formula, caps and conditions; and, so that no trainee wastes an
 * evening, the exclusions with their clauses and the hours that count without a claim.
 */
export function listKinds(
  { packs, now }: Pick<Context, 'packs' | 'now'>,
  person: PersonDocument,
  asked: z.infer<typeof kindsAsked>,
): KindsView {
  const { region } = person
  const { title } = withTitle({}, person)
  const year = asked.year ?? usualYear({ packs, now }, region)
  const pack = accept(packs.standardOf(region, year))
  return {
    year,
    years: packs.yearsOf(region).filter((one) => one === year || packs.isYearOpen(region, one, now).ok),
    regionName: pack.labels.regionName,
    hourName: pack.labels.hour,
    kinds: formsOf(pack).map((form) => {
      const { id, group, label, needsPhoto } = form
      const { fields } = ofRegister(form, title)
      return { id, group, label, fields, needsPhoto, line: lineOf(pack, form) }
    }),
    exclusions: exclusionsOf(pack),
    notClaimable: notClaimable(pack),
    automatic: pack.kinds.filter(({ route }) => route !== 'claim').map(({ label }) => label),
    closed: closedOn(pack, now) ?? closedWindow({ packs, now }, region, year),
  }
}

/** The present year; before its notice is here, the latest one that is still open, or else the latest there is. */
function usualYear({ packs, now }: Pick<Context, 'packs' | 'now'>, region: PersonDocument['region']): number {
  const present = yearOf(now)
  if (packs.standardOf(region, present).ok) return present
  const years = packs.yearsOf(region)
  return years.find((year) => packs.isYearOpen(region, year, now).ok) ?? years[0] ?? present
}

function closedWindow(
  { packs, now }: Pick<Context, 'packs' | 'now'>,
  region: PersonDocument['region'],
  year: number,
): KindsView['closed'] {
  const window = packs.isYearOpen(region, year, now)
  if (window.ok || window.refusal.code !== 'YEAR_CLOSED') return null
  const { closedOn: day, clauseId } = window.refusal.details
  return { day, clauseId }
}

/** The hours of a form's kind, in one line with all its rules. */
export function lineOf(pack: PolicyPack, form: ClaimForm): PolicyLine {
  if (form.group === 'year')
    return line(
      pack,
      { id: 'year', title: form.label, value: `全年的${pack.labels.hour}一起审验，通过后才计入` },
      pack.review.yearlySubmission,
    )
  const [lines, id] =
    form.group === 'hours'
      ? [kindLines(pack), `kinds.${form.kind.id}`]
      : [deemingLines(pack), `deemings.${form.rule.id}`]
  const found = lines.find((one) => one.id === id)
  if (!found) throw new Error(`${pack.id} does not tell ${id}`)
  return found
}

const exclusionsOf = (pack: PolicyPack): PolicyRule[] =>
  pack.exclusions
    .filter(({ excluded }) => excluded.value)
    .map(({ topic, label, excluded, onlyFor }) =>
      rule(
        pack,
        {
          id: `exclusions.${topic}`,
          title: label,
          value: onlyFor ? `${peopleName(onlyFor.value)}不作登记` : '不作登记',
        },
        excluded,
      ),
    )

const CATEGORIES: readonly Category[] = ['public', 'professional']

const notClaimable = (pack: PolicyPack): PolicyRule[] =>
  CATEGORIES.filter((category) => !pack.claimable.value.includes(category)).map((category) =>
    rule(
      pack,
      { id: `claimable.${category}`, title: pack.labels[category], value: '不能申报，要在规定的平台学习' },
      pack.claimable,
    ),
  )
