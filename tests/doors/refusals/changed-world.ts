// The country of the matrix as a refusal needs it: changed for one row of a table, so that no other depends on it.
import { strToU8 } from 'fflate'
import type { Instant } from '../../../domain/kernel/instant'
import type { OrganisationDocument } from '../../../server/bodies/documents'
import { postHours } from '../../../server/books/hours/post-hours'
import type { ArchiveLine } from '../../../server/claims/archive/documents'
import type { Attachment } from '../../../server/claims/evidence/attachment'
import type { ClaimDocument } from '../../../server/claims/filing/documents'
import type { CollectionName, Documents } from '../../../server/kernel/store/collections'
import type { Transaction } from '../../../server/kernel/store/port'
import { api } from '../../../server/surface'
import { jpegOf, ofdOf, pdfOf } from '../../harness/files'
import { postingOf } from '../../harness/ledger'
import { recordFor } from '../matrix/archive-rows'
import { type Level, type Place, placeOf, type World } from '../matrix/world'
import { grantOf } from './situations'

/** The unit of the trainee and of the unit's reviewer, with what stands above it. */
export const STATION = placeOf('unit-reviewer', 'own')
export const UNKNOWN = 'unknown'

/** A stored document, changed. */
export async function changed<C extends CollectionName>(
  world: World,
  [collection, id]: readonly [C, string],
  change: Partial<Documents[C]>,
): Promise<Documents[C]> {
  const found = await world.store.get(collection, id)
  if (!found) throw new Error(`${collection} holds no ${id}`)
  return world.store.replace(collection, { ...found, ...change })
}

/** Removes a stored document, as if its owner had ended it. */
export async function removed<C extends CollectionName>(world: World, collection: C, id: string) {
  const found = await world.store.get(collection, id)
  if (found) await world.store.remove(collection, found)
}

/** The calls of a caller to whom something happens after they were let in, and before their first transaction begins. */
export function callsDuring(
  world: World,
  openid: string,
  meanwhile: () => Promise<unknown>,
): ReturnType<World['calls']> {
  const ctx = world.as(openid)
  let hasHappened = false
  const transact = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    if (!hasHappened) await meanwhile()
    hasHappened = true
    return ctx.store.transact(work)
  }
  return api.createCaller({ ...ctx, store: { ...ctx.store, transact } })
}

/** The calls of a caller at another moment than the world's. */
export const callsAt = (world: World, openid: string, now: Instant): ReturnType<World['calls']> =>
  api.createCaller({ ...world.as(openid), now })

interface ReviewedUnit {
  place: Place
  reviewerId: string
  reviewer: string
}

/** A unit of its own under the water department, with one reviewer. */
export async function reviewedUnit(
  world: World,
  change: Partial<OrganisationDocument> = {},
): Promise<ReviewedUnit> {
  const unit = await world.waitingBody('unit', STATION.department)
  await changed(world, ['organisations', unit], { state: 'verified', ...change })
  const roles = [grantOf('unit-reviewer', unit)]
  const { _id: reviewerId, openid: reviewer } = await world.person(unit, { roles })
  const { _id: personId } = await world.person(unit)
  return { place: { ...STATION, unit, body: unit, personId, ownerId: personId }, reviewerId, reviewer }
}

/** A unit whose right to certify was withdrawn. */
export const withdrawnUnit = (world: World): Promise<ReviewedUnit> =>
  reviewedUnit(world, { certifies: { allowed: false, reason: '抽查发现不实', since: world.now } })

/** A claim that waits at a level of the place's chain, changed. */
export async function waiting(
  world: World,
  {
    place = STATION,
    ownerId = place.personId,
    at = 'unit',
  }: { place?: Place; ownerId?: string; at?: Level } = {},
  change: Partial<ClaimDocument> = {},
): Promise<ClaimDocument> {
  const claim = await world.claim(place, { ownerId, at })
  return changed(world, ['claims', claim._id], change)
}

/** Eight hours of a course, counted for a person; answers with the line's id. */
export async function posted(world: World, personId: string): Promise<string> {
  const person = await world.store.get('persons', personId)
  if (!person) throw new Error(`nobody is ${personId}`)
  const posting = postingOf(person, [world.next('course'), 8])
  return (await world.store.transact((tx) => postHours(tx, posting))).entry._id
}

/** A line of the station's archive about a person, on which a claim of theirs stands. */
export async function heldRecord(
  world: World,
  personId: string,
  change: Partial<ArchiveLine> = {},
): Promise<string> {
  const { _id: claimId } = await waiting(world, { ownerId: personId })
  const record = await recordFor({ unit: STATION.unit, personId }, world, { ...change, claimId })
  await changed(world, ['claims', claimId], { fields: { record } })
  return record
}

type Upload = (world: World, ownerId: string) => Promise<string>

const uploaded =
  (bytes: Uint8Array): Upload =>
  (world, ownerId) =>
    world.cloud.storage.put(`incoming/${ownerId}/${world.next('file')}`, bytes)

/** Files that are no evidence, by the refusal that each meets. */
export const UNFIT_FILES = {
  FILE_ACTIVE: uploaded(
    pdfOf({ objects: ['<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(1)>>>>'] }),
  ),
  FILE_DAMAGED: uploaded(jpegOf('').subarray(0, 100)),
  FILE_EMPTY: uploaded(new Uint8Array()),
  FILE_LOCKED: uploaded(ofdOf({ 'Encryptions.xml': '<x/>' })),
  FILE_TOO_LARGE: uploaded(new Uint8Array(20 * 1024 * 1024 + 1)),
  FILE_TYPE: uploaded(strToU8('MZ')),
  FILE_UNKNOWN: () => Promise.resolve(UNKNOWN),
} satisfies Record<string, Upload>

/** As many files as one claim or one line holds. */
export const NINE_FILES: Attachment[] = Array.from({ length: 9 }, (_, place) => ({
  ...{ fileId: UNKNOWN, name: '照片.jpg', type: 'image/jpeg', bytes: 1 },
  sha256: String(place).padStart(64, '0'),
}))
