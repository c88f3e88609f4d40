import { addHours } from '../kernel/hours'
import type { Account, Line } from '../ledger/account'
import { yearComplete } from '../ledger/year-complete'
import type { BaseLevel, Category, Notice, TitleLevel } from '../policy/pack'

const LEVELS: readonly TitleLevel[] = ['junior', 'middle', 'senior']

/** Hours that no base gave (同等学时) have no base level and serve all titles, because no notice limits them. */
const serves = (rules: Notice['titleLevels'], level: BaseLevel | null, title: TitleLevel): boolean =>
  level === null || rules[level].value.includes(title)

const counted = (lines: readonly Line[], category: Category) =>
  addHours(
    ...lines
      .filter((line) => line.category === category && line.verified && line.voidedBy === null)
      .map((line) => line.within),
  )

/**
 * The titles that a year serves: those whose hours alone complete the year (SX22-5).
 * Worked example: 24 public from a provincial base and 56 professional from a municipal one serve junior and
 * middle titles, not senior ones.
 */
export function titleLevelsOf(
  { lines }: Pick<Account, 'lines'>,
  pack: Pick<Notice, 'requirement' | 'publicSubjects' | 'titleLevels'>,
): TitleLevel[] {
  return LEVELS.filter((title) => {
    const serving = lines.filter((line) => serves(pack.titleLevels, line.baseLevel, title))
    const none = addHours()
    const side = (category: Category) => ({
      counted: counted(serving, category),
      pending: none,
      overCap: none,
      void: none,
    })
    const portions = { public: side('public'), professional: side('professional') }
    return yearComplete({ portions, lines: serving }, pack)
  })
}
