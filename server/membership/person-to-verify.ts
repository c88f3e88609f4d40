import { isWholeName } from '../../domain/identity/name'
import type { Context } from '../kernel/context'
import { foundUnder } from '../kernel/store/found-under'
import type { Reads } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import { hashesOf } from '../people/number-hashes'
import { type RosterAnswer, rosterAnswer } from '../people/proof'
import { lineOf, presentOf, saidTitles } from '../people/said-titles'
import type { BindingState, TitleLine } from '../people/views'
import { lineIdsOf } from './roster/row-numbers'

export interface PersonToVerify {
  personId: string
  /** Of the registration that is shown; it goes back with the decision. */
  version: number
  name: string
  idNumberMasked: string
  mobileMasked: string
  claimedAt: number
  binding: BindingState
  /** The answer of the unit's roster to this ID number; `name-near` where a slip is likely. */
  roster: RosterAnswer['line']
  /** The roster's form of the name, where it is written otherwise; empty where it is not. */
  rosterName: string
  /** A name of one character, which a roster alone never confirms. */
  isShortName: boolean
  /** The roster's mobile number beside the one that the platform verified. */
  rosterMobile: RosterAnswer['mobile']
  /** Whether they came by the unit's own code. */
  byCode: boolean
  /** As whom they learned before they corrected their name or number; null where they did not. */
  learnedAs: { name: string; idNumberMasked: string } | null
  /** The title that they said last; null where they said none. */
  title: TitleLine | null
  /** The verified one that it would take the place of. */
  titleBefore: TitleLine['held']
  /** Why there is a doubt; empty where there is none. */
  note: string
  /** The reviewer's own registration: another reviewer decides it. */
  isSelf: boolean
}

/** A person as their unit's reviewer sees them: their own data, and the roster's line on them. */
export async function personToVerify(
  { store, openid, ports }: { store: Reads } & Pick<Context, 'openid' | 'ports'>,
  person: PersonDocument,
): Promise<PersonToVerify> {
  const lines = lineIdsOf(person.unitId, hashesOf(person, ports.secrets))
  const line = await foundUnder(store, 'roster-lines', lines)
  const answer = rosterAnswer(line, person, ports.secrets)
  const { learnedAs } = person
  return {
    personId: person._id,
    version: person.version,
    name: person.name,
    idNumberMasked: person.idNumberMasked,
    mobileMasked: person.mobileMasked,
    claimedAt: person.registeredAt,
    binding: person.binding,
    roster: answer.line,
    rosterName: line === null || line.name === person.name ? '' : line.name,
    isShortName: !isWholeName(person.name),
    rosterMobile: answer.mobile,
    byCode: person.codeOf === person.unitId,
    learnedAs: learnedAs ? { name: learnedAs.name, idNumberMasked: learnedAs.idNumberMasked } : null,
    ...titlesOf(person),
    // The note of a match is for the person; only a doubt is shown to reviewers again.
    note: person.binding === 'contested' ? person.bindingNote : '',
    isSelf: person.openid === openid,
  }
}

function titlesOf(person: PersonDocument): Pick<PersonToVerify, 'title' | 'titleBefore'> {
  const last = saidTitles(person).at(-1)
  if (!last) return { title: null, titleBefore: null }
  const present = presentOf(person)
  const isOther = present !== null && present.id !== last.id && present.decided !== null
  return { title: lineOf(last, last), titleBefore: isOther ? present.held : null }
}
