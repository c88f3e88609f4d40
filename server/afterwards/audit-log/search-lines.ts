import * as z from 'zod'
import type { OrganisationDocument } from '../../bodies/documents'
import { ACTS } from '../../kernel/acts'
import type { AuditDocument } from '../../kernel/acts-documents'
import type { Context } from '../../kernel/context'
import { type Holder, namedBodies, organisationInScope, ownBody } from '../../kernel/holder'
import { cursor, identifier } from '../../kernel/inputs'
import type { Page, Query } from '../../kernel/store/port'
import { LOG_WORDS } from '../act-words'
import { ROLE_WORDS } from '../role-words'
import type { AuditLineView, AuditSearchView } from './views'

const PAGE = 20
/** The most lines read for one answer: rare lines are found by asking for more. */
const LOOKED_THROUGH = 300
const CHUNK = 100
const LEVELS = 6

const moment = z.int().min(0)

export const search = z.object({
  /** The caller's own body, where none is named. */
  scopeOrgId: identifier.optional(),
  actorId: identifier.optional(),
  subjectId: identifier.optional(),
  action: z.string().min(1).max(60).optional(),
  from: moment.optional(),
  before: moment.optional(),
  after: cursor,
})
export type Search = z.infer<typeof search>

/**
 * The log of a body and of the bodies below it, newest first; limited to an actor or a subject where given. Each
 * answer reads a bounded number of lines, and says where to go on.
 */
export async function searchLines(
  { store }: Pick<Context, 'store'>,
  holder: Holder,
  asked: Search,
): Promise<AuditSearchView> {
  const orgId = asked.scopeOrgId ?? ownBody(holder, undefined)
  const scope = await organisationInScope(store, holder, orgId)
  const found: AuditDocument[] = []
  let after = asked.after
  let looked = 0
  do {
    const page = await pageOf(store, scope, { ...asked, after })
    found.push(...page.items.filter((line) => fits(line, scope, asked)))
    looked += page.items.length
    after = page.next
  } while (after !== undefined && found.length === 0 && looked < LOOKED_THROUGH)
  return { bodies: await namedBodies(store, holder), lines: await views(store, found), next: after ?? null }
}

searchLines.refuses = ['OUT_OF_SCOPE'] as const

/** Reads by the rarest given key: one subject's lines, one actor's, or the body's own. */
function pageOf(
  store: Context['store'],
  scope: OrganisationDocument,
  { subjectId, actorId, action, from, before, after }: Search,
): Promise<Page<AuditDocument>> {
  const bounds: Omit<Query, 'equals'> = {
    limit: action === undefined ? PAGE : CHUNK,
    from,
    before,
    after,
  }
  if (subjectId !== undefined) return store.query('audit', 'bySubject', { equals: { subjectId }, ...bounds })
  if (actorId !== undefined) return store.query('audit', 'byActor', { equals: { actorId }, ...bounds })
  const level = Math.min(scope.path.length, LEVELS) as 1 | 2 | 3 | 4 | 5 | 6
  return store.query('audit', `byPlace${level}`, { equals: { [`place${level}`]: scope._id }, ...bounds })
}

/** A line outside the scope is never shown, whichever index found it; a line that is not filed yet is in no scope. */
function fits(
  line: AuditDocument,
  { _id }: OrganisationDocument,
  { actorId, subjectId, action }: Search,
): boolean {
  const places = [line.place1, line.place2, line.place3, line.place4, line.place5, line.place6]
  return (
    places.includes(_id) &&
    (actorId === undefined || line.actorId === actorId) &&
    (subjectId === undefined || line.subjectId === subjectId) &&
    (action === undefined || line.action === action)
  )
}

/** Names beside ids, each read once. A forgotten person appears under their pseudonym. */
async function views(
  store: Pick<Context['store'], 'get'>,
  lines: readonly AuditDocument[],
): Promise<AuditLineView[]> {
  const names = new Map<string, string>()
  const nameOf = async (collection: 'persons' | 'organisations', id: string): Promise<string> => {
    const key = `${collection}:${id}`
    const known = names.get(key)
    if (known !== undefined) return known
    const name = (await store.get(collection, id))?.name ?? ''
    names.set(key, name)
    return name
  }
  const shown: AuditLineView[] = []
  for (const { _id: id, at, actorId, role, scope, action, subjectId, before, after, device } of lines) {
    const actorName = await nameOf('persons', actorId)
    const personName = await nameOf('persons', subjectId)
    const subjectName = personName || (await nameOf('organisations', subjectId))
    const scopeName = await nameOf('organisations', scope)
    const words = { actionName: LOG_WORDS[action], roleName: ROLE_WORDS[role] }
    const subject = subjectOf({ action, subjectId }, personName)
    shown.push({
      id,
      at,
      actorName,
      scopeName,
      action,
      ...words,
      subjectName,
      subject,
      before,
      after,
      device,
    })
  }
  return shown
}

function subjectOf(
  { action, subjectId: id }: Pick<AuditDocument, 'action' | 'subjectId'>,
  personName: string,
): AuditLineView['subject'] {
  if (personName !== '') return { of: 'person', id }
  return ACTS[action].about.some((about) => about === 'claim') ? { of: 'claim', id } : null
}
