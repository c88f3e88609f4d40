// The weight of a procedure is no guess: it is held against what its usual call asks of the store.
import { CALL_WEIGHTS, type Weight } from '../../server/call-weights'
import { OUR_ALLOWANCES } from '../../server/kernel/our-limits'
import { api } from '../../server/surface'
import { priced } from '../harness/counted-store'
import { procedureAt } from './matrix/procedure-at'
import { ROWS } from './matrix/rows'
import { placeOf, WHO, type Who, World } from './matrix/world'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world.close())

test('every procedure has its weight, and the heaviest is within a purse', () => {
  expect(Object.keys(CALL_WEIGHTS).sort()).toEqual(Object.keys(ROWS).sort())
  expect(Math.max(...Object.values(CALL_WEIGHTS))).toBeLessThan(OUR_ALLOWANCES.caller.points / 4)
})

/** Refused to everybody in this country: what they ask for is not seen here. */
const UNSEEN: readonly string[] = [
  ...['account.objectToRebind', 'account.register', 'archive.fileUrl', 'certificate.issue', 'exam.start'],
  ...['oversight.openCase', 'study.answer'],
]

/** Heavier than what they ask for here, because they ask for each line of a page, and here are few. */
const OF_A_LONGER_PAGE: readonly string[] = [
  ...['account.searchUnits', 'archive.people', 'audit.search', 'catalog.list', 'organisation.candidates'],
  ...['organisation.searchAbove', 'organisation.tree', 'outside.titleExport', 'oversight.sample'],
  ...['review.titles', 'roster.preview', 'stats.behind'],
]

/** Heavier than what they ask for, because that is not all they do: a file, a sheet, a code, a paper, a plan, a pack. */
const DO_MORE: readonly string[] = [
  ...['account.phone', 'certificate.view', 'claim.attach', 'claim.attachmentUrl', 'claim.uploadTicket'],
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
  const asked: number[] = []
  for (const who of WHO) {
    const operations = await operationsOf(path, who)
    if (operations !== null) asked.push(operations)
  }
  if (UNSEEN.includes(path)) return expect(asked).toEqual([])
  const measured = STEPS.find((step) => step >= Math.max(...asked)) ?? Number.POSITIVE_INFINITY
  if ([...OF_A_LONGER_PAGE, ...DO_MORE].includes(path)) expect(measured).toBeLessThan(weight)
  else expect(measured).toBe(weight)
})

/** Of a call that is answered; null where it is refused. */
async function operationsOf(path: string, who: Who): Promise<number | null> {
  const twin = world.twin()
  const input = await ROWS[path]?.input?.(placeOf(who, 'own'), twin, who)
  const ctx = twin.as(who === 'nobody' ? twin.next('o-nobody') : `o-${who}`)
  const { store, price } = priced(ctx.store)
  return procedureAt(
    api.createCaller({ ...ctx, store }),
    path,
  )(input).then(
    () => price.operations,
    () => null,
  )
}
