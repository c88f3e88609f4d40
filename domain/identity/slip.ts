import { isSameName } from './name'

export interface Identity {
  name: string
  idNumber: string
}

/** One wrong digit, or two exchanged, and the checksum that follows from them; one more for a slip of the hand. */
const MOST_DIGITS = 4

/**
 * Whether an identity can be the other one written down wrongly: the same number under any name, or the same name with
 * at most four of the number's characters otherwise. Another name with another number is another person.
 * Worked example: 王小名 and 王小明 of one number: true; 甲 with 990101199001010018 and 乙 with any other: false.
 */
export function isSlip(before: Identity, after: Identity): boolean {
  if (before.idNumber === after.idNumber) return true
  if (!isSameName(before.name, after.name) || before.idNumber.length !== after.idNumber.length) return false
  const others = [...before.idNumber].filter((digit, place) => digit !== after.idNumber[place])
  return others.length <= MOST_DIGITS
}
