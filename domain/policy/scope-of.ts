import type { Notice, PersonKind } from './pack'
import { said } from './value'

/** Whether a notice applies to this kind of person; null where the notice lists none (QH23-1, NY22-1). */
export function scopeOf({ scope }: Pick<Notice, 'scope'>, personKind: PersonKind): boolean | null {
  return said(scope)?.includes(personKind) ?? null
}
