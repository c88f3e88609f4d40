// The form of a row of the authorisation matrix. To add a procedure, state how a valid input is built for a place,
// and the answer that each role gets there: `[own, sibling, foreign]`, or one word where the place makes no
// difference.
import type { RefusalCode } from '../../../domain/kernel/refusal'
import { RIGHTS, type Right } from '../../../domain/organisation/rights'
import { type Place, WHO, type Who, type World } from './world'

export type Answer = RefusalCode | 'ok'
export type Answers = Answer | readonly [own: Answer, sibling: Answer, foreign: Answer]

/**
 * Builds an input that is valid in itself, with everything it needs made fresh: a cell must not depend on another.
 */
export type MakeInput = (place: Place, world: World, who: Who) => unknown

export interface Row {
  input?: MakeInput
  /**
   * Fields of the input that name a subject (`claimId`, `named.claimId`). An unknown subject is answered like one out
   * of scope, so that no caller can learn which ids exist.
   */
  names?: readonly string[]
  answers: Record<Who, Answers>
}

export type Rows = Readonly<Record<string, Row>>

const forAll = (answers: Answers): Record<Who, Answers> =>
  Object.fromEntries(WHO.map((who) => [who, answers])) as Record<Who, Answers>

/** Every caller whom the platform identifies. */
export const anybody = (answers: Answers = 'ok'): Record<Who, Answers> => forAll(answers)

/** Every registered person, with any role or none. */
export const registered = (answers: Answers = 'ok'): Record<Who, Answers> => ({
  ...forAll(answers),
  nobody: 'NOT_REGISTERED',
})

/**
 * Callers with one of these roles. Staff at the top of a region have the rights of staff of a county, over more
 * bodies.
 */
const holders = (answers: Partial<Record<Who, Answers>>): Record<Who, Answers> => ({
  ...forAll('ROLE_MISSING'),
  nobody: 'NOT_REGISTERED',
  ...(answers['bureau-staff'] === undefined ? {} : { 'region-staff': answers['bureau-staff'] }),
  ...answers,
})

/** Callers with the right, as the table of rights names their roles; `others` where one role's answer is another. */
export const having = (
  right: Right,
  answers: Answers,
  others: Partial<Record<Who, Answers>> = {},
): Record<Who, Answers> =>
  holders({ ...Object.fromEntries(RIGHTS[right].roles.map((role) => [role, answers])), ...others })

/** Allowed in one's own subtree, and refused as out of scope beside it and beyond. */
export const WITHIN = ['ok', 'OUT_OF_SCOPE', 'OUT_OF_SCOPE'] as const
