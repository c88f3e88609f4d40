// The deployed functions, called as a phone calls them: built, started by the local cloud, nothing of ours in between.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FUNCTIONS } from '../../deploy/declaration'
import { checkCharacterOf } from '../../domain/identity/id-number'
import { doorOf } from '../../domain/kernel/doors'
import { instant } from '../../domain/kernel/instant'
import { type LocalCloud, PATIENCE, startCloud } from '../../local/cloud'
import { newSecrets } from '../../scripts/local-secrets'
import { OFFICE_TEMPLATES, TEMPLATE_KEYWORDS } from '../../scripts/office-templates'
import { seedingContext } from '../../scripts/seed/context'
import { newOrganisation } from '../../server/bodies/new-organisation'
import { keepTerms } from '../../server/bodies/search-terms'
import { declarations, uploads } from '../../server/collections'
import type { Context } from '../../server/kernel/context'
import { keyedHash } from '../../server/kernel/ports/sealing'
import type { CollectionName, Documents } from '../../server/kernel/store/collections'
import { CONSENT_VERSION } from '../../server/people/consent'
import { hashOfMobile } from '../../server/people/mobile-hash'
import { newToken } from '../../server/people/read-token'
import { api } from '../../server/surface'
import { builtFunctions } from '../harness/built-functions'

const NOW = Date.parse('2022-08-15T10:00:00+08:00')
const DAY_MS = 86_400_000

export const TOKENS = {
  unit: 'uqqqqqqqqqqqqqqq',
  late: 'uppppppppppppppp',
  once: 'unnnnnnnnnnnnnnn',
} as const
export const UNIT = 'unit-one'

const MOBILE = '13800009999'

interface Rostered {
  name: string
  idNumber: string
  unitId?: string
  mobile?: string
}

/** The answer of a door: data, or the code and details of a refusal. */
export interface Answer<T = Record<string, unknown>> {
  data: T | null
  code: string | null
  details: Record<string, unknown>
}

export const idNumberOf = (birthday: string, sequence: string): string => {
  const seventeen = `990101${birthday}${sequence}`
  return seventeen + checkCharacterOf(seventeen)
}

export class Town {
  private constructor(
    readonly cloud: LocalCloud,
    private readonly folder: string,
    private readonly secrets: Record<string, string>,
  ) {}

  static async open(): Promise<Town> {
    const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-doors-'))
    const functionsDir = await builtFunctions()
    const secrets = {
      ...newSecrets(),
      XUESHI_PUBLIC_ORIGIN: 'https://check.example/web',
      XUESHI_SAMPLES: 'allowed',
      XUESHI_TEMPLATES: JSON.stringify(OFFICE_TEMPLATES),
    }
    const cloud = await startCloud({
      dataDir: path.join(folder, 'data'),
      functionsDir,
      functions: FUNCTIONS,
      collections: declarations,
      uploads,
      patience: PATIENCE,
      templates: TEMPLATE_KEYWORDS,
      functionEnv: secrets,
    })
    await cloud.clock.set(NOW)
    const town = new Town(cloud, folder, secrets)
    await town.found()
    return town
  }

  async call<T = Record<string, unknown>>(
    openid: string,
    pathOfCall: string,
    input?: unknown,
  ): Promise<Answer<T>> {
    const procedures = api._def.procedures as unknown as Record<string, { _def: { type: string } }>
    const type = procedures[pathOfCall]?._def.type ?? 'mutation'
    const given = input === undefined ? {} : { input }
    return this.send<T>(openid, { path: pathOfCall, type, ...given })
  }

  /**
   * As the phone's own link does it: who is told to come back in some seconds does so, and nobody sees it. The cloud's
   * clock jumps there, so that no test waits.
   */
  async send<T>(openid: string, event: object): Promise<Answer<T>> {
    for (;;) {
      const { waitMs, ...answer } = await this.sendOnce<T>(openid, event)
      if (waitMs === null) return answer
      await this.cloud.clock.advanceMs(waitMs)
    }
  }

  /** As a program does it that knows no waiting. */
  async sendOnce<T>(openid: string, event: object): Promise<Answer<T> & { waitMs: number | null }> {
    const name = doorOf(String((event as { path?: string }).path))
    const { result, error } = await this.cloud.invoke(name, event, { openid })
    if (error) throw new Error(error)
    const answer = result as {
      result?: { data: T }
      error?: {
        data: { refusal: { code: string; details: Record<string, unknown> } | null; waitMs?: number }
      }
    }
    const refusal = answer.error?.data.refusal
    return {
      data: answer.result?.data ?? null,
      code: refusal?.code ?? (answer.error ? 'FAULT' : null),
      details: refusal?.details ?? {},
      waitMs: answer.error?.data.waitMs ?? null,
    }
  }

  /** Everything before the last step of registration. */
  async prepare(openid: string, mobile = MOBILE): Promise<void> {
    await this.call(openid, 'account.consent', { version: CONSENT_VERSION })
    const code = this.cloud.phoneCodes.issue(mobile)
    const { code: refusedWith } = await this.call(openid, 'account.phone', { code })
    if (refusedWith) throw new Error(refusedWith)
  }

  async register(
    openid: string,
    facts: { name: string; idNumber: string; token?: string; unitId?: string },
  ): Promise<Answer<{ person: { id: string; binding: string } }>> {
    return this.call(openid, 'account.register', {
      unitId: UNIT,
      consentVersion: CONSENT_VERSION,
      channel: 'search',
      ...facts,
    })
  }

  /** On the unit's roster with that mobile number; nobody has registered yet. */
  async onRoster({ name, idNumber, unitId = UNIT, mobile = MOBILE }: Rostered): Promise<void> {
    const { store, ports } = this.context()
    await store.insert('roster-lines', {
      ...{ _id: `${unitId}:${this.hashOf(idNumber)}`, unitId, name },
      details: {
        ...{ importId: '', idNumberMasked: '', mobileMasked: '', position: '', remark: '' },
        mobileHash: hashOfMobile(mobile, ports.secrets),
      },
    })
  }

  /** A code that hangs at the unit's wall. */
  async codeOf(unitId: string): Promise<string> {
    const context = this.context()
    const { _id } = await context.store.insert('entry-tokens', {
      ...{ _id: newToken('unit', context), kind: 'unit', unitId, courseId: null, singleUse: false },
      ...{ usedBy: null, expiresAt: instant(NOW + DAY_MS) },
    })
    return _id
  }

  /** Registered by the unit's code with the roster's mobile number, and so verified at once. */
  async member(openid: string, who: Rostered): Promise<string> {
    const { name, idNumber, unitId = UNIT, mobile = MOBILE } = who
    await this.onRoster(who)
    await this.prepare(openid, mobile)
    const { data, code } = await this.register(openid, { name, idNumber, token: await this.codeOf(unitId) })
    if (data?.person.binding !== 'verified') throw new Error(code ?? 'not verified by the roster')
    return data.person.id
  }

  get<C extends CollectionName>(collection: C, id: string): Promise<Documents[C] | null> {
    return this.context().store.get(collection, id)
  }

  context(): Context {
    return seedingContext(this.cloud, this.secrets)
  }

  hashOf(idNumber: string): string {
    return keyedHash('id-number', idNumber, this.context().ports.secrets)
  }

  async appoint(openid: string): Promise<void> {
    const { store } = this.context()
    const binding = await store.get('bindings', openid)
    const person = binding ? await store.get('persons', binding.personId) : null
    if (!person) throw new Error(`${openid} is not registered`)
    await store.replace('persons', {
      ...person,
      binding: 'verified',
      roles: [{ role: 'unit-reviewer', orgId: person.unitId, until: null, grantedBy: '' }],
    })
  }

  async close(): Promise<void> {
    await this.cloud.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  private async found(): Promise<void> {
    const { store } = this.context()
    for (const [id, name] of [
      [UNIT, '长宁市第一中学'],
      ['unit-two', '长宁市第二中学'],
    ] as const) {
      const place = { name, parentName: '长宁市教育局', region: 'shaanxi' as const }
      const founding = {
        id,
        name,
        region: place.region,
        kind: 'unit',
        areaCode: '990101',
        parent: null,
      } as const
      const made = newOrganisation(founding, { state: 'verified', at: instant(NOW) })
      const body = { ...made, parentName: place.parentName }
      await store.insert('organisations', body)
      await keepTerms(store, body)
    }
    const token = { kind: 'unit' as const, unitId: UNIT, courseId: null, singleUse: false, usedBy: null }
    await store.insert('entry-tokens', { _id: TOKENS.unit, ...token, expiresAt: instant(NOW + DAY_MS) })
    await store.insert('entry-tokens', { _id: TOKENS.late, ...token, expiresAt: instant(NOW - 1) })
    await store.insert('entry-tokens', {
      _id: TOKENS.once,
      ...token,
      expiresAt: instant(NOW + DAY_MS),
      singleUse: true,
    })
  }
}
