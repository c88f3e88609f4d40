/**
 * Periods that no notice sets and operations may want to change: our reading of what is fair, in one place. The notices'
 * own dates are in their packs.
 */
export const OUR_PERIODS = {
  /** Days before one of a notice's dates on which whoever is concerned is reminded. */
  remindDaysBefore: [30, 7, 1],
  /** Days for which an audit line is kept; six months are the law's least (Cybersecurity Law, article 21). */
  auditKeptDays: 1_095,
  auditLeastDays: 184,
  /** Days in which somebody may take back that they want to be forgotten. */
  erasureCoolingDays: 7,
  /** A unit's printed code hangs in a corridor for a month; after that its reviewer shows a new one. */
  unitCodeDays: 30,
} as const
