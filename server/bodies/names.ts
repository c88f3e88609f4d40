import { plusDays } from '../../domain/kernel/instant'
import type { Context } from '../kernel/context'
import { OUR_PERIODS } from '../kernel/our-periods'
import { refuse } from '../kernel/refused'
import type { Reads, Transaction } from '../kernel/store/port'
import { nameKeyOf } from './body-name'
import type { OrganisationDocument } from './documents'

type Named = Pick<OrganisationDocument, 'name' | 'parentId'>

const NAMESAKES_READ = 20

/**
 * The verified body that has an official name under a parent. A body that was only registered under it holds nothing:
 * else whoever comes first could keep the name from those whose it is.
 */
export async function verifiedCalled(
  reads: Reads,
  { name, parentId }: Named,
): Promise<OrganisationDocument | null> {
  const taken = await reads.get('organisation-names', nameKeyOf(parentId, name))
  const body = taken ? await reads.get('organisations', taken.orgId) : null
  return body?.state === 'verified' ? body : null
}

/** Keeps the name for that body; refuses ORG_NAME_TAKEN where another verified one has it. */
export async function takeName(
  tx: Transaction,
  { name, parentId }: Named,
  { _id: orgId }: Pick<OrganisationDocument, '_id'>,
): Promise<void> {
  const other = await verifiedCalled(tx, { name, parentId })
  if (other && other._id !== orgId) refuse('ORG_NAME_TAKEN', { orgName: name })
  const _id = nameKeyOf(parentId, name)
  const before = await tx.get('organisation-names', _id)
  if (before?.orgId !== orgId) await tx.upsert('organisation-names', before, { _id, orgId })
}

/**
 * Other registrations of a body's name under the same parent: those that wait, those returned not long ago, whose
 * registrar may come back with corrections, and one that was verified meanwhile. Whoever confirms one has seen them all.
 */
export async function namesakesOf(
  { store, now }: Pick<Context, 'store' | 'now'>,
  { _id, name, parentId }: Named & Pick<OrganisationDocument, '_id'>,
): Promise<OrganisationDocument[]> {
  const equals = { parentId: parentId ?? '', name }
  const { items } = await store.query('organisations', 'byParent', { equals, limit: NAMESAKES_READ })
  return items.filter(
    (one) =>
      one._id !== _id &&
      (one.state !== 'returned' ||
        now < plusDays(one.decidedAt ?? one.registeredAt, OUR_PERIODS.returnedBodyDays)),
  )
}
