// Random people, claims, reviewers, returns, moves, lapses, voidings and jumps of the clock, with races lost and
// answers gone: after every history, the books, the caps, the scopes and the audit hold.

import { firstBreak, replay } from '../../domain/ledger/replay'
import { evaluateYear } from '../../domain/policy/evaluate-year'
import { isOpen } from '../../domain/review/claim'
import type { AccountDocument, EntryDocument } from '../../server/books/hours/documents'
import { formsOf } from '../../server/claims/filing/claim-form'
import type { ClaimDocument } from '../../server/claims/filing/documents'
import { saveDraft } from '../../server/claims/filing/drafts'
import { lapsedNow } from '../../server/claims/filing/lapse-claim'
import { submitDraft, withdraw } from '../../server/claims/filing/submit'
import type { FieldView } from '../../server/claims/filing/views'
import { decide, type GivenVerdict } from '../../server/claims/review/decide-claim'
import { packs } from '../../server/kernel/packs'
import { Refused } from '../../server/kernel/refused'
import { decideMove, requestMove } from '../../server/membership/moves/move-person'
import { voidOne } from '../../server/oversight/void-one'
import { targetOf } from '../../server/oversight/voiding-target'
import { ClaimsTown, Dice, REVIEWER_IDS, TRAINEES, UNIT_IDS } from './claims-town'
import { histories } from './histories'

const HISTORIES = histories(10_000)
const STEPS = 12
const SEED = 2022_08_15
/** Region and the day on which a history begins. */
const STARTS = [
  ['shaanxi', 2022, '2022-05-01T10:00:00'],
  ['shandong', 2022, '2022-05-01T10:00:00'],
  ['ningxia', 2022, '2022-05-01T10:00:00'],
  ['qinghai', 2023, '2023-12-05T10:00:00'],
] as const

/** The refusals in a history, and why: a history that is refused everything proves nothing. */
const refusals = new Map<string, number>()
const outcomes = new Map<string, number>()
const count = (books: Map<string, number>, name: string): void => {
  books.set(name, (books.get(name) ?? 0) + 1)
}

interface History {
  town: ClaimsTown
  made: number
}

test(`${HISTORIES} histories of claims`, async () => {
  for (let index = 0; index < HISTORIES; index += 1) {
    const seed = SEED + index
    const dice = new Dice(seed)
    const [region, year, start] = dice.of(STARTS)
    const standard = packs.standardOf(region, year)
    if (!standard.ok) throw new Error(`${region} ${year} has no pack`)
    const history = { town: await new ClaimsTown(standard.value, dice, start).found(), made: 0 }
    try {
      for (let step = 0; step < STEPS; step += 1) await live(history)
      await check(history)
    } catch (error) {
      throw new Error(`history ${seed} in ${region}: ${(error as Error).stack}`)
    }
  }
  // Every end was reached, and what must be refused was asked for and refused.
  for (const state of ['submitted', 'returned', 'credited', 'rejected', 'withdrawn', 'lapsed', 'revoked'])
    expect([state, outcomes.get(state) ?? 0]).not.toEqual([state, 0])
  for (const code of [
    'OUT_OF_SCOPE',
    'SELF_REVIEW',
    'CLAIM_CLOSED',
    'CLAIM_CHANGED',
    'STEP_ALREADY_DECIDED',
    'EVIDENCE_USED',
  ])
    expect([code, refusals.get(code) ?? 0]).not.toEqual([code, 0])
})

/** One act of a random person; a refused act changes nothing, and is counted. */
async function live(history: History): Promise<void> {
  const { town } = history
  const act = town.dice.of([
    claimSomething,
    claimSomething,
    reviewSomething,
    reviewSomething,
    reviewSomething,
    ACTS,
  ])
  const chosen = act === ACTS ? town.dice.of(Object.values(ACTS)) : (act as (h: History) => Promise<unknown>)
  try {
    await chosen(history)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    count(refusals, error.refusal.code)
  }
}

async function claimSomething(history: History): Promise<void> {
  const { town } = history
  // A reviewer claims too, and then must not decide it.
  const person = await town.person(town.dice.of([...TRAINEES, 'r-unit-a']))
  const forms = formsOf(town.pack)
  const form = town.dice.of(forms)
  const draftId = `d${history.made++}`
  const fields = Object.fromEntries(form.fields.map((field) => [field.id, filled(town, field)]))
  await handIn(town, { personId: person._id, draftId, kind: form.id, fields })
}

interface HandedIn {
  personId: string
  draftId: string
  kind: string
  fields: Record<string, string>
  claimId?: string
}

async function handIn(town: ClaimsTown, { personId, ...draft }: HandedIn): Promise<void> {
  const person = await town.person(personId)
  const input = { ...draft, targetYear: town.pack.year }
  const id = `${personId}:${draft.draftId}`
  await town.insisting(() => saveDraft(town.context(), person, input))
  const saved = await town.store.get('claim-drafts', id)
  const photo = { fileId: 'f', name: '证明.jpg', type: 'image/jpeg', bytes: 10 } as const
  if (saved && saved.attachments.length === 0)
    await town.store.replace('claim-drafts', { ...saved, attachments: [{ ...photo, sha256: id }] })
  await town.insisting(() => submitDraft(town.context(), person, draft.draftId))
}

function filled({ dice, now, pack }: ClaimsTown, { id, input, options }: FieldView): string {
  const day = (back: number): string => new Date(now - back * 86_400_000).toISOString().slice(0, 10)
  switch (input) {
    case 'day':
      return id === 'from' ? day(20 + dice.below(5)) : day(5 + dice.below(10))
    case 'decimal':
      return String(1 + dice.below(60))
    case 'number':
      return String(id === 'travel-days' ? 0 : id === 'months' ? 12 : 1 + dice.below(5))
    case 'year':
      return String(pack.year - (id === 'year' ? 0 : dice.below(3)))
    case 'choice':
      return options.find(({ stop }) => stop === '')?.value ?? ''
    case 'confirm':
      return 'yes'
    default:
      // Few numbers, so that the same one is claimed twice.
      return `${id}-${dice.below(30)}`
  }
}

async function reviewSomething({ town }: History): Promise<void> {
  const open = town.store.all('claims').filter(isOpen)
  if (open.length === 0) return
  const claim = town.dice.of(open)
  // Mostly the reviewer whom the claim waits for; sometimes any other, at any step, of any revision.
  const right = REVIEWER_IDS.filter(
    (id) => id === `r-${claim.queueOrgId}` || id === `r-${claim.queueOrgId}-2`,
  )
  const wild = town.dice.below(6) === 0 || right.length === 0
  const who = await town.reviewer(town.dice.of(wild ? REVIEWER_IDS : right))
  const decision = {
    claimId: claim._id,
    decisionId: `x${town.dice.below(1_000_000)}`,
    revision: wild ? town.dice.below(3) + 1 : claim.revision,
    stepIndex: wild ? town.dice.below(3) : claim.stepIndex,
    verdict: verdict(town, claim),
  }
  await town.insisting(() => decide(town.context(), who, decision))
}

function verdict({ dice }: ClaimsTown, claim: ClaimDocument): GivenVerdict {
  const before = claim.recognisedHours ?? claim.claimedHours
  switch (dice.below(9)) {
    case 0:
      return { kind: 'return', asks: [{ field: 'title', text: '请写清楚名称' }] }
    case 1:
      return { kind: 'reject', reason: '与专业无关' }
    case 2:
      return { kind: 'opinion', text: '材料齐全' }
    case 3:
      return before === null
        ? { kind: 'approve', hours: 800 as never, reason: '按材料认定' }
        : { kind: 'approve', hours: Math.ceil(before / 2) as never, reason: '部分天数没有签到' }
    default:
      return before === null && claim.subject.type === 'hours'
        ? { kind: 'approve', hours: 800 as never, reason: '按材料认定' }
        : { kind: 'approve' }
  }
}

const ACTS = {
  async correct(history: History): Promise<void> {
    const { town } = history
    const returned = town.store.all('claims').filter(({ state }) => state === 'returned')
    if (returned.length === 0) return
    const claim = town.dice.of(returned)
    const { personId, kind, _id: claimId } = claim
    const fields = { ...claim.fields, title: `改过的 ${history.made}` }
    await handIn(town, { personId, draftId: `d${history.made++}`, kind, fields, claimId })
  },
  async takeBack({ town }: History): Promise<void> {
    const claims = town.store.all('claims')
    if (claims.length === 0) return
    const claim = town.dice.of(claims)
    const person = await town.person(claim.personId)
    await town.insisting(() => withdraw(town.context(), person, claim._id))
  },
  async move(history: History): Promise<void> {
    const { town } = history
    const personId = town.dice.of(TRAINEES)
    const person = await town.person(personId)
    const toUnitId = town.dice.of(UNIT_IDS)
    const moveId = `m${history.made++}`
    // A moment later: a membership begins after the one before it.
    town.pass(0)
    await town.insisting(() => requestMove(town.context(), person, { toUnitId, moveId }))
    const reviewer = await town.reviewer(`r-${toUnitId}`, 'confirm-moves')
    const decision = { personId, moveId, verdict: { kind: 'confirm' } } as const
    await town.insisting(() => decideMove(town.context(), reviewer, decision))
  },
  async takeAway({ town }: History): Promise<void> {
    const credited = town.store.all('claims').filter(({ state }) => state === 'credited')
    if (credited.length === 0) return
    const claim = town.dice.of(credited)
    const overseer = await town.reviewer('r-bureau', 'void-hours')
    const reason = '抽查发现不实'
    const target = await targetOf(town.context(), overseer, { claimId: claim._id })
    await town.insisting(() => voidOne(town.context(), target, { reason }))
  },
  async wait({ town }: History): Promise<void> {
    town.pass(town.dice.of([1, 5, 20, 45]))
    for (const claim of town.store.all('claims')) await town.insisting(() => lapsedNow(town.context(), claim))
  },
} as const

async function check({ town }: History): Promise<void> {
  const claims = await Promise.all(
    town.store.all('claims').map((claim) => town.insisting(() => lapsedNow(town.context(), claim))),
  )
  for (const claim of claims) {
    count(outcomes, claim.state)
    checkWaits(town, claim)
    checkScope(claim)
    checkAudit(town, claim)
  }
  for (const account of town.store.all('accounts')) checkBooks(town, account, claims)
}

/** Every claim has ended, or waits for a person with a name. */
function checkWaits(town: ClaimsTown, claim: ClaimDocument): void {
  const { state, queueOrgId, steps, stepIndex, asks } = claim
  if (state === 'submitted') {
    expect(queueOrgId).toBe(steps[stepIndex]?.orgId)
    const answerable = town.store
      .all('persons')
      .some(({ _id, roles }) => _id !== claim.personId && roles.some(({ orgId }) => orgId === queueOrgId))
    expect([claim._id, answerable]).toEqual([claim._id, true])
  } else expect(queueOrgId).toBe('')
  if (isOpen(claim)) expect(asks.length > 0).toBe(state === 'returned')
}

/** The reviewer who approved a level answers for that very body, and never for themselves. */
function checkScope(claim: ClaimDocument): void {
  for (const { outcome, orgId, decidedBy } of claim.steps) {
    if (outcome !== 'approved') continue
    expect([`r-${orgId}`, `r-${orgId}-2`]).toContain(decidedBy)
    expect(decidedBy).not.toBe(claim.personId)
  }
}

/** One line in the audit for each change of the claim, by any actor. */
function checkAudit(town: ClaimsTown, claim: ClaimDocument): void {
  const lines = town.store
    .all('audit')
    .filter(
      ({ subjectId, _id }) =>
        subjectId === claim._id ||
        (claim.entryId && _id === `void:${claim.entryId}`) ||
        _id.startsWith(`revoke:${claim._id}:`),
    )
  const actors = new Set(lines.map(({ actorId }) => actorId))
  expect([claim._id, lines.length]).toEqual([claim._id, claim.version])
  for (const { by } of claim.events) expect(actors).toContain(by)
}

/** The ledger is what was approved and not taken away, under the caps, in the order in which it was earned. */
function checkBooks(town: ClaimsTown, account: AccountDocument, claims: readonly ClaimDocument[]): void {
  const entries = town.store
    .all('entries')
    .filter(({ accountId }) => accountId === account._id)
    .sort((a, b) => a.sequence - b.sequence)
    .map(({ _id, ...entry }: EntryDocument) => ({ id: _id, ...entry }))
  expect(firstBreak(entries)).toBeNull()
  expect(replay(entries).portions).toEqual(account.portions)
  const mine = claims.filter(
    ({ personId, subject }) => personId === account.personId && subject.type === 'hours',
  )
  const live = mine.filter(({ state }) => state === 'credited')
  const kept = account.lines.filter(({ voidedBy }) => voidedBy === null)
  expect(kept.map(({ entryId }) => entryId).sort()).toEqual(live.map(({ entryId }) => entryId).sort())
  const items = live.flatMap(({ subject, recognisedHours }) =>
    subject.type === 'hours' && recognisedHours !== null
      ? [{ ...subject.item, recognisedHours, earnedAt: subject.item.earnedAt }]
      : [],
  )
  const { region, year } = account
  const judged = evaluateYear(town.pack, { region, year, items })
  for (const category of ['public', 'professional'] as const) {
    const { counted, pending, overCap } = account.portions[category]
    expect([category, counted + pending, overCap]).toEqual([
      category,
      judged[category].counted,
      judged[category].overCap,
    ])
  }
  // Not only the sums: each claim has its share in the order in which it was earned.
  const shares = new Map(judged.items.map(({ id, counted, pending }) => [id, counted + pending]))
  for (const claim of live) {
    const line = kept.find(({ entryId }) => entryId === claim.entryId)
    expect([claim._id, line?.within]).toEqual([claim._id, shares.get(claim._id)])
  }
}
