// What the program promises to be there: written in one transaction with what names it, or before it, and never removed.
import type { CollectionName, Documents } from '../../server/kernel/store/collections'
import { Faults, type Finding } from './findings'
import { grouped } from './grouped'
import type { KeptBackup } from './kept-backup'

type Ids = readonly (string | null | undefined)[]

interface Reference {
  from: CollectionName
  to: CollectionName
  ids(document: never): Ids
}

const refers = <C extends CollectionName>(
  from: C,
  to: CollectionName,
  ids: (document: Documents[C]) => Ids,
): Reference => ({ from, to, ids })

/** Entries and certificates name their account as well: with its chain, those are checked in check-chains.ts. */
const REFERENCES: readonly Reference[] = [
  refers('bindings', 'persons', ({ personId }) => [personId]),
  refers('identity-keys', 'persons', ({ personId }) => [personId]),
  refers('persons', 'organisations', ({ unitId }) => [unitId]),
  refers('organisations', 'organisations', ({ path }) => path),
  refers('organisation-names', 'organisations', ({ orgId }) => [orgId]),
  refers('organisation-terms', 'organisations', ({ orgId }) => [orgId]),
  refers('role-holders', 'organisations', ({ orgId }) => [orgId]),
  refers('entry-tokens', 'organisations', ({ unitId }) => [unitId]),
  refers('lecture-courses', 'courses', ({ courseId }) => [courseId]),
  refers('courses', 'lecture-courses', ({ lectures }) => lectures.map(({ id }) => id)),
  refers('accounts', 'entries', ({ lines }) => lines.map(({ entryId }) => entryId)),
  refers('learned', 'entries', ({ lines }) => lines.map(({ entryId }) => entryId)),
  refers('attempts', 'entries', ({ entryId }) => [entryId]),
  refers('claims', 'entries', ({ entryId }) => [entryId]),
  refers('certificates', 'certificates', ({ supersededBy }) => [supersededBy]),
  refers('certificate-causes', 'certificates', ({ number, revoked }) => [number, revoked]),
  refers('outside-contents', 'outside-batches', ({ _id }) => [_id]),
  refers('outside-rows', 'outside-batches', ({ batchId }) => [batchId]),
]

/** Null for the document itself; else the document that names it. */
type Naming = string | null

export async function checkReferences(backup: KeptBackup): Promise<Finding> {
  const faults = new Faults()
  let references = 0
  const documents = Object.keys(backup.list).reduce((sum, name) => sum + backup.count(name), 0)
  for await (const groups of grouped(namingsIn(backup), 2 * documents))
    for (const [target, namings] of groups) {
      const named = namings.filter((naming) => naming !== null)
      references += named.length
      if (named.length < namings.length) continue
      for (const naming of named) faults.add(`${naming} 指着 ${target}，它不在`)
    }
  return faults.found('相互引用', `${references} 处`)
}

async function* namingsIn({ list, read }: KeptBackup): AsyncGenerator<[string, Naming], void, undefined> {
  const targets = new Set<string>(REFERENCES.map(({ to }) => to))
  for (const name of Object.keys(list) as CollectionName[]) {
    const references = REFERENCES.filter(({ from }) => from === name)
    if (references.length === 0 && !targets.has(name)) continue
    for await (const document of read(name)) {
      if (targets.has(name)) yield [`${name}/${document._id}`, null]
      for (const { to, ids } of references)
        for (const id of ids(document as never)) if (id) yield [`${to}/${id}`, `${name}/${document._id}`]
    }
  }
}
