import * as z from 'zod'
import { asksForTerm } from '../../domain/policy/deeming-of'
import type { DeemingFact, TitleFacts } from '../../domain/policy/facts'
import type { DeemingRule, PolicyPack } from '../../domain/policy/pack'
import type { Standing } from '../bodies/standing'
import { identifier } from '../kernel/inputs'

const year = z.number().int().min(1950).max(2100)

/** Facts that only the trainee knows. They are used in this one answer and stored nowhere. */
export const declared = z.object({
  degree: z.string().min(1).max(40).optional(),
  tenureYears: z.number().int().min(0).max(60).optional(),
  seriesRequiresExams: z.boolean().optional(),
  cityCommittee: z.boolean().optional(),
  deemings: z
    .array(
      z.object({
        id: identifier,
        year: year.optional(),
        enrolledYear: year.optional(),
        graduatedYear: year.optional(),
        obtainedYear: year.optional(),
        termFromYear: year.optional(),
      }),
    )
    .max(20)
    .optional(),
  substitutions: z
    .array(z.object({ id: identifier, count: z.number().int().min(1).max(20) }))
    .max(10)
    .optional(),
  /** Years that were verified as complete at their time, as the person says. */
  recordedYears: z.array(year).max(20).optional(),
})

export type Declared = z.infer<typeof declared>

export const declaresAnything = (said: Declared): boolean =>
  said.degree !== undefined ||
  (said.deemings ?? []).length > 0 ||
  (said.substitutions ?? []).length > 0 ||
  (said.recordedYears ?? []).length > 0

type DeclaredFacts = Omit<TitleFacts, 'region' | 'level' | 'applicationYear' | 'appliedAt' | 'years'>

/**
 * Declared facts as the rules read them. The statement beside a tick names every condition of its rule (whom it is for,
 * how many months, whose committee), so the tick states these too; but what the unit's record says of the person goes
 * before any tick.
 */
export function factsDeclared(
  pack: PolicyPack,
  declared: Declared,
  {
    credited,
    standing,
    applicationYear,
  }: {
    credited: readonly DeemingFact[]
    standing: Pick<Standing, 'personKind' | 'line' | 'title'>
    applicationYear: number
  },
): DeclaredFacts {
  const ruleOf = (id: string): DeemingRule | undefined => pack.deemings.find((rule) => rule.id === id)
  const reviewed = credited.flatMap((fact) => {
    const rule = ruleOf(fact.id)
    return rule ? [{ rule, fact }] : []
  })
  const said = (declared.deemings ?? []).flatMap((fact) => {
    const rule = credited.some(({ id }) => id === fact.id) ? undefined : ruleOf(fact.id)
    return rule ? [{ rule, fact: ofTerm(rule, deemingFact(rule, fact), standing.title) }] : []
  })
  const ticked = [...reviewed, ...said]
  const personKind = standing.personKind ?? ticked.flatMap(({ rule }) => rule.onlyFor?.value ?? [])[0]
  const ofCity = ticked.some(({ rule }) => rule.when?.value === 'city-committee')
  const { degree, seriesRequiresExams } = declared
  const tenureYears = tenureOf(standing.title, applicationYear) ?? declared.tenureYears
  const heldLevel = standing.title && (standing.title.held?.level ?? 'none')
  return {
    deemings: ticked.map(({ fact }) => fact),
    substitutions: declared.substitutions ?? [],
    ...(ofCity || declared.cityCommittee !== undefined
      ? { cityCommittee: declared.cityCommittee ?? ofCity }
      : {}),
    ...(seriesRequiresExams === undefined ? {} : { seriesRequiresExams }),
    ...(personKind === undefined ? {} : { personKind }),
    ...(standing.line === undefined ? {} : { line: standing.line }),
    ...(heldLevel === undefined ? {} : { heldLevel }),
    ...(degree === undefined ? {} : { degree }),
    ...(tenureYears === undefined ? {} : { tenureYears }),
  }
}

/** When the present title was obtained, as the register has it: it goes before what an older phone still asks. */
function ofTerm(rule: DeemingRule, fact: DeemingFact, title: Standing['title']): DeemingFact {
  if (!title?.held || !asksForTerm(rule)) return fact
  return { ...fact, termFromYear: title.held.obtainedYear }
}

/**
 * Whole years in the present title by the year of application; only the year of the title is known.
 * Worked example: obtained in 2019, applied for in 2022: three years, 2019 to 2021 (NX22-5).
 */
function tenureOf(title: Standing['title'], applicationYear: number): number | undefined {
  return title?.held ? Math.max(0, applicationYear - title.held.obtainedYear) : undefined
}

type DeclaredDeeming = NonNullable<Declared['deemings']>[number]

function deemingFact(rule: DeemingRule, declared: DeclaredDeeming): DeemingFact {
  const said = Object.entries(declared).filter(([, value]) => value !== undefined)
  const fact: DeemingFact = { ...Object.fromEntries(said), id: rule.id }
  return rule.leastMonths ? { ...fact, months: rule.leastMonths.value } : fact
}
