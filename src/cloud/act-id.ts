/** Random enough to be unique among one person's acts; it guards against repetition, not against attackers. */
export const newActId = (): string =>
  `${Date.now().toString(36)}-${Math.floor(Math.random() * 36 ** 6).toString(36)}`
