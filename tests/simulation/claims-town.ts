// One region's tree with trainees and reviewers, on a store that loses races and answers.

import { sm2 } from 'sm-crypto-v2'
import { type Instant, instant } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import type { Right } from '../../domain/organisation/rights'
import type { OrganisationKind, RoleName } from '../../domain/organisation/roles'
import type { PolicyPack } from '../../domain/policy/pack'
import { newOrganisation } from '../../server/bodies/new-organisation'
import type { Context } from '../../server/kernel/context'
import { type Holder, holderOf } from '../../server/kernel/holder'
import { packs } from '../../server/kernel/packs'
import type { PersonDocument } from '../../server/people/documents'
import { A_CALL } from '../harness/a-call'
import { personOf } from '../harness/person-of'
import { AnswerLost, type Fault, memoryStore } from './memory-store'

const UNITS = ['unit-a', 'unit-b', 'unit-c'] as const
/** Where each hangs: two units under one department, one straight under the bureau. */
const TREE: readonly (readonly [id: string, kind: OrganisationKind, parent: string | null])[] = [
  ['bureau', 'bureau', null],
  ['dept', 'department', 'bureau'],
  ['unit-a', 'unit', 'dept'],
  ['unit-b', 'unit', 'dept'],
  ['unit-c', 'unit', 'bureau'],
]
const REVIEWERS: readonly (readonly [id: string, role: RoleName, orgId: string])[] = [
  ['r-unit-a', 'unit-reviewer', 'unit-a'],
  ['r-unit-b', 'unit-reviewer', 'unit-b'],
  ['r-unit-c', 'unit-reviewer', 'unit-c'],
  ['r-dept', 'department-reviewer', 'dept'],
  ['r-bureau', 'bureau-reviewer', 'bureau'],
  ['r-bureau-2', 'bureau-reviewer', 'bureau'],
]

export const TRAINEES = ['t-1', 't-2', 't-3'] as const
export const REVIEWER_IDS = REVIEWERS.map(([id]) => id)
export const UNIT_IDS: readonly string[] = UNITS

/** Seeded dice: a history replays exactly. */
export class Dice {
  private state: number
  constructor(seed: number) {
    this.state = seed >>> 0
  }
  below(most: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0
    return (this.state >>> 8) % most
  }
  of<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)]
    if (chosen === undefined) throw new RangeError('nothing to choose from')
    return chosen
  }
}

/** Percentages of transactions that lose a race, and that commit while their answer is lost. */
const RACES_PERCENT = 6
const LOST_PERCENT = 4
const MOST_ASKED = 40

export class ClaimsTown {
  readonly store: ReturnType<typeof memoryStore>
  now: Instant
  private faulty = false

  constructor(
    readonly pack: PolicyPack,
    readonly dice: Dice,
    start: string,
  ) {
    this.now = instant(Date.parse(`${start}+08:00`))
    this.store = memoryStore(() => this.fault())
  }

  async found(): Promise<this> {
    const { region } = this.pack
    const founded = { state: 'verified', at: this.now } as const
    for (const [id, kind, parentId] of TREE) {
      const parent = parentId === null ? null : await this.store.get('organisations', parentId)
      await this.store.insert(
        'organisations',
        newOrganisation({ id, name: id, kind, region, areaCode: '990101', parent }, founded),
      )
    }
    for (const id of TRAINEES) await this.settle(id, this.dice.of(UNITS), [])
    for (const [id, role, orgId] of REVIEWERS)
      await this.settle(id, UNIT_IDS.includes(orgId) ? orgId : 'unit-a', [
        { role, orgId, until: null, grantedBy: '' },
      ])
    this.faulty = true
    return this
  }

  async person(id: string): Promise<PersonDocument> {
    const person = await this.store.get('persons', id)
    if (!person) throw new Error(`${id} is nobody`)
    return person
  }

  async reviewer(id: string, right: Right = 'review-claims'): Promise<Holder> {
    return holderOf(await this.person(id), right, this)
  }

  pass(days: number): void {
    this.now = instant(this.now + days * 86_400_000 + this.dice.below(3_600_000))
  }

  context(openid = ''): Context {
    const bytes = (count: number) => Uint8Array.from({ length: count }, () => this.dice.below(256))
    return {
      call: A_CALL,
      openid,
      now: this.now,
      dice: { integerBelow: (below) => this.dice.below(below), bytes },
      store: this.store,
      ports: { sampleContent: 'allowed', secrets: SECRETS, publicOrigin: '' } as unknown as Context['ports'],
      packs,
    }
  }

  /** Repeats an unanswered call with exactly the same input, as a phone does. */
  async insisting<T>(work: () => Promise<T>): Promise<T> {
    for (let asked = 0; asked < MOST_ASKED; asked += 1) {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof AnswerLost)) throw error
      }
    }
    throw new Error('nobody loses so many answers')
  }

  private fault(): Fault {
    if (!this.faulty) return 'none'
    const rolled = this.dice.below(100)
    if (rolled < RACES_PERCENT) return 'conflict'
    return rolled < RACES_PERCENT + LOST_PERCENT ? 'answer-lost' : 'none'
  }

  private async settle(id: string, unitId: string, roles: PersonDocument['roles']): Promise<void> {
    const unit = { unitId, unitName: unitId, unitParentName: '', region: this.pack.region as Region }
    await this.store.insert('persons', personOf(id, { ...unit, at: this.now, name: id, roles }))
    await this.store.insert('identity-keys', { _id: `hash-${id}`, personId: id, unitName: unitId })
  }
}

const keys = sm2.generateKeyPairHex()

/** For certificates that a history corrects. */
const SECRETS = {
  idNumberKeys: { current: 1, keys: {} },
  indexKeys: { current: 1, keys: { 1: '' } },
  signing: {
    privateKeyHex: keys.privateKey,
    current: { keyId: 1, publicKeyHex: keys.publicKey, from: null, until: null },
    past: [],
  },
}
