import * as z from 'zod'
import { dayOf, type Instant, yearOf } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import { requiredOf } from '../../domain/ledger/year-complete'
import { grantsAt } from '../../domain/organisation/roles'
import type { Context } from '../kernel/context'
import type { Documents } from '../kernel/store/collections'
import { channel } from './channel'
import { CONSENT_VERSION } from './consent'
import { contestOf } from './contest'
import type { PersonDocument } from './documents'
import { appointByScan } from './founder'
import { personView } from './person-view'
import { entryToken, type ReadToken, readToken } from './read-token'
import type { EnterView, Landing, StandardView } from './views'

export const entry = z.object({
  channel,
  scene: z.int().min(0).max(9999),
  token: entryToken.optional(),
})
export type Entry = z.infer<typeof entry>

/**
 * Enters by a channel (SX22-12, SX20-2). A registered person lands where the code points; any other caller registers
 * first. A code that is no longer valid is refused, with the question to ask the unit.
 */
export async function enter(ctx: Context, given: Entry): Promise<EnterView> {
  const { store, openid } = ctx
  const [binding, registration, token] = await Promise.all([
    store.get('bindings', openid),
    store.get('registrations', openid),
    given.token === undefined ? null : readToken(ctx, given.token),
  ])
  const known = binding ? await store.get('persons', binding.personId) : null
  const person = known && token?.kind === 'founding' ? await appointByScan(ctx, known, given.token) : known
  const unit = token && !person ? await store.get('organisations', token.unitId) : null
  // clause SX22-12
  await keepVisit(ctx, given)
  return {
    landing: landingOf({ person, token, unit, now: ctx.now }),
    person: person ? personView(person, ctx) : null,
    contest: person?.binding === 'verified' ? null : await contestOf(ctx, registration),
    moved: person ? null : (registration?.moved ?? null),
    registration: { mobileMasked: registration?.mobileMasked ?? null, consentVersion: CONSENT_VERSION },
    standard: standardOf(ctx, person?.region ?? unit?.region ?? ctx.ports.homeRegion),
  }
}

enter.refuses = [
  'ID_NUMBER_TAKEN',
  'REGISTERED_ELSEWHERE',
  'TOKEN_EXPIRED',
  'TOKEN_FOREIGN',
  'TOKEN_UNKNOWN',
  'TOKEN_USED',
] as const

interface Arrival {
  person: PersonDocument | null
  token: ReadToken | null
  unit: Documents['organisations'] | null
  now: Instant
}

function landingOf({ person, token, unit, now }: Arrival): Landing {
  if (!person) {
    const view = unit
      ? { id: unit._id, name: unit.name, parentName: unit.parentName, region: unit.region }
      : null
    return { page: 'enrol', unit: view }
  }
  if (token?.kind === 'course' && token.courseId) return { page: 'course', courseId: token.courseId }
  const answersForUnit =
    token?.kind === 'unit' && grantsAt(person, now).some(({ orgId }) => orgId === token.unitId)
  return { page: answersForUnit ? 'review' : 'home' }
}

function standardOf({ packs, now }: Context, region: Region): StandardView | null {
  const year = yearOf(now)
  const standard = packs.standardOf(region, year)
  if (!standard.ok) return null
  const required = requiredOf(standard.value)
  const { regionName, public: ofPublic, professional } = standard.value.labels
  return required && { regionName, year, ...required, categoryNames: { public: ofPublic, professional } }
}

/** Once a day for each way in: enough to say by which channel people come. */
async function keepVisit({ store, openid, now }: Context, { channel: by, scene }: Entry): Promise<void> {
  await store.insertIfAbsent('visits', { _id: `${openid}:${dayOf(now)}:${by}`, scene, at: now })
}
