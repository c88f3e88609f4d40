// A county of Shandong and a city of Qinghai on the real SDK: people who claim, and those who review at each level.

import { type Instant, instant } from '../../domain/kernel/instant'
import type { RoleGrant, RoleName } from '../../domain/organisation/roles'
import type { OrganisationDocument } from '../../server/bodies/documents'
import { newOrganisation } from '../../server/bodies/new-organisation'
import type { ClaimDocument } from '../../server/claims/filing/documents'
import type { Context } from '../../server/kernel/context'
import type { PersonDocument } from '../../server/people/documents'
import { api } from '../../server/surface'
import { type Ledger, startLedger } from './ledger'

type Caller = ReturnType<typeof api.createCaller>

export const at = (text: string): Instant => instant(Date.parse(`${text}+08:00`))

/** `sd` or `qh`; the bodies of each are called `sd-unit`, `sd-department`, `sd-bureau`, and `sd-unit-2` beside it. */
type Place = 'sd' | 'qh'
const REGIONS = { sd: 'shandong', qh: 'qinghai' } as const

export class Reviewers {
  now: Instant = at('2022-06-01T09:00:00')

  private constructor(readonly ledger: Ledger) {}

  static async open(): Promise<Reviewers> {
    const reviewers = new Reviewers(await startLedger())
    for (const place of ['sd', 'qh'] as const) await reviewers.found(place)
    return reviewers
  }

  get store(): Context['store'] {
    return this.ledger.store
  }

  as(name: string): Caller {
    return api.createCaller(this.context(name))
  }

  context(name = ''): Context {
    return { ...this.ledger.ctx, openid: `o-${name}`, now: this.now }
  }

  async claim(id: string): Promise<ClaimDocument> {
    const claim = await this.store.get('claims', id)
    if (!claim) throw new Error(`no claim ${id}`)
    return claim
  }

  /** A draft with a photo, handed in; answers with the claim's id. */
  async submit(name: string, of: { id: string; kind: string; year: number; fields: Record<string, string> }) {
    const draftId = of.id
    await this.as(name).claim.saveDraft({ draftId, kind: of.kind, targetYear: of.year, fields: of.fields })
    const key = `p-${name}:${draftId}`
    const draft = await this.store.get('claim-drafts', key)
    if (!draft) throw new Error(`no draft ${key}`)
    const photo = {
      fileId: `cloud://x/${of.id}.jpg`,
      name: '证明.jpg',
      type: 'image/jpeg' as const,
      bytes: 9,
    }
    await this.store.replace('claim-drafts', {
      ...draft,
      attachments: [{ ...photo, sha256: of.id.padEnd(64, '-') }],
    })
    return (await this.as(name).claim.submit({ draftId })).claimId
  }

  /**
   * Writes a line of the archive that a person's unit keeps for them; answers with the name that a claim uses for it.
   */
  async record(name: string, of: { id: string; hours: string; year?: number }): Promise<string> {
    const { id, hours, year = 2022 } = of
    const unitId = (await this.store.get('persons', `p-${name}`))?.unitId ?? ''
    const kept = await this.as(unitId).archive.keep({
      ...{ personId: `p-${name}`, year, lineId: `line-${id}`, revision: 0 },
      line: {
        ...{ kind: 'self-study', way: '个人自学', title: `自学 ${id}`, how: '每晚读书，写读书笔记' },
        ...{ from: '2022-05-01', to: '2022-05-20', hours: Math.round(Number(hours) * 100) },
      },
    })
    return kept.lines.find(({ lineId }) => lineId === `line-${id}`)?.record ?? ''
  }

  /** A paper in a journal of the province, handed in. */
  paper(name: string, id: string, more: Record<string, string> = {}): Promise<string> {
    const fields = {
      title: `论文 ${id}`,
      level: '省级',
      'author-rank': '1',
      on: '2022-05-20',
      'meets:published': 'yes',
      ...more,
    }
    return this.submit(name, { id, kind: 'paper', year: 2022, fields })
  }

  /** So many hours of self-study, from the archive of the unit, handed in. */
  async study(name: string, { id, hours }: { id: string; hours: string }): Promise<string> {
    const fields = { record: await this.record(name, { id, hours }) }
    return this.submit(name, { id, kind: 'self-study', year: 2022, fields })
  }

  async person(place: Place, name: string, of: Partial<PersonDocument> = {}): Promise<PersonDocument> {
    const made = await this.ledger.person(`p-${name}`)
    await this.store.insert('bindings', { _id: `o-${name}`, personId: made._id })
    const unitId = of.unitId ?? `${place}-unit`
    const unit = await this.store.get('organisations', unitId)
    return this.store.replace('persons', {
      ...made,
      openid: `o-${name}`,
      name: `人员${name}`,
      region: REGIONS[place],
      unitId,
      unitName: unit?.name ?? '',
      ...of,
    })
  }

  reviewer(place: Place, name: string, [role, orgId]: [RoleName, string]): Promise<PersonDocument> {
    const grant: RoleGrant = { role, orgId, until: null, grantedBy: '' }
    return this.person(place, name, { unitId: orgId, roles: [grant] })
  }

  async change(orgId: string, change: Partial<OrganisationDocument>): Promise<void> {
    const body = await this.store.get('organisations', orgId)
    if (body) await this.store.replace('organisations', { ...body, ...change })
  }

  stop(): Promise<void> {
    return this.ledger.stop()
  }

  private async found(place: Place): Promise<void> {
    const bureau = await this.body(place, 'bureau', null)
    const department = await this.body(place, 'department', bureau)
    await this.body(place, 'department-2', bureau)
    await this.body(place, 'unit', department)
    await this.body(place, 'unit-2', department)
    await this.reviewer(place, `${place}-unit`, ['unit-reviewer', `${place}-unit`])
    await this.reviewer(place, `${place}-unit-2`, ['unit-reviewer', `${place}-unit-2`])
    await this.reviewer(place, `${place}-department`, ['department-reviewer', `${place}-department`])
    await this.reviewer(place, `${place}-bureau`, ['bureau-reviewer', `${place}-bureau`])
  }

  private body(
    place: Place,
    name: string,
    parent: OrganisationDocument | null,
  ): Promise<OrganisationDocument> {
    const kind = name.replace(/-2$/, '') as OrganisationDocument['kind']
    const names = { bureau: '人社局', department: '农业农村局', unit: '推广站', township: '镇', base: '基地' }
    const founding = { id: `${place}-${name}`, name: `${place}${names[kind]}${name.slice(-2)}`, kind }
    return this.store.insert(
      'organisations',
      newOrganisation(
        { ...founding, region: REGIONS[place], areaCode: '990101', parent },
        { state: 'verified', at: this.now },
      ),
    )
  }
}
