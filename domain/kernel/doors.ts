/** Cloud functions that answer the phone. Each opens onto the routers of its own, so that what goes first starts fast. */
export const DOORS = ['api', 'study', 'office'] as const
export type Door = (typeof DOORS)[number]
/** A door of phones, the web's, or the timer's, which several functions open. */
export type AnyDoor = Door | 'web' | 'clock'

/**
 * Routers behind the doors other than `api`: watching and exams go first when many people come at once; what is heavy and
 * rare (spreadsheets, partners) stands apart. Every other router is behind `api`.
 */
export const ROUTERS_BEHIND = {
  study: ['study', 'exam'],
  office: ['roster', 'outside'],
} as const satisfies Partial<Record<Door, readonly string[]>>

export type RouterBehind<D extends keyof typeof ROUTERS_BEHIND> = (typeof ROUTERS_BEHIND)[D][number]

/** The door behind which a procedure is, by its path: `exam.start` is behind `study`, `home.view` behind `api`. */
export function doorOf(path: string): Door {
  const router = path.split('.', 1)[0]
  const found = Object.entries(ROUTERS_BEHIND).find(([, routers]) => routers.some((name) => name === router))
  return (found?.[0] as Door | undefined) ?? 'api'
}
