// A small country for the matrix: two counties of one province, two foreign regions, one person for each role, and in each
// place people whose names tell where they belong, so that an answer which mentions one of elsewhere is seen.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { followingVariables } from '../../../deploy/following'
import { type Instant, instant } from '../../../domain/kernel/instant'
import type { Region } from '../../../domain/kernel/regions'
import type { OrganisationKind, RoleGrant, RoleName } from '../../../domain/organisation/roles'
import { type LocalCloud, startCloud } from '../../../local/cloud'
import { newSecrets } from '../../../scripts/local-secrets'
import { OFFICE_TEMPLATES, TEMPLATE_KEYWORDS } from '../../../scripts/office-templates'
import { seedingContext } from '../../../scripts/seed/context'
import { newOrganisation } from '../../../server/bodies/new-organisation'
import type { ClaimDocument } from '../../../server/claims/filing/documents'
import { NO_DEADLINE } from '../../../server/claims/filing/queue-place'
import { declarations } from '../../../server/collections'
import type { Context } from '../../../server/kernel/context'
import { newCall } from '../../../server/kernel/log'
import { packs } from '../../../server/kernel/packs'
import type { CollectionName } from '../../../server/kernel/store/collections'
import type { Store, Stored } from '../../../server/kernel/store/port'
import type { PersonDocument } from '../../../server/people/documents'
import { api } from '../../../server/surface'
import { personOf } from '../../harness/person-of'
import { type MemoryStore, memoryStore } from '../../simulation/memory-store'

const NOW = Date.parse('2022-08-15T10:00:00+08:00')

export const SCOPES = ['own', 'sibling', 'foreign'] as const
export type Scope = (typeof SCOPES)[number]

export const WHO = [
  'nobody',
  'trainee',
  'unit-reviewer',
  'department-reviewer',
  'bureau-reviewer',
  'bureau-staff',
  'region-staff',
  'base-staff',
  'committee',
] as const
export type Who = (typeof WHO)[number]

/** The place that a call is about: a person's unit and the bodies above it; `body` is at the caller's own level. */
export interface Place {
  bureau: string
  department: string
  unit: string
  base: string
  region: Region
  body: string
  /** A verified person of the unit who holds no role. */
  personId: string
  /** Whose things a call for oneself is about: the caller's own, or those of that person. */
  ownerId: string
}

const bodies: readonly [id: string, kind: OrganisationKind, parentId: string | null, region: Region][] = [
  ['province', 'bureau', null, 'shandong'],
  ['county', 'bureau', 'province', 'shandong'],
  ['other-county', 'bureau', 'province', 'shandong'],
  ['water', 'department', 'county', 'shandong'],
  ['farm', 'department', 'county', 'shandong'],
  ['other-water', 'department', 'other-county', 'shandong'],
  ['station', 'unit', 'water', 'shandong'],
  ['survey', 'unit', 'water', 'shandong'],
  ['orchard', 'unit', 'farm', 'shandong'],
  ['other-station', 'unit', 'other-water', 'shandong'],
  ['base', 'base', 'county', 'shandong'],
  ['second-base', 'base', 'county', 'shandong'],
  ['far-bureau', 'bureau', null, 'shaanxi'],
  ['far-department', 'department', 'far-bureau', 'shaanxi'],
  ['far-unit', 'unit', 'far-department', 'shaanxi'],
  ['far-base', 'base', 'far-bureau', 'shaanxi'],
  ['west-bureau', 'bureau', null, 'ningxia'],
  ['west-department', 'department', 'west-bureau', 'ningxia'],
  ['west-unit', 'unit', 'west-department', 'ningxia'],
  ['west-base', 'base', 'west-bureau', 'ningxia'],
]

const CLERKS_UNIT: Readonly<Record<string, string>> = {
  'other-county': 'other-station',
  'far-bureau': 'far-unit',
  'west-bureau': 'west-unit',
}

/** The names of a unit's people. */
const NAMES: Readonly<Record<string, string>> = {
  station: '孔令仪',
  survey: '测量队员',
  orchard: '果园职工',
  'other-station': '邻县职工',
  'far-unit': '外省职工',
  'west-unit': '西部职工',
}
export const nameOf = (unit: string): string => NAMES[unit] ?? ''
const WITHIN_UNIT = ['station']
const WITHIN_WATER = [...WITHIN_UNIT, 'survey']
const WITHIN_COUNTY = [...WITHIN_WATER, 'orchard']
const IN_SIGHT: Record<Level, readonly string[]> = {
  unit: WITHIN_UNIT,
  department: WITHIN_WATER,
  bureau: WITHIN_COUNTY,
  region: [...WITHIN_COUNTY, 'other-station'],
  base: WITHIN_UNIT,
}

/** Names that no answer to such a caller may hold. */
export const namesBeyond = (who: Who): string[] =>
  Object.keys(NAMES).flatMap((unit) => (IN_SIGHT[LEVEL[who]].includes(unit) ? [] : [nameOf(unit)]))

const REGION_OF: Readonly<Record<string, Region>> = Object.fromEntries(
  bodies.map(([id, , , region]) => [id, region]),
)

const OWN = { bureau: 'county', department: 'water', unit: 'station', base: 'base' }
const FAR = { bureau: 'far-bureau', department: 'far-department', unit: 'far-unit', base: 'far-base' }
const SIBLINGS = {
  unit: { ...OWN, unit: 'survey', base: 'second-base' },
  department: { ...OWN, department: 'farm', unit: 'orchard' },
  bureau: { ...OWN, bureau: 'other-county', department: 'other-water', unit: 'other-station' },
  region: { bureau: 'west-bureau', department: 'west-department', unit: 'west-unit', base: 'west-base' },
}

export type Level = 'unit' | 'department' | 'bureau' | 'region' | 'base'
export const LEVEL: Record<Who, Level> = {
  nobody: 'unit',
  trainee: 'unit',
  'unit-reviewer': 'unit',
  'department-reviewer': 'department',
  'bureau-reviewer': 'bureau',
  'bureau-staff': 'bureau',
  'region-staff': 'region',
  'base-staff': 'base',
  committee: 'bureau',
}

export function placeOf(who: Who, scope: Scope): Place {
  const level = LEVEL[who]
  const sibling = SIBLINGS[level === 'base' ? 'unit' : level]
  const place = { own: OWN, sibling, foreign: FAR }[scope]
  const personId = `p-${place.unit}`
  const top = { own: 'province', sibling: place.bureau, foreign: place.bureau }[scope]
  const body = level === 'region' ? top : place[level]
  return {
    ...place,
    region: REGION_OF[place.bureau] ?? 'shandong',
    body,
    personId,
    ownerId: scope === 'own' && who !== 'nobody' ? who : personId,
  }
}

export class World {
  private numbers = 0
  private readonly environment: Record<string, string>
  /** Everything of a context that is alike in each call. */
  private base: Context | null = null
  /** Where a test compares whole documents, the moment of each call, and dice that fall alike in each run. */
  still: Partial<Pick<Context, 'now' | 'dice'>> = {}
  private constructor(
    readonly cloud: LocalCloud,
    private readonly folder: string,
    private readonly secrets: Record<string, string>,
    private readonly memory: MemoryStore | null,
  ) {
    this.environment = { ...cloud.env(), ...secrets }
  }

  /**
   * Rights are decided above the store, and its driver in memory answers ten thousand calls as the other does; the
   * treatment of a strange value by a driver is seen on the wire alone.
   */
  static async open(driver: 'in-memory' | 'on-the-wire' = 'in-memory'): Promise<World> {
    const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-matrix-'))
    const cloud = await startCloud({
      dataDir: path.join(folder, 'data'),
      functionsDir: path.join(folder, 'functions'),
      templates: TEMPLATE_KEYWORDS,
      collections: declarations,
    })
    await cloud.clock.set(NOW)
    const keys = {
      ...newSecrets(),
      // Always the same: what is drawn or named by it stands in answers that a test keeps.
      XUESHI_INDEX_KEY: '0123456789abcdef'.repeat(4),
    }
    const secrets = {
      ...keys,
      ...followingVariables(keys),
      XUESHI_PUBLIC_ORIGIN: 'https://check.example/web',
      XUESHI_SAMPLES: 'allowed',
      XUESHI_TEMPLATES: JSON.stringify(OFFICE_TEMPLATES),
    }
    const world = new World(cloud, folder, secrets, driver === 'in-memory' ? memoryStore() : null)
    await world.found()
    return world
  }

  /** The same country once more: what is done in one of them is not seen in the other, and both count alike. */
  twin(): World {
    const { memory } = this
    if (!memory) throw new Error('a country on the wire is the only one')
    const twin = new World(this.cloud, this.folder, this.secrets, memory.twin())
    twin.numbers = this.numbers
    twin.base = this.base
    return twin
  }

  /** The ids of all documents of a store in memory. */
  ids(): string[] {
    return this.memory?.ids() ?? []
  }

  /** The documents of a store in memory, collection by collection. */
  everything(): [CollectionName, Stored[]][] {
    const { memory } = this
    if (!memory) throw new Error('a store on the wire is not read as a whole')
    return (Object.keys(memory.collections) as CollectionName[]).map((name) => [name, memory.all(name)])
  }

  async close(): Promise<void> {
    await this.cloud.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** The procedures as that WeChat account calls them, the whole surface. */
  calls(openid: string): ReturnType<typeof api.createCaller> {
    return api.createCaller(this.as(openid))
  }

  as(openid: string): Context {
    this.base ??= seedingContext(this.cloud, this.secrets)
    const { base } = this
    // Ports speak to the cloud that the environment names, and a file of tests may open two.
    Object.assign(process.env, this.environment)
    const call = newCall('api', 'matrix', base.dice)
    const now = instant(this.cloud.clock.now())
    return { ...base, call, openid, now, store: this.memory ?? base.store, ...this.still }
  }

  get store(): Store {
    return this.memory ?? this.as('').store
  }

  get now(): Instant {
    return instant(NOW)
  }

  /** Never the same twice: for ids of acts, and for what a call needs fresh. */
  next(prefix: string): string {
    this.numbers += 1
    return `${prefix}-${this.numbers}`
  }

  /** One more person at a unit, as the store has them. */
  async person(unitId: string, change: Partial<PersonDocument> = {}): Promise<PersonDocument> {
    const unit = await this.store.get('organisations', unitId)
    if (!unit) throw new Error(`no unit is ${unitId}`)
    const id = change._id ?? this.next('p')
    const fields = personOf(id, {
      ...{ at: this.now, name: '孔令仪', region: unit.region },
      ...{ unitId: unit._id, unitName: unit.name, unitParentName: unit.parentName },
    })
    const person = await this.store.insert('persons', {
      ...fields,
      name: NAMES[unitId] ?? fields.name,
      ...change,
    })
    await this.store.insert('bindings', { _id: person.openid, personId: id })
    return person
  }

  /** From now on these are the roles of a person who is there. */
  hold(personId: string, roles: RoleGrant[]): Promise<void> {
    return this.become(personId, { roles })
  }

  async become(personId: string, change: Partial<PersonDocument>): Promise<void> {
    const person = await this.store.get('persons', personId)
    if (!person) throw new Error(`nobody is ${personId}`)
    await this.store.replace('persons', { ...person, ...change })
  }

  /** A body that waits for its review, registered by a person who is there. */
  async waitingBody(kind: 'department' | 'unit', parentId: string): Promise<string> {
    const parent = await this.store.get('organisations', parentId)
    if (!parent) throw new Error(`no body is ${parentId}`)
    const id = this.next('body')
    const { region } = parent
    const founding = { id, name: `新单位${id}`, kind, region, areaCode: '990101', parent }
    const body = newOrganisation(founding, { state: 'registered', at: this.now })
    const registrarOpenid = `o-registrar-${id}`
    await this.store.insert('organisations', { ...body, registrarOpenid })
    await this.person(id, { openid: registrarOpenid, binding: 'claimed' })
    return id
  }

  /** Who registered a body, as a reviewer reads them; nobody where it has no such person. */
  async registrarOf(orgId: string): Promise<{ personId: string; version: number }> {
    const { registrarOpenid = '' } = (await this.store.get('organisations', orgId)) ?? {}
    const { personId = 'nobody' } = (await this.store.get('bindings', registrarOpenid)) ?? {}
    const { version = 0 } = (await this.store.get('persons', personId)) ?? {}
    return { personId, version }
  }

  /** A claim of an owner's paper that waits at one level of a place's chain. */
  async claim(
    place: Place,
    { ownerId, at, state = 'submitted' }: { ownerId: string; at: Level; state?: ClaimDocument['state'] },
  ): Promise<ClaimDocument> {
    const chain = [
      ['unit', place.unit],
      ['department', place.department],
      ['bureau', place.bureau],
    ] as const
    const stepIndex = Math.max(
      0,
      chain.findIndex(([step]) => step === at),
    )
    const steps = chain.map(([step, orgId], index) => ({
      ...{ step, orgId, orgName: orgId, note: '', hours: null },
      ...(index < stepIndex
        ? { outcome: 'approved' as const, decidedBy: 'before', decidedByName: '上一级', decidedAt: this.now }
        : { outcome: 'waiting' as const, decidedBy: null, decidedByName: '', decidedAt: null }),
    }))
    const owner = await this.store.get('persons', ownerId)
    const region = owner?.region ?? 'shandong'
    const pack = packs.standardOf(region, 2022)
    if (!pack.ok) throw new Error(`no pack of ${region}`)
    const id = this.next(`${ownerId}:draft`)
    return this.store.insert('claims', {
      ...{
        _id: id,
        personId: ownerId,
        personName: owner?.name ?? '',
        unitId: place.unit,
        unitName: place.unit,
      },
      ...{ region, targetYear: 2022, kind: 'deeming:village', kindLabel: '驻村', title: '驻村一年' },
      ...{ state, steps, stepIndex, revision: 1, digest: '', claimedHours: null, recognisedHours: null },
      subject: { type: 'deeming', fact: { id: 'village', year: 2022, months: 12 } },
      ...{ asks: [], events: [], dueAt: null, closesAt: null, decisionId: '', fields: {}, attachments: [] },
      ...{ before: null, queueOrgId: steps[stepIndex]?.orgId ?? '', bureauId: place.bureau },
      ...{ queueDueAt: NO_DEADLINE, policyVersion: pack.value.version, oddities: [] },
      ...{ submittedAt: this.now, entryId: null },
    })
  }

  /** A reviewer at a bureau, where a thing must have been done by another person than the caller. */
  private async clerk(bureau: string): Promise<void> {
    const unit = CLERKS_UNIT[bureau] ?? 'station'
    const role = { role: 'bureau-reviewer', orgId: bureau, until: null, grantedBy: '' } as const
    await this.person(unit, { _id: `clerk-${bureau}`, openid: `o-clerk-${bureau}`, roles: [role] })
  }

  private async found(): Promise<void> {
    for (const [id, kind, parentId, region] of bodies) {
      const parent = parentId === null ? null : await this.store.get('organisations', parentId)
      const founding = { id, name: `演示${id}`, kind, region, areaCode: '990101', parent }
      await this.store.insert('organisations', newOrganisation(founding, { state: 'verified', at: this.now }))
    }
    for (const [id, kind] of bodies) if (kind === 'unit') await this.person(id, { _id: `p-${id}` })
    for (const [id, kind] of bodies) if (kind === 'bureau') await this.clerk(id)
    for (const who of WHO)
      if (who !== 'nobody')
        await this.person('station', { _id: who, openid: `o-${who}`, roles: rolesOf(who) })
  }
}

export function rolesOf(who: Who): RoleGrant[] {
  if (who === 'trainee' || who === 'nobody') return []
  const role: RoleName = who === 'region-staff' ? 'bureau-staff' : who
  return [{ role, orgId: placeOf(who, 'own').body, until: null, grantedBy: '' }]
}
