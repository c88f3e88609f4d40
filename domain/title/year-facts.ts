import type { TitleFacts, TitleYearFacts, YearFacts } from '../policy/facts'

/**
 * One year of an application as its own notice judges it: the same person in every year, because whom a rule is for
 * (QH23-19, NX22-9) does not hang on the year. Deemings are left out: the title reads each once for all years.
 */
export const yearFactsOf = (
  { region, personKind, line }: Pick<TitleFacts, 'region' | 'personKind' | 'line'>,
  { year, items = [], untimely }: TitleYearFacts,
  countedElsewhere: readonly string[],
): YearFacts => ({
  region,
  year,
  items,
  countedElsewhere,
  ...(untimely === undefined ? {} : { untimely }),
  ...(personKind === undefined ? {} : { personKind }),
  ...(line === undefined ? {} : { line }),
})
