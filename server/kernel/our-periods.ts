/**
 * Periods that no notice sets and operations may want to change: our readings, in one place. The notices' own dates
 * are in their packs.
 */
export const OUR_PERIODS = {
  /** Days before one of a notice's dates on which the people concerned are reminded. */
  remindDaysBefore: [30, 7, 1],
  /** Days for which an audit line is kept; six months are the law's least (Cybersecurity Law, article 21). */
  auditKeptDays: 1_095,
  auditLeastDays: 184,
  /** Days in which a person may withdraw their request for erasure (注销). */
  erasureCoolingDays: 7,
  /** Days in which the old account may object before a person's binding moves to another one. */
  rebindDays: 3,
  /** Days in which a contest of a number that nobody holds is looked at again each day. */
  contestLookedDays: 90,
  /** Days after which a spot check that nobody finished makes no erasure wait any more. */
  erasureWaitsDays: 180,
  /** Days for which an event is kept after all that follows from it was done. */
  outboxKeptDays: 90,
  /** Days for which an item is kept that time has closed: what became of it stands in its own document. */
  dueKeptDays: 90,
  /** Days for which a message that was read is kept: hours, certificates and decisions stand elsewhere. */
  readMessagesKeptDays: 730,
  /** Days for which sums of calls are kept; the log of the platform has each call for longer. */
  callSumsKeptDays: 14,
  /** Days for which a body that was returned for correction is shown beside others who register its name. */
  returnedBodyDays: 30,
  /** Minutes for which an exchange of keys looks again at least: instances that knew other keys have ended by then. */
  keyExchangeMinutes: 15,
  /** Minutes in which the same reading of an ID number, sent again, is a lost answer asked for again. */
  readingRetryMinutes: 5,
  /** A unit's printed code hangs in a corridor for a month; after that its reviewer shows a new one. */
  unitCodeDays: 30,
  /** Days in which the first reviewer of a region registers with its founding code; after that a fresh one is made. */
  foundingCodeDays: 3,
} as const
