// What is left behind by reviews: one's own decisions, claims that are not one's turn, and what a batch holds out.
import { type Place, placeOf, type World } from '../matrix/world'
import type { Case } from './case'
import { paperAt } from './review-cases'

const own = placeOf('unit-reviewer', 'own')

type Decision = Awaited<ReturnType<typeof paperAt>>
const decides = (world: World, who: string, decision: Decision, verdict: object) =>
  world
    .calls(`o-${who}`)
    .review.decide({ ...decision, decisionId: world.next('d'), verdict } as Parameters<
      ReturnType<World['calls']>['review']['decide']
    >[0])

const RETURNED = { kind: 'return', asks: [{ field: 'title', text: '请写全称' }] }

/** One claim for each verdict of the unit, and one that went on to its end. */
async function decidedAll(world: World): Promise<void> {
  await paperAt(world, 'department')
  await decides(world, 'unit-reviewer', await paperAt(world, 'unit'), RETURNED)
  await decides(world, 'unit-reviewer', await paperAt(world, 'unit'), { kind: 'reject', reason: '材料不实' })
  await decides(world, 'bureau-reviewer', await paperAt(world, 'bureau'), { kind: 'approve' })
  await decides(world, 'department-reviewer', await paperAt(world, 'department'), {
    ...{ kind: 'transfer', orgId: 'farm', reason: '应由农业部门审' },
  })
}

const done: Case[] = ['unit-reviewer', 'department-reviewer', 'bureau-reviewer'].map((who) => ({
  path: 'review.done',
  about: `decisions of the ${who}`,
  who,
  input: async (_: Place, world: World) => {
    await decidedAll(world)
    return {}
  },
}))

const queues: Case[] = ['unit-reviewer', 'department-reviewer', 'bureau-reviewer'].flatMap((who) =>
  [undefined, placeOf(who as 'unit-reviewer', 'own').body].map((orgId) => ({
    path: 'review.queue',
    about: `${who}, ${orgId ? 'of one body' : 'of all bodies'}`,
    who,
    input: async (_: Place, world: World) => {
      await decidedAll(world)
      await paperAt(world, 'unit')
      await world.claim(own, { ownerId: who, at: 'unit' })
      return orgId ? { orgId } : {}
    },
  })),
)

/** A claim, and who opens it. */
const opened: Case[] = (
  [
    [
      'at the department, by the unit that approved it',
      'unit-reviewer',
      (world) => paperAt(world, 'department'),
    ],
    ['at the unit, by the bureau before its turn', 'bureau-reviewer', (world) => paperAt(world, 'unit')],
    [
      'one’s own',
      'unit-reviewer',
      async (world) => ({
        claimId: (await world.claim(own, { ownerId: 'unit-reviewer', at: 'unit' }))._id,
      }),
    ],
    [
      'of a unit whose right to certify was withdrawn',
      'unit-reviewer',
      async (world) => {
        const paper = await paperAt(world, 'unit')
        const unit = await world.store.get('organisations', own.unit)
        if (unit)
          await world.store.replace('organisations', {
            ...unit,
            certifies: { ...unit.certifies, allowed: false },
          })
        return paper
      },
    ],
    ...['returned', 'rejected', 'withdrawn', 'credited', 'lapsed'].map(
      (state) =>
        [
          state,
          'unit-reviewer',
          async (world: World) => ({
            claimId: (
              await world.claim(own, { ownerId: 'p-station', at: 'unit', state: state as 'returned' })
            )._id,
          }),
        ] as const,
    ),
    [
      'with fewer hours of the unit',
      'department-reviewer',
      async (world) => {
        const paper = await paperAt(world, 'unit')
        await decides(world, 'unit-reviewer', paper, { kind: 'approve', hours: 500, reason: '只认定一半' })
        return paper
      },
    ],
  ] as readonly (readonly [string, string, (world: World) => Promise<{ claimId: string }>])[]
).map(([about, who, claim]) => ({
  path: 'review.claim',
  about,
  who,
  input: async (_: Place, world: World) => ({ claimId: (await claim(world)).claimId }),
}))

const heldOut: Case = {
  path: 'review.decideMany',
  about: 'each held out for another reason',
  who: 'unit-reviewer',
  input: async (place, world) => {
    const good = await paperAt(world, 'unit')
    const changed = { ...(await paperAt(world, 'unit')), revision: 9 }
    const gone = await paperAt(world, 'department')
    const closed = await paperAt(world, 'unit')
    await decides(world, 'unit-reviewer', closed, { kind: 'reject', reason: '材料不实' })
    const unverified = await world.person(place.unit, { binding: 'claimed' })
    const theirs = await world.claim(place, { ownerId: unverified._id, at: 'unit' })
    const items = [good, changed, { ...gone, stepIndex: 0, revision: 1 }, closed]
    return {
      items: [...items, { claimId: theirs._id, revision: theirs.revision, stepIndex: theirs.stepIndex }].map(
        (item) => ({ ...item, decisionId: world.next('d') }),
      ),
    }
  },
}

export const reviewedCases: readonly Case[] = [...done, ...queues, ...opened, heldOut]
