import * as z from 'zod'
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
  }: { credited: readonly DeemingFact[]; standing: Pick<Standing, 'personKind' | 'line'> },
): DeclaredFacts {
  const ruleOf = (id: string): DeemingRule | undefined => pack.deemings.find((rule) => rule.id === id)
  const reviewed = credited.flatMap((fact) => {
    const rule = ruleOf(fact.id)
    return rule ? [{ rule, fact }] : []
  })
  const said = (declared.deemings ?? []).flatMap((fact) => {
    const rule = credited.some(({ id }) => id === fact.id) ? undefined : ruleOf(fact.id)
    return rule ? [{ rule, fact: deemingFact(rule, fact) }] : []
  })
  const ticked = [...reviewed, ...said]
  const personKind = standing.personKind ?? ticked.flatMap(({ rule }) => rule.onlyFor?.value ?? [])[0]
  const ofCity = ticked.some(({ rule }) => rule.when?.value === 'city-committee')
  const { degree, tenureYears, seriesRequiresExams } = declared
  return {
    deemings: ticked.map(({ fact }) => fact),
    substitutions: declared.substitutions ?? [],
    ...(ofCity || declared.cityCommittee !== undefined
      ? { cityCommittee: declared.cityCommittee ?? ofCity }
      : {}),
    ...(seriesRequiresExams === undefined ? {} : { seriesRequiresExams }),
    ...(personKind === undefined ? {} : { personKind }),
    ...(standing.line === undefined ? {} : { line: standing.line }),
    ...(degree === undefined ? {} : { degree }),
    ...(tenureYears === undefined ? {} : { tenureYears }),
  }
}

type DeclaredDeeming = NonNullable<Declared['deemings']>[number]

function deemingFact(rule: DeemingRule, declared: DeclaredDeeming): DeemingFact {
  const said = Object.entries(declared).filter(([, value]) => value !== undefined)
  const fact: DeemingFact = { ...Object.fromEntries(said), id: rule.id }
  return rule.leastMonths ? { ...fact, months: rule.leastMonths.value } : fact
}
