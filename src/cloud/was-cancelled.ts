/** Whether the person turned back in a sheet of WeChat's own; that is no fault, and nothing is said about it. */
export const wasCancelled = (cause: unknown): boolean =>
  /cancel/.test(String((cause as { errMsg?: unknown } | null)?.errMsg))
