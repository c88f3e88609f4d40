// Two acts at the same moment, or one that arrives when the facts it rests on have just changed. With either winner,
// the ledger is the sum of the credits that stand approved, its chain holds, and each act is one line of the log.
import { hoursOf } from '../../domain/kernel/hours'
import { type Instant, instant, plusMs } from '../../domain/kernel/instant'
import { firstBreak, replay } from '../../domain/ledger/replay'
import type { SentRow } from '../../domain/outside/batch'
import { settleDue } from '../../server/afterwards/clock/settle-due'
import type { Context } from '../../server/kernel/context'
import { keyedHash } from '../../server/kernel/ports/sealing'
import { receiveBatch } from '../../server/outside/receive-batch'
import { workBatches } from '../../server/outside/work-batches'
import { stepJob } from '../../server/oversight/void-job'
import { askErasure } from '../../server/own-data/ask-erasure'
import { erasePerson } from '../../server/own-data/erase-person'
import { api } from '../../server/surface'
import { refusalOf } from '../harness/classroom'
import { interrupted } from '../harness/interrupted'
import { line, newPartner } from '../harness/partner'
import { at, Reviewers } from '../harness/reviewers'
import { idNumberOf } from './town'

let office: Reviewers
beforeAll(async () => {
  office = await Reviewers.open()
  for (const name of ['sd-unit-b', 'sd-bureau-b', 'sd-bureau-c'])
    await office.reviewer(
      'sd',
      name,
      name === 'sd-unit-b' ? ['unit-reviewer', 'sd-unit'] : ['bureau-reviewer', 'sd-bureau'],
    )
})
afterAll(() => office.stop())
beforeEach(() => {
  office.now = at('2022-06-01T09:00:00')
})

let made = 0
const fresh = (prefix: string): string => `${prefix}-${++made}`

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const refusal = await refusalOf(work)
  return refusal === 'accepted' ? refusal : refusal.code
}
const codesOf = (...works: Promise<unknown>[]): Promise<string[]> => Promise.all(works.map(codeOf))

const PAPER = { title: '论文', level: '省级', 'author-rank': '1', on: '2022-05-20', 'meets:published': 'yes' }
const paper = async (name: string): Promise<string> =>
  office.submit(name, { id: fresh('draft-of-race'), kind: 'paper', year: 2022, fields: PAPER })

async function somebody(change = {}): Promise<string> {
  const name = fresh('racer')
  await office.person('sd', name, change)
  return name
}

interface Deciding {
  id: string
  now?: Instant
  verdict?: { kind: 'approve' } | { kind: 'reject'; reason: string }
}

async function decideAs(name: string, { id, now, verdict = { kind: 'approve' } }: Deciding) {
  const { revision, stepIndex } = await office.claim(id)
  const ctx = { ...office.context(name), ...(now === undefined ? {} : { now }) }
  const decision = { claimId: id, decisionId: fresh('d'), revision, stepIndex, verdict }
  return api.createCaller(ctx).review.decide(decision)
}

const LEVELS = ['sd-unit', 'sd-department', 'sd-bureau']
async function approved(id: string, levels: readonly string[] = LEVELS): Promise<string> {
  for (const level of levels) await decideAs(level, { id })
  return id
}

/** The facts that must be true of a person's books after any race. */
async function booksHold(name: string, { year = 2022, region = 'shandong' } = {}): Promise<void> {
  const personId = `p-${name}`
  const accountId = `${personId}:${region}:${year}`
  const account = await office.store.get('accounts', accountId)
  const { items } = await office.store.query('entries', 'byAccount', { equals: { accountId }, limit: 100 })
  const entries = items.reverse().map((entry) => ({ ...entry, id: entry._id }))
  expect(firstBreak(entries)).toBeNull()
  const { portions, sequence } = replay(entries)
  expect(account?.portions ?? portions).toEqual(portions)
  expect(account?.sequence ?? 0).toBe(sequence)
  const { items: claims } = await office.store.query('claims', 'byPerson', {
    equals: { personId },
    limit: 50,
  })
  const standing = claims
    .filter(({ state, targetYear }) => state === 'credited' && targetYear === year)
    .reduce((sum, { recognisedHours }) => sum + (recognisedHours ?? 0), 0)
  const { counted, pending, overCap } = portions.professional
  expect(counted + pending + overCap).toBe(standing)
  for (const claim of claims) await eachActIsOneLine(claim)
}

/** Crediting is the last approval's; what the clock or the law did has lines of its own. */
async function eachActIsOneLine(claim: Awaited<ReturnType<Reviewers['claim']>>): Promise<void> {
  const acts = claim.events.filter(({ kind }) => !/^(credited|skipped|revoked|reinstated)$/.test(kind))
  const lines = await office.store.query('audit', 'bySubject', {
    equals: { subjectId: claim._id },
    limit: 100,
  })
  expect(lines.items.filter(({ action }) => action.startsWith('claim-'))).toHaveLength(acts.length)
}

describe('handing in', () => {
  test('the same draft twice at once is one claim, one line, one event', async () => {
    const name = await somebody()
    const draftId = fresh('draft-of-race')
    await office.as(name).claim.saveDraft({ draftId, kind: 'paper', targetYear: 2022, fields: PAPER })
    await photographed(name, { draftId, photo: draftId })
    const [one, two] = await Promise.all([1, 2].map(() => office.as(name).claim.submit({ draftId })))
    expect(two).toEqual(one)
    expect((await office.claim(`p-${name}:${draftId}`)).events).toHaveLength(1)
    await booksHold(name)
  })

  test('two drafts of one photo at once: one is handed in, the other is told that it is used', async () => {
    const name = await somebody()
    const drafts = [fresh('draft-of-race'), fresh('draft-of-race')]
    for (const draftId of drafts) {
      await office.as(name).claim.saveDraft({ draftId, kind: 'paper', targetYear: 2022, fields: PAPER })
      await photographed(name, { draftId, photo: `photo-of-${name}` })
    }
    const codes = await codesOf(...drafts.map((draftId) => office.as(name).claim.submit({ draftId })))
    expect(codes.sort()).toEqual(['EVIDENCE_USED', 'accepted'])
  })

  const onRecord = async (name: string, record: string): Promise<string> => {
    const draftId = fresh('draft-of-race')
    const fields = { record }
    await office.as(name).claim.saveDraft({ draftId, kind: 'self-study', targetYear: 2022, fields })
    await photographed(name, { draftId, photo: draftId })
    return draftId
  }

  test('two claims on one line of the archive at once: the line is one claim’s', async () => {
    const name = await somebody()
    const record = await office.record(name, { id: fresh('line'), hours: '8' })
    const drafts = [await onRecord(name, record), await onRecord(name, record)]
    const codes = await codesOf(...drafts.map((draftId) => office.as(name).claim.submit({ draftId })))
    expect(codes.sort()).toEqual(['STUDY_RECORD_USED', 'accepted'])
    await booksHold(name)
  })

  test('while the unit strikes the line: it is claimed and stays, or is gone and nothing is claimed', async () => {
    const name = await somebody()
    const record = await office.record(name, { id: fresh('line'), hours: '8' })
    const draftId = await onRecord(name, record)
    const [claimed, struck] = await codesOf(
      office.as(name).claim.submit({ draftId }),
      office.as('sd-unit').archive.withdraw({ record }),
    )
    expect([
      ['accepted', 'STUDY_RECORD_USED'],
      ['STUDY_RECORD_MISSING', 'accepted'],
    ]).toContainEqual([claimed, struck])
    await booksHold(name)
  })

  async function photographed(name: string, of: { draftId: string; photo: string }): Promise<void> {
    const draft = await office.store.get('claim-drafts', `p-${name}:${of.draftId}`)
    if (!draft) throw new Error('no draft')
    const file = {
      fileId: `cloud://x/${of.photo}.jpg`,
      name: '证明.jpg',
      type: 'image/jpeg' as const,
      bytes: 9,
    }
    await office.store.replace('claim-drafts', {
      ...draft,
      attachments: [{ ...file, sha256: of.photo.padEnd(64, '-') }],
    })
  }
})

describe('deciding', () => {
  test.each([1, 2, 3])(
    'while the owner takes it back: one of the two happened, never both (%i)',
    async () => {
      const name = await somebody()
      const id = await approved(await paper(name), LEVELS.slice(0, 2))
      const codes = await codesOf(
        decideAs('sd-bureau', { id }),
        office.as(name).claim.withdraw({ claimId: id }),
      )
      const { state } = await office.claim(id)
      expect(codes).toEqual(
        state === 'credited' ? ['accepted', 'CLAIM_CLOSED'] : ['CLAIM_CLOSED', 'accepted'],
      )
      await booksHold(name)
    },
  )

  test('two of a bureau approve and reject at once: one is told who was first', async () => {
    const name = await somebody()
    const id = await approved(await paper(name), LEVELS.slice(0, 2))
    const codes = await codesOf(
      decideAs('sd-bureau', { id }),
      decideAs('sd-bureau-b', { id, verdict: { kind: 'reject', reason: '查无此文' } }),
    )
    expect(codes.sort()).toEqual(['STEP_ALREADY_DECIDED', 'accepted'])
    await booksHold(name)
  })

  test('five of one person’s claims at once by three people: the cap of the year holds, and none is lost', async () => {
    const name = await somebody()
    const ids = [
      await paper(name),
      await paper(name),
      await paper(name),
      await paper(name),
      await paper(name),
    ]
    for (const id of ids) await approved(id, LEVELS.slice(0, 2))
    const bureau = ['sd-bureau', 'sd-bureau-b', 'sd-bureau-c']
    const codes = await codesOf(...ids.map((id, n) => decideAs(bureau[n % 3] ?? '', { id })))
    expect(codes).toEqual(ids.map(() => 'accepted'))
    const account = await office.store.get('accounts', `p-${name}:shandong:2022`)
    expect(account?.portions.professional).toMatchObject({ counted: hoursOf(30), overCap: hoursOf(20) })
    await booksHold(name)
  })

  test('two people’s claims of one paper at once: both are odd, whichever came first', async () => {
    const names = [await somebody(), await somebody()]
    const doi = fresh('10.1/race')
    const ids = await Promise.all(
      names.map((name) =>
        office.submit(name, {
          ...{ id: fresh('draft-of-race'), kind: 'paper', year: 2022 },
          fields: { ...PAPER, doi },
        }),
      ),
    )
    const odd = (await Promise.all(ids.map((id) => office.claim(id)))).map(({ oddities }) => oddities.length)
    expect(odd).toEqual([1, 1])
  })

  test('by somebody whose role ended while they were deciding: refused, and nothing was written', async () => {
    const name = await somebody()
    const id = await paper(name)
    const leaving = await office.reviewer('sd', fresh('leaving'), ['unit-reviewer', 'sd-unit'])
    const ends = () => office.store.replace('persons', { ...leaving, roles: [] })
    const ctx = interrupted(office.context(leaving._id.slice(2)), ends)
    const before = await office.claim(id)
    const decision = { claimId: id, decisionId: fresh('d'), revision: 1, stepIndex: 0 }
    const deciding = api.createCaller(ctx).review.decide({ ...decision, verdict: { kind: 'approve' } })
    expect(await codeOf(deciding)).toBe('OUT_OF_SCOPE')
    expect(await office.claim(id)).toEqual(before)
    await booksHold(name)
  })

  test('by a unit that loses its right to certify meanwhile: refused', async () => {
    const name = await somebody({ unitId: 'sd-unit-2' })
    const id = await paper(name)
    const certifies = { allowed: false, reason: '违规认证', since: office.now }
    const ctx = interrupted(office.context('sd-unit-2'), () => office.change('sd-unit-2', { certifies }))
    const decision = { claimId: id, decisionId: fresh('d'), revision: 1, stepIndex: 0 }
    const deciding = api.createCaller(ctx).review.decide({ ...decision, verdict: { kind: 'approve' } })
    expect(await codeOf(deciding)).toBe('CERTIFYING_WITHDRAWN')
    await office.change('sd-unit-2', { certifies: { allowed: true, reason: '', since: null } })
  })

  test('a stand-in decides until the last millisecond, and not in the next one', async () => {
    const until = plusMs(office.now, 3_600_000)
    const grant = { role: 'unit-reviewer', orgId: 'sd-unit', until, grantedBy: 'p-sd-unit' } as const
    const standIn = await somebody({ roles: [grant] })
    const name = await somebody()
    const [first, second] = [await paper(name), await paper(name)]
    expect(await codeOf(decideAs(standIn, { id: first, now: plusMs(until, -1) }))).toBe('accepted')
    expect(await codeOf(decideAs(standIn, { id: second, now: until }))).toBe('ROLE_MISSING')
    await booksHold(name)
  })

  test.each([1, 2, 3])(
    'while the person moves to another unit: it is decided, or goes along (%i)',
    async () => {
      const name = await somebody()
      const id = await approved(await paper(name), LEVELS.slice(0, 2))
      const { moveId } = await office
        .as(name)
        .organisation.requestMove({ toUnitId: 'sd-unit-2', moveId: fresh('move') })
      const confirming = { personId: `p-${name}`, moveId }
      const [decided, moved] = await codesOf(
        decideAs('sd-bureau', { id }),
        office.as('sd-unit-2').organisation.confirmMove(confirming),
      )
      expect(moved).toBe('accepted')
      const claim = await office.claim(id)
      // The claim is asked by the new unit, or credited where it was; a reviewer who decided on a claim that has gone
      // is told.
      if (decided === 'accepted') expect(claim).toMatchObject({ state: 'credited', unitId: 'sd-unit' })
      else
        expect([decided, claim.state, claim.queueOrgId]).toEqual(['CLAIM_CHANGED', 'submitted', 'sd-unit-2'])
      expect(await codeOf(decideAs('sd-unit', { id }))).not.toBe('accepted')
      await booksHold(name)
    },
  )
})

describe('the law’s close (QH23-12), 24:00 in Beijing', () => {
  const close = at('2024-01-01T00:00:00')
  const yearOf = async (name: string): Promise<string> => {
    office.now = at('2023-12-11T09:00:00')
    return office.submit(name, { id: fresh('year-of-race'), kind: 'year', year: 2023, fields: {} })
  }
  const closing = async (): Promise<{ name: string; id: string }> => {
    const name = fresh('closing')
    await office.person('qh', name)
    return { name, id: await yearOf(name) }
  }
  const inBooks = { year: 2023, region: 'qinghai' }

  test('a millisecond before it is decided; at it, it lapses, whoever comes first', async () => {
    const early = await closing()
    expect(await codeOf(decideAs('qh-unit', { id: early.id, now: plusMs(close, -1) }))).toBe('accepted')
    const { name, id } = await closing()
    office.now = close
    const [decided] = await codesOf(
      decideAs('qh-unit', { id }),
      settleDue(office.context()),
      office.as(name).claim.claim({ claimId: id }),
    )
    expect(decided).toBe('CLAIM_CLOSED')
    const { state, events } = await office.claim(id)
    expect([state, events.map(({ kind }) => kind)]).toEqual(['lapsed', ['submitted', 'lapsed']])
    await booksHold(name, inBooks)
  })

  test('what lapses cannot be taken back at that moment: who was late stays named', async () => {
    const { name, id } = await closing()
    office.now = close
    expect(await codeOf(office.as(name).claim.withdraw({ claimId: id }))).toBe('CLAIM_CLOSED')
    await settleDue(office.context())
    expect((await office.claim(id)).events.at(-1)?.note).toContain('没有按时审核')
    await booksHold(name, inBooks)
  })

  test('a returned one cannot be handed in again at that moment', async () => {
    const { name, id } = await closing()
    const { revision, stepIndex } = await office.claim(id)
    const asks = [{ field: '', text: '请补材料' }]
    const verdict = { kind: 'return' as const, asks }
    await office
      .as('qh-unit')
      .review.decide({ claimId: id, decisionId: fresh('d'), revision, stepIndex, verdict })
    const draftId = fresh('draft-of-race')
    await office
      .as(name)
      .claim.saveDraft({ draftId, kind: 'year', targetYear: 2023, fields: {}, claimId: id })
    office.now = close
    expect(await codeOf(office.as(name).claim.submit({ draftId }))).toBe('CLAIM_TOO_LATE')
    await settleDue(office.context())
    expect(await office.claim(id)).toMatchObject({ state: 'lapsed' })
    await booksHold(name, inBooks)
  })

  test('a clock that goes back wakes nothing up', async () => {
    const { name, id } = await closing()
    office.now = close
    await settleDue(office.context())
    office.now = at('2023-12-20T09:00:00')
    expect(await codeOf(decideAs('qh-unit', { id }))).toBe('CLAIM_CLOSED')
    await settleDue(office.context())
    expect((await office.claim(id)).events.map(({ kind }) => kind)).toEqual(['submitted', 'lapsed'])
    await booksHold(name, inBooks)
  })
})

test('a clock that goes back between two levels loses nothing and repeats nothing', async () => {
  const name = await somebody()
  const id = await paper(name)
  await decideAs('sd-unit', { id })
  const earlier = instant(office.now - 7_200_000)
  await decideAs('sd-department', { id, now: earlier })
  await decideAs('sd-bureau', { id, now: plusMs(earlier, -1) })
  expect(await office.claim(id)).toMatchObject({ state: 'credited', recognisedHours: hoursOf(10) })
  await booksHold(name)
})

describe('taking back', () => {
  const reason = '期刊查无此文'
  const voidAs = (name: string, claimId: string, because = reason) =>
    office.as(name).oversight.voidEntry({ named: { claimId }, reason: because })

  test('by two at once for two reasons: once, and the other is told by whom', async () => {
    const name = await somebody()
    const id = await approved(await paper(name))
    const codes = await codesOf(voidAs('sd-bureau', id), voidAs('sd-bureau-b', id, '不是本人的论文'))
    expect(codes.sort()).toEqual(['STEP_ALREADY_DECIDED', 'accepted'])
    expect((await office.claim(id)).events.filter(({ kind }) => kind === 'revoked')).toHaveLength(1)
    await booksHold(name)
  })

  test('an objection heard by two at once has one answer', async () => {
    const name = await somebody()
    const id = await approved(await paper(name))
    const { voidingId } = await voidAs('sd-bureau', id)
    await office.as(name).oversight.object({ entryId: voidingId, statement: '是真的' })
    const hear = (by: string, verdict: 'upheld' | 'dismissed') =>
      office.as(by).oversight.hear({ voidingId, decisionId: fresh('d'), verdict, reason: '核对过原件' })
    const codes = await codesOf(hear('sd-bureau-b', 'upheld'), hear('sd-bureau-c', 'dismissed'))
    expect(codes.sort()).toEqual(['OBJECTION_CLOSED', 'accepted'])
    const voiding = await office.store.get('voidings', voidingId)
    const { state } = await office.claim(id)
    expect(state).toBe(voiding?.objectionState === 'upheld' ? 'credited' : 'revoked')
    await booksHold(name)
  })

  test('while the objection against it is upheld: the restored hours stand once, or are void once more', async () => {
    const name = await somebody()
    const id = await approved(await paper(name))
    const { voidingId } = await voidAs('sd-bureau', id)
    await office.as(name).oversight.object({ entryId: voidingId, statement: '是真的' })
    const hearing = { voidingId, decisionId: fresh('d'), verdict: 'upheld' as const, reason: '核对过原件' }
    const [heard, again] = await codesOf(
      office.as('sd-bureau-b').oversight.hear(hearing),
      voidAs('sd-bureau-c', id, '仍然不实'),
    )
    expect(heard).toBe('accepted')
    expect((await office.claim(id)).state).toBe(again === 'accepted' ? 'revoked' : 'credited')
    await booksHold(name)
  })

  test('a job stepped by two at once takes each back once, and counts each once', async () => {
    const unitId = 'sd-unit-2'
    const name = await somebody({ unitId })
    const ids = [await paper(name), await paper(name), await paper(name)]
    for (const id of ids) await approved(id, ['sd-unit-2', 'sd-department', 'sd-bureau'])
    const order = { jobId: fresh('job'), unitId, from: 0, until: office.now + 1, reason }
    const ordered = await Promise.all([1, 2].map(() => office.as('sd-bureau').oversight.voidAllOf(order)))
    const jobId = ordered[0]?.jobId ?? ''
    await Promise.all([1, 2, 3].map(() => stepJob(office.context(), jobId)))
    expect(await office.as('sd-bureau').oversight.job({ jobId })).toMatchObject({
      state: 'done',
      voided: 3,
      looked: 3,
    })
    for (const id of ids) expect(await office.claim(id)).toMatchObject({ state: 'revoked' })
    await booksHold(name)
  })
})

describe('roles and rights', () => {
  test('two roles given to one person at once are both theirs', async () => {
    const name = await somebody()
    const grant = (by: string, role: 'unit-reviewer' | 'department-reviewer', orgId: string) =>
      office.as(by).organisation.grant({
        ...{ personId: `p-${name}`, role, orgId, until: null, actId: fresh('act') },
      })
    await Promise.all([
      grant('sd-unit', 'unit-reviewer', 'sd-unit'),
      grant('sd-bureau', 'department-reviewer', 'sd-department'),
    ])
    const roles = (await office.store.get('persons', `p-${name}`))?.roles ?? []
    expect(roles.map(({ role }) => role).sort()).toEqual(['department-reviewer', 'unit-reviewer'])
  })

  test('a right to certify that is taken and given back at once is one of the two, each a line', async () => {
    const change = { unitId: 'sd-unit-2', reason: '抽查', decisionId: fresh('d') }
    await Promise.all([
      office.as('sd-bureau').oversight.withdrawCertification(change),
      office.as('sd-bureau').oversight.withdrawCertification(change),
    ])
    const back = { ...change, decisionId: fresh('d') }
    await Promise.all([
      office.as('sd-bureau').oversight.restoreCertification(back),
      office.as('sd-bureau-b').oversight.restoreCertification({ ...back, decisionId: fresh('d') }),
    ])
    // A withdrawal that arrives late does not take the right once more.
    await office.as('sd-bureau').oversight.withdrawCertification(change)
    expect((await office.store.get('organisations', 'sd-unit-2'))?.certifies.allowed).toBe(true)
    const equals = { subjectId: 'sd-unit-2' }
    const { items } = await office.store.query('audit', 'bySubject', { equals, limit: 100 })
    const acts = items.map(({ action }) => action).filter((action) => action.startsWith('certifying'))
    expect(acts.sort()).toEqual(['certifying-restored', 'certifying-withdrawn'])
  })

  test('a record needs two people, also where one taps twice', async () => {
    office.now = at('2023-06-01T09:00:00')
    await office.reviewer('qh', 'qh-bureau-b', ['bureau-reviewer', 'qh-bureau'])
    const { caseId } = await office.as('qh-bureau').oversight.openCase({
      ...{
        caseId: fresh('case'),
        subject: { kind: 'unit', unitId: 'qh-unit-2' },
        conduct: 'abuse-of-office',
      },
      ...{ statement: '为他人虚报学时', evidenceNote: '' },
    })
    const decide = (by: string) =>
      office.as(by).oversight.decideCase({
        ...{ caseId, decisionId: fresh('d'), verdict: 'record', reason: '查证属实' },
      })
    const codes = await codesOf(decide('qh-bureau'), decide('qh-bureau'), decide('qh-bureau-b'))
    expect(codes.sort()[2]).toBe('accepted')
    const record = await office.store.get('integrity-cases', caseId)
    expect([record?.state, record?.decisions.length]).toEqual(['recorded', 2])
    expect(new Set(record?.decisions.map(({ by }) => by)).size).toBe(2)
  })

  test('a move that is taken back while it is confirmed is one of the two', async () => {
    const name = await somebody()
    const wish = { toUnitId: 'sd-unit-2', moveId: fresh('move') }
    await Promise.all([1, 2].map(() => office.as(name).organisation.requestMove(wish)))
    const codes = await codesOf(
      office.as('sd-unit-2').organisation.confirmMove({ personId: `p-${name}`, moveId: wish.moveId }),
      office.as(name).organisation.withdrawMove(),
    )
    const { unitId } = (await office.store.get('persons', `p-${name}`)) ?? {}
    const move = await office.store.get('moves', `p-${name}`)
    const moved = move?.state === 'confirmed'
    expect([unitId, codes[0] === 'accepted']).toEqual([moved ? 'sd-unit-2' : 'sd-unit', moved])
  })
})

describe('a provider’s batch', () => {
  const academy = newPartner({ id: 'qh-cadre-academy', region: 'qinghai', name: '青海干部网络学院' })
  const idNumber = idNumberOf('19900101', '101')
  const public45 = (): SentRow => line({ name: '马雪莲', idNumber })
  const providing = (): Context => {
    const { ctx } = office.ledger
    const secrets = { ...ctx.ports.secrets, indexKeys: { current: 1, keys: { 1: 'ab'.repeat(32) } } }
    const idNumberKeys = { current: 1, keys: { 1: '0123456789abcdeffedcba9876543210' } }
    const ports = { ...ctx.ports, secrets: { ...secrets, idNumberKeys } }
    const dice = { ...ctx.dice, bytes: (count: number) => new Uint8Array(count).fill(7) }
    return { ...ctx, now: at('2023-07-03T09:00:00'), ports, dice }
  }
  const send = (sequence: number, rows: readonly SentRow[]) =>
    receiveBatch(providing(), academy.sign({ month: '2023-06', sequence, rows: [...rows] }))

  beforeAll(async () => {
    await academy.enlist(office.store, office.now)
    const idNumberHash = keyedHash('id-number', idNumber, providing().ports.secrets)
    const { _id: personId, unitName } = await office.person('qh', 'xuelian', { name: '马雪莲', idNumberHash })
    await office.store.insert('identity-keys', { _id: idNumberHash, personId, unitName })
  })

  test('received twice at once is one, with one line; two contents of one number are not both taken', async () => {
    const rows = [public45()]
    const [one, two] = await Promise.all([send(1, rows), send(1, rows)])
    expect(two).toEqual(one)
    const equals = { subjectId: one?.batchId ?? '' }
    expect((await office.store.query('audit', 'bySubject', { equals, limit: 9 })).items).toHaveLength(1)
    const codes = await codesOf(send(2, [public45()]), send(2, [public45()]))
    expect(codes.sort()).toEqual(['BATCH_CONFLICT', 'accepted'])
  })

  test('worked through by three runs at once, and the same course in another batch: the hours come once', async () => {
    await Promise.all([1, 2, 3].map(() => workBatches(providing())))
    await workBatches(providing())
    const states = await Promise.all(
      [1, 2].map((n) => office.store.get('outside-rows', `qh-cadre-academy:2023-06:${n}:0`)),
    )
    expect(states.map((row) => row?.state).sort()).toEqual(['already', 'taken'])
    const accountId = 'p-xuelian:qinghai:2023'
    const { items } = await office.store.query('entries', 'byAccount', { equals: { accountId }, limit: 9 })
    expect(items.filter(({ facts }) => facts.kind === 'credit')).toHaveLength(1)
    expect(firstBreak(items.reverse().map((entry) => ({ ...entry, id: entry._id })))).toBeNull()
    for (const n of [1, 2])
      expect(await office.store.get('outside-batches', `qh-cadre-academy:2023-06:${n}`)).toMatchObject({
        state: 'done',
        cursor: 1,
      })
  })
})

describe('being forgotten', () => {
  test('an open claim ends with it, as one act; what a reviewer had before them is closed', async () => {
    const name = await somebody()
    const id = await paper(name)
    const credited = await approved(await paper(name))
    await askErasure(office.context(name), await person(name))
    office.now = plusMs(office.now, 400 * 86_400_000)
    const [decided] = await codesOf(decideAs('sd-unit', { id }), erasePerson(office.context(), `p-${name}`))
    expect(['accepted', 'CLAIM_CLOSED']).toContain(decided)
    expect(await office.claim(id)).toMatchObject({ state: 'withdrawn', attachments: [] })
    expect(await office.claim(credited)).toMatchObject({ state: 'credited' })
    expect((await person(name)).openid).toBe('')
    await booksHold(name)
  })

  test('what was taken back stays, and says no more from whom', async () => {
    const name = await somebody()
    const id = await approved(await paper(name))
    const voiding = { named: { claimId: id }, reason: '期刊查无此文' }
    const { voidingId } = await office.as('sd-bureau').oversight.voidEntry(voiding)
    await office.as(name).oversight.object({ entryId: voidingId, statement: '是真的' })
    // As long as somebody has to answer, the evidence stays.
    await expect(askErasure(office.context(name), await person(name))).rejects.toThrow('ERASURE_WAITS')
    const hearing = { voidingId, decisionId: fresh('d'), verdict: 'dismissed', reason: '核对过原件' } as const
    await office.as('sd-bureau-b').oversight.hear(hearing)
    await askErasure(office.context(name), await person(name))
    office.now = plusMs(office.now, 400 * 86_400_000)
    await erasePerson(office.context(), `p-${name}`)
    const kept = await office.store.get('voidings', voidingId)
    expect(kept).toMatchObject({ reason: '期刊查无此文', objectionState: 'dismissed' })
    expect(JSON.stringify(kept)).not.toContain(`人员${name}`)
    await booksHold(name)
  })

  test('nobody else learns the name from evidence that was used before', async () => {
    const [name, other] = [await somebody(), await somebody()]
    const of = { kind: 'paper', year: 2022, fields: { ...PAPER, doi: `10.1/${name}` } }
    await office.submit(name, { id: fresh('draft-of-race'), ...of })
    await askErasure(office.context(name), await person(name))
    office.now = plusMs(office.now, 400 * 86_400_000)
    await erasePerson(office.context(), `p-${name}`)
    office.now = at('2022-06-01T09:00:00')
    const id = await office.submit(other, { id: fresh('draft-of-race'), ...of })
    expect(JSON.stringify(await office.claim(id))).not.toContain(`人员${name}`)
    const key = await office.store.get('evidence-keys', `doi:10.1/${name.replaceAll('-', '')}`)
    expect(key).not.toBeNull()
    expect(JSON.stringify(key)).not.toContain(`人员${name}`)
  })

  const person = async (name: string) => {
    const found = await office.store.get('persons', `p-${name}`)
    if (!found) throw new Error(`no ${name}`)
    return found
  }
})
