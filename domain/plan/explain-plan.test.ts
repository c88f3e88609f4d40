import { hoursOf } from '../kernel/hours'
import { day } from '../kernel/instant'
import { fen } from '../kernel/money'
import { type BarePlans, explainPlan } from './explain-plan'
import type { PlanKind } from './plan'
import { ACADEMY, LABELS, offer } from './plan.fixture'

type Bare = BarePlans[PlanKind]

const bare = (kind: PlanKind, change: Partial<Bare> = {}): Bare => ({
  kind,
  offers: [],
  providers: [],
  hours: { public: hoursOf(0), professional: hoursOf(8) },
  feeFen: fen(2_880),
  ownTimeMinutes: 480,
  evenings: 8,
  doneOn: day('2022-08-22'),
  late: [],
  ...change,
})

/** The explanation of the cheapest plan beside two others, which are like it unless changed. */
const saidOf = (own: Partial<Bare>, fastest: Partial<Bare> = own, fewest: Partial<Bare> = own): string[] =>
  explainPlan(
    'cheapest',
    {
      cheapest: bare('cheapest', own),
      fastest: bare('fastest', fastest),
      'fewest-evenings': bare('fewest-evenings', fewest),
    },
    { labels: LABELS, weighed: 3 },
  )

describe('the first line sums the plan up', () => {
  const step = {
    year: 2022,
    category: 'public' as const,
    hours: hoursOf(45),
    ownTimeMinutes: 2_700,
    lastDay: null,
    providers: [ACADEMY],
  }

  test.each<[string, Partial<Bare>, string]>([
    ['one part', {}, '共专业课8学时，费用28.80元，用8个晚上，最早2022年8月22日完成。'],
    [
      'both parts, the public one first',
      { hours: { public: hoursOf(24), professional: hoursOf(6.5) } },
      '共公需课24学时、专业课6.5学时，费用28.80元，用8个晚上，最早2022年8月22日完成。',
    ],
    [
      'no evening',
      { evenings: 0, feeFen: fen(0) },
      '共专业课8学时，费用0.00元，不占用晚上，最早2022年8月22日完成。',
    ],
    [
      'hours elsewhere, whose fee is unknown (QH23-5)',
      { hours: { public: hoursOf(45), professional: hoursOf(0) }, providers: [step] },
      '共公需课45学时，费用28.80元（另在指定平台学习的，费用以该平台为准），用8个晚上，最早2022年8月22日完成。',
    ],
    ['nothing', { hours: { public: hoursOf(0), professional: hoursOf(0) } }, '学时已够，不用再学。'],
  ])('%s', (_, own, sentence) => {
    expect(saidOf(own)[0]).toBe(sentence)
  })
})

test('the second line says why it is the least of its kind', () => {
  const alike = {
    cheapest: bare('cheapest'),
    fastest: bare('fastest'),
    'fewest-evenings': bare('fewest-evenings'),
  }
  const why = (kind: PlanKind) => explainPlan(kind, alike, { labels: LABELS, weighed: 12 })[1]
  expect(why('cheapest')).toBe(
    '比较了12项可选的课程、班次和认证，没有费用更低的组合；费用相同的，取学时最少的。',
  )
  expect(why('fastest')).toBe(
    '比较了12项可选的课程、班次和认证，没有完成得更早的组合；同一天完成的，取占用自己时间最少的。',
  )
  expect(why('fewest-evenings')).toBe(
    '比较了12项可选的课程、班次和认证，没有占用自己时间更少的组合；时间相同的，取费用最低的。',
  )
})

describe('then it is compared with each of the others', () => {
  const than = (other: Partial<Bare>): string | undefined => saidOf({}, other)[2]

  test.each<[string, Partial<Bare>, string]>([
    ['alike', {}, '和最快的方案费用、时间都一样。'],
    ['for less', { feeFen: fen(4_000) }, '比最快的方案少花11.20元。'],
    ['for more', { feeFen: fen(0) }, '比最快的方案多花28.80元。'],
    ['in fewer evenings', { evenings: 10, ownTimeMinutes: 600 }, '比最快的方案少用2个晚上。'],
    ['in more evenings', { evenings: 0, ownTimeMinutes: 0 }, '比最快的方案多用8个晚上。'],
    ['in fewer minutes of as many evenings', { ownTimeMinutes: 481 }, '比最快的方案少用1分钟。'],
    ['in more minutes of as many evenings', { ownTimeMinutes: 450 }, '比最快的方案多用30分钟。'],
    ['sooner', { doneOn: day('2022-09-01') }, '比最快的方案早完成10天。'],
    ['later', { doneOn: day('2022-08-21') }, '比最快的方案晚完成1天。'],
    [
      'all of it',
      { feeFen: fen(8_640), evenings: 0, ownTimeMinutes: 0, doneOn: day('2022-08-10') },
      '比最快的方案少花57.60元，多用8个晚上，晚完成12天。',
    ],
  ])('%s', (_, other, sentence) => {
    expect(than(other)).toBe(sentence)
  })

  test('by their names, never with itself', () => {
    expect(saidOf({}).slice(2)).toEqual([
      '和最快的方案费用、时间都一样。',
      '和占用晚上最少的方案费用、时间都一样。',
    ])
    const plans = { cheapest: bare('cheapest'), fastest: bare('fastest'), 'fewest-evenings': bare('fastest') }
    expect(explainPlan('fastest', plans, { labels: LABELS, weighed: 1 })[2]).toBe(
      '和最省钱的方案费用、时间都一样。',
    )
  })
})

test('last come the deadlines that it misses, and the days with more than one class', () => {
  const held = (id: string, heldOn: string) => offer(id, [4, 1], { heldOn })
  const lines = saidOf({
    late: [{ lastDay: day('2022-09-30'), doneOn: day('2022-11-02'), minutesPerEvening: 103 }],
    offers: [
      held('a', '2022-08-20'),
      held('b', '2022-08-21'),
      held('c', '2022-08-20'),
      held('d', '2022-08-20'),
      offer('e', [8, 1]),
      offer('f', [8, 1]),
    ],
  })
  expect(lines.slice(4)).toEqual([
    '照现在的安排要到2022年11月2日才学完，赶不上2022年9月30日的截止；每晚学103分钟就能赶上。',
    '2022年8月20日有不止一期面授，报名前请先确认时间不冲突。',
  ])
})
