import { isWholeName } from '../../domain/identity/name'
import { likenessOf } from '../../domain/identity/name-likeness'
import type { Secrets } from '../kernel/ports/port'
import { keyedHashes } from '../kernel/ports/sealing'
import type { Documents } from '../kernel/store/collections'
import type { PersonDocument } from './documents'
import { mobileOf } from './sealed-numbers'

/** How the unit's roster answers to a person's name, number and mobile number. */
export interface RosterAnswer {
  /** `name-near`: a slip is likely, and the reviewer looks. */
  line: 'on-roster' | 'name-near' | 'name-differs' | 'not-on-roster'
  /** The roster's mobile number beside the one that the platform verified. */
  mobile: 'same' | 'differs' | 'not-given'
}

type Known = Pick<PersonDocument, '_id' | 'name' | 'unitId' | 'mobile' | 'codeOf' | 'learnedAs'>
type Line = Pick<Documents['roster-lines'], 'name' | 'details'> | null

const SAYS = { same: 'on-roster', near: 'name-near', different: 'name-differs' } as const

export function rosterAnswer(
  line: Line,
  person: Pick<Known, '_id' | 'name' | 'mobile'>,
  secrets: Secrets,
): RosterAnswer {
  if (line === null) return { line: 'not-on-roster', mobile: 'not-given' }
  const given = line.details?.mobileHash ?? ''
  const isSame = given !== '' && keyedHashes('mobile', mobileOf(person, secrets), secrets).includes(given)
  return {
    line: SAYS[likenessOf(line.name, person.name)],
    mobile: isSame ? 'same' : given === '' ? 'not-given' : 'differs',
  }
}

/**
 * Whether the roster alone verifies this person: they came by the unit's own code, which hangs at its wall, and the
 * roster names them with the very mobile number that the platform verified. A name and a number can be guessed or
 * bought; everybody else waits for the reviewer, as does who corrected their identity after they had learned, and who has
 * a name of one character.
 */
export function isProven(line: Line, person: Known, secrets: Secrets): boolean {
  const answer = rosterAnswer(line, person, secrets)
  const cameByCode = person.codeOf === person.unitId
  if (!isWholeName(person.name)) return false
  return cameByCode && !person.learnedAs && answer.line === 'on-roster' && answer.mobile === 'same'
}

/** What the person reads who was verified so. */
export const PROVEN_NOTE = '本单位的登记码、名册上的姓名、身份证号和手机号都相符'
