import { draft } from '../matrix/things'
import { type Place, placeOf, type Who, type World } from '../matrix/world'
import type { Case } from './case'

const LEVELS: readonly (readonly [Who, 'unit' | 'department' | 'bureau'])[] = [
  ['unit-reviewer', 'unit'],
  ['department-reviewer', 'department'],
  ['bureau-reviewer', 'bureau'],
]

const VERDICTS: readonly (readonly [about: string, verdict: Record<string, unknown>])[] = [
  ['approved', { kind: 'approve' }],
  ['approved with fewer hours', { kind: 'approve', hours: 500, reason: '只认定一半' }],
  ['fewer hours without a reason', { kind: 'approve', hours: 500 }],
  ['more hours than claimed', { kind: 'approve', hours: 5_000, reason: '多给' }],
  ['returned', { kind: 'return', asks: [{ field: 'title', text: '请写全称' }] }],
  ['returned for what no form asks', { kind: 'return', asks: [{ field: 'nothing', text: '请写全称' }] }],
  ['rejected', { kind: 'reject', reason: '材料不实' }],
  ['handed to another body', { kind: 'transfer', orgId: 'farm', reason: '应由农业部门审' }],
  ['handed to one’s own body', { kind: 'transfer', orgId: 'water', reason: '应由水利部门审' }],
  ['handed abroad', { kind: 'transfer', orgId: 'far-department', reason: '应由外省审' }],
  ['handed to no body', { kind: 'transfer', orgId: 'nowhere', reason: '应由别处审' }],
  ['an opinion', { kind: 'opinion', text: '请补充单位意见' }],
]

/** A paper that was submitted, and is at that level. */
export async function paperAt(
  world: World,
  level: string,
): Promise<{ claimId: string; revision: number; stepIndex: number }> {
  const draftId = await draft('p-station', world)
  await world.calls('o-p-station').claim.submit({ draftId })
  const claimId = `p-station:${draftId}`
  for (const [who, at] of LEVELS) {
    const claim = await world.store.get('claims', claimId)
    if (!claim) throw new Error('no claim')
    const { revision, stepIndex } = claim
    if (at === level) return { claimId, revision, stepIndex }
    const decision = { claimId, decisionId: world.next('d'), revision, stepIndex }
    await world.calls(`o-${who}`).review.decide({ ...decision, verdict: { kind: 'approve' } })
  }
  throw new Error(`no level is ${level}`)
}

const decided = LEVELS.flatMap(([who, level]) =>
  VERDICTS.map(
    ([about, verdict]): Case => ({
      path: 'review.decide',
      about: `${level}, ${about}`,
      who,
      input: async (_, world) => ({ ...(await paperAt(world, level)), decisionId: world.next('d'), verdict }),
    }),
  ),
)

const looked = LEVELS.flatMap(([who, level]): Case[] => [
  {
    path: 'review.claim',
    about: `a paper at ${level}`,
    who,
    input: async (_, world) => ({ claimId: (await paperAt(world, level)).claimId }),
  },
  {
    path: 'claim.claim',
    about: `a paper at ${level}, its owner’s`,
    who: 'p-station',
    input: async (_, world) => ({ claimId: (await paperAt(world, level)).claimId }),
  },
])

/** A decision is sent once more: the same one, and another of the same act. */
const again: Case[] = [
  ['the same decision again', { kind: 'reject', reason: '材料不实' }, 'd-again'],
  ['another decision after it', { kind: 'approve' }, 'd-other'],
].map(([about, verdict, decisionId]) => ({
  path: 'review.decide',
  about: String(about),
  who: 'unit-reviewer',
  input: async (_: Place, world: World) => {
    const decision = await paperAt(world, 'unit')
    const first = {
      ...decision,
      decisionId: 'd-again',
      verdict: { kind: 'reject', reason: '材料不实' },
    } as const
    await world.calls('o-unit-reviewer').review.decide(first)
    return { ...decision, decisionId, verdict }
  },
}))

const many: Case = {
  path: 'review.decideMany',
  about: 'some approved, some held, one unknown',
  who: 'unit-reviewer',
  input: async (place, world) => {
    const good = await paperAt(world, 'unit')
    const doubtful = await world.claim(place, { ownerId: 'p-station', at: 'unit' })
    const own = await world.claim(place, { ownerId: 'unit-reviewer', at: 'unit' })
    const later = await world.claim(place, { ownerId: 'p-station', at: 'bureau' })
    const held = [doubtful, own, later].map(({ _id, revision, stepIndex }) => ({
      ...{ claimId: _id, revision, stepIndex },
    }))
    return {
      items: [good, ...held, { ...good, claimId: 'nothing' }].map((item) => ({
        ...item,
        decisionId: world.next('d'),
      })),
    }
  },
}

const people: Case[] = (['claimed', 'verified', 'contested'] as const).flatMap((binding) =>
  (['unit-reviewer', 'department-reviewer', 'bureau-reviewer'] as const).map((who) => ({
    path: 'review.people',
    about: `${binding}, ${who}`,
    who,
    input: async (place: Place, world: World) => {
      for (const name of ['甲', '乙']) await world.person(place.unit, { binding, name })
      return { binding }
    },
  })),
)

const moves: Case[] = ['survey', 'station', 'orchard', 'other-station', 'far-unit', 'nowhere', 'water'].map(
  (toUnitId) => ({
    path: 'organisation.requestMove',
    about: `to ${toUnitId}`,
    who: 'trainee',
    input: (_: Place, world: World) => ({ toUnitId, moveId: world.next('move') }),
  }),
)

const own = (who: Who): Place => placeOf(who, 'own')
const standing: Case[] = (['unit-reviewer', 'department-reviewer', 'bureau-reviewer'] as const).flatMap(
  (who) => [
    { path: 'review.standing', about: `behind, ${who}`, who, input: () => ({ behindOnly: true }) },
    {
      path: 'review.standing',
      about: `of a body, ${who}`,
      who,
      input: () => ({ behindOnly: false, orgId: own(who).body }),
    },
  ],
)

const contests: Case[] = (['rebind', 'keep'] as const).map((kind) => ({
  path: 'review.decideContest',
  about: kind,
  who: 'department-reviewer',
  input: async (place: Place, world: World) => {
    const holder = await world.person(place.unit)
    const contest = {
      ...{ openid: 'o-contester', name: holder.name, idNumberMasked: holder.idNumberMasked },
      ...{ statement: '换了微信号', holderId: holder._id, unitId: place.unit, aboveOrgId: place.department },
      ...({ state: 'open', reason: '', decisionId: '', decidedByName: '', decidedForName: '' } as const),
      ...{ decidedAt: null, at: world.now },
      ...{ idNumberHash: '', words: [], movesAt: null, objection: null },
    }
    const { _id } = await world.store.insert('contests', { _id: world.next('contest'), ...contest })
    return { contestId: _id, decisionId: world.next('d'), verdict: { kind, reason: '本人到场核对' } }
  },
}))

export const reviewCases: readonly Case[] = [
  ...decided,
  ...looked,
  ...again,
  many,
  ...people,
  ...moves,
  ...standing,
  ...contests,
]
