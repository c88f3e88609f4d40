/** Unlikely to meet again within one person's acts; it guards against repetition, not against anybody. */
export const newActId = (): string =>
  `${Date.now().toString(36)}-${Math.floor(Math.random() * 36 ** 6).toString(36)}`
