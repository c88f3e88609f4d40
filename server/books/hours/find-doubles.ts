import type { Instant } from '../../../domain/kernel/instant'
import { record } from '../../kernel/record'
import type { Reads, Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { EntryDocument, LearnedLine } from './documents'
import { type LearnedSpan, learnedOf, likeIt, remember } from './learned'

export interface Credited {
  person: PersonDocument
  entry: EntryDocument
  year: number
  span: LearnedSpan | undefined
  at: Instant
}

/**
 * Compares what a new credit says was learned with all that the person learned before, whatever the causes. What is like
 * it is kept as a double for the bureau above the unit, and the person is told: nothing is taken away before somebody
 * looked. Hours that an objection gave back were looked at already.
 */
export async function findDoubles(
  tx: Transaction,
  { person, entry, year, span, at }: Credited,
): Promise<void> {
  const { facts, accountId, _id: entryId } = entry
  if (facts.kind !== 'credit') return
  const line: LearnedLine = { ...learnedOf(facts, span), entryId, accountId, year }
  const before = await remember(tx, person._id, line)
  if (facts.cause.kind === 'objection') return
  const matches = await likeIt(tx, before, line)
  if (matches.length === 0) return
  const id = doubleIdOf(entryId)
  if (await tx.get('doubles', id)) return
  await tx.insert('doubles', {
    _id: id,
    personId: person._id,
    unitId: person.unitId,
    bureauId: await bureauAbove(tx, person.unitId),
    line,
    like: matches.map((match) => match.line),
    state: 'open',
    decided: null,
    at,
  })
  await record(
    tx,
    { now: at },
    {
      id,
      kind: 'double-found',
      subject: { of: 'person', id: person._id },
      by: { actorId: 'clock', role: 'clock', scope: person.unitId },
      after: facts.title,
      payload: { personId: person._id, title: facts.title, year, entryId },
    },
  )
}

export const doubleIdOf = (entryId: string): string => `double:${entryId}`

/** The nearest bureau above a unit; the unit itself where it is one, and empty where there is none. */
async function bureauAbove(reads: Reads, unitId: string): Promise<string> {
  const unit = await reads.get('organisations', unitId)
  for (const id of [...(unit?.path ?? [])].reverse()) {
    const body = id === unitId ? unit : await reads.get('organisations', id)
    if (body?.kind === 'bureau') return id
  }
  return ''
}
