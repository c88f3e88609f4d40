import { plainIdeographs } from '../../domain/identity/equivalent-ideographs'
import { refuse } from '../kernel/refused'

const SHORTEST = 4
export const LONGEST_NAME = 40
export const LONGEST_COUNTY = 20
const HAS_CHINESE = /\p{Script=Han}/u

/**
 * An official name as it is kept and compared (NY22-15): without spaces, its brackets full-width, its characters as those
 * that they look like, so that one name typed on two keyboards, or copied from a PDF, is one name. Worked example:
 * `演示 农科站(一队)` → `演示农科站（一队）`.
 */
export const asBodyName = (typedName: string): string =>
  plainIdeographs(typedName).replace(/\s/g, '').replace(/\(/g, '（').replace(/\)/g, '）')

export function bodyName(typedName: string): string {
  const name = asBodyName(typedName)
  if ([...name].length < SHORTEST || !HAS_CHINESE.test(name)) refuse('INPUT_INVALID', { fields: ['orgName'] })
  return name
}

export const nameKeyOf = (parentId: string | null, name: string): string => `${parentId ?? ''}:${name}`
