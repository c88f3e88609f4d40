// The weight of a procedure is no guess: it is held against what its usual call asks of the store.
import { CALL_WEIGHTS, type Weight } from '../../server/call-weights'
import { OUR_ALLOWANCES } from '../../server/kernel/our-limits'
import { api } from '../../server/surface'
import { priced } from '../harness/counted-store'
import { procedureAt } from './matrix/procedure-at'
import { ROWS } from './matrix/rows'
import { placeOf, WHO, type Who, World } from './matrix/world'
import { SCENES, type WeighedCall } from './weighed-scenes'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world.close())

test('every procedure has its weight, and the heaviest is within a purse', () => {
  expect(Object.keys(CALL_WEIGHTS).sort()).toEqual(Object.keys(ROWS).sort())
  expect(Math.max(...Object.values(CALL_WEIGHTS))).toBeLessThan(OUR_ALLOWANCES.caller.points / 4)
})

/** Heavier than what they ask for here, because they ask for each line of a page, and here are few. */
const OF_A_LONGER_PAGE: readonly string[] = [
  ...['account.searchUnits', 'archive.people', 'audit.search', 'catalog.list', 'organisation.candidates'],
  ...['organisation.searchAbove', 'organisation.tree', 'outside.titleExport', 'oversight.sample'],
  ...['review.titles', 'roster.preview', 'stats.behind'],
]

/**
 * Heavier than what they ask for, because that is not all they do: a file, a sheet, a code, a signature, a paper, a plan,
 * a pack.
 */
const DO_MORE: readonly string[] = [
  ...[
    'account.phone',
    'archive.fileUrl',
    'certificate.issue',
    'certificate.view',
    'claim.attach',
    'claim.attachmentUrl',
    'claim.uploadTicket',
  ],
  ...[
    'exam.submit',
    'outside.sheet',
    'outside.titleSheet',
    'policy.makeUp',
    'policy.show',
    'review.decideTitle',
  ],
  ...['review.unitCode', 'roster.begin', 'roster.errors', 'roster.export', 'roster.template', 'study.enrol'],
  ...['study.open', 'title.plan'],
]

const STEPS: readonly Weight[] = [2, 5, 10, 20, 40, 80]

test.each(Object.entries(CALL_WEIGHTS))('%s asks for no more than it weighs (%i)', async (path, weight) => {
  const asked: number[] = await operationsElsewhere(path)
  for (const who of WHO) {
    const operations = await operationsHere(path, who)
    if (operations !== null) asked.push(operations)
  }
  expect(asked).not.toEqual([])
  const measured = STEPS.find((step) => step >= Math.max(...asked)) ?? Number.POSITIVE_INFINITY
  if ([...OF_A_LONGER_PAGE, ...DO_MORE].includes(path)) expect(measured).toBeLessThan(weight)
  else expect(measured).toBe(weight)
})

/** Of a call that is answered; null where it is refused. */
async function operationsHere(path: string, who: Who): Promise<number | null> {
  const twin = world.twin()
  const input = await ROWS[path]?.input?.(placeOf(who, 'own'), twin, who)
  const ctx = twin.as(who === 'nobody' ? twin.next('o-nobody') : `o-${who}`)
  return operationsOf(path, { ctx, input }).catch(() => null)
}

/** Of what everybody here is refused, where it is answered. */
async function operationsElsewhere(path: string): Promise<number[]> {
  const scene = await SCENES[path]?.()
  if (!scene) return []
  try {
    return [await operationsOf(path, scene)]
  } finally {
    await scene.close()
  }
}

async function operationsOf(path: string, { ctx, input }: WeighedCall): Promise<number> {
  const { store, price } = priced(ctx.store)
  await procedureAt(api.createCaller({ ...ctx, store }), path)(input)
  return price.operations
}
