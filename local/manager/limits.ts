/** The platform's own bounds. */
export const LIMITS = {
  collections: 100,
  /** Of one collection, with the one of `_id`. */
  indexes: 20,
  fieldsOfIndex: 31,
  /** Names and values of a function's environment together. */
  environmentBytes: 4_096,
  /** A function's code as it is sent. */
  zipBytes: 20 * 1024 * 1024,
  triggersOfFunction: 1,
  collectionsOfPage: 100,
} as const
