import { hoursOf } from '../kernel/hours'
import { day } from '../kernel/instant'
import type { PlanNeed } from './need'
import type { Offer } from './offer'
import type { Plan, PlanKind } from './plan'
import { ACADEMY, ANY, offer, openYear, part, windowNeed, yearsNeed } from './plan.fixture'
import { planFor } from './plan-for'

const today = day('2022-08-15')
const ask = (need: PlanNeed, offers: readonly Offer[], minutesPerEvening = 60) => {
  const outcome = planFor({ need, offers, today, minutesPerEvening })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const planned = (kind: PlanKind, need: PlanNeed, offers: readonly Offer[]): Plan => {
  const { plans } = ask(need, offers)
  if (!plans) throw new Error('no plan')
  return plans[kind]
}
const ids = ({ offers }: Plan) => offers.map(({ id }) => id)
const eight = yearsNeed([{ ...openYear(2022), ways: [[part('professional', 8)]] }])

describe('8 professional hours: online for 28.80, or a class for 40', () => {
  const offers = [offer('online', [8, 28.8]), offer('class', [8, 40], { heldOn: '2022-08-16' })]

  test('the cheapest goes online, in eight evenings', () => {
    expect(planned('cheapest', eight, offers)).toMatchObject({
      offers: [{ id: 'online' }],
      hours: { public: 0, professional: hoursOf(8) },
      feeFen: 2_880,
      evenings: 8,
      doneOn: '2022-08-22',
    })
  })

  test('the fastest and the one with the fewest evenings go to the class', () => {
    expect(planned('fastest', eight, offers)).toMatchObject({ doneOn: '2022-08-16', evenings: 0 })
    expect(ids(planned('fewest-evenings', eight, offers))).toEqual(['class'])
  })

  test('a class later than eight evenings is no faster; one on the last of them is as fast and takes none', () => {
    const held = (heldOn: string) => [offer('online', [8, 28.8]), offer('class', [8, 40], { heldOn })]
    expect(ids(planned('fastest', eight, held('2022-08-23')))).toEqual(['online'])
    expect(ids(planned('fastest', eight, held('2022-08-22')))).toEqual(['class'])
    expect(ids(planned('fewest-evenings', eight, held('2022-12-01')))).toEqual(['class'])
  })

  test('each says its sums, its last day, and why it is the least', () => {
    expect(planned('cheapest', eight, offers).why).toEqual([
      '共专业课8学时，费用28.80元，用8个晚上，最早2022年8月22日完成。',
      '比较了2项可选的课程、班次和认证，没有费用更低的组合；费用相同的，取学时最少的。',
      '比最快的方案少花11.20元，多用8个晚上，晚完成6天。',
      '比占用晚上最少的方案少花11.20元，多用8个晚上，晚完成6天。',
    ])
    expect(planned('fastest', eight, offers).why).toContain('和占用晚上最少的方案费用、时间都一样。')
  })
})

describe('what may fill a part', () => {
  test('of equal fees the fewest hours', () => {
    expect(ids(planned('cheapest', eight, [offer('a', [10, 9]), offer('b', [9, 9])]))).toEqual(['b'])
  })

  test('of equals the first by id', () => {
    expect(ids(planned('cheapest', eight, [offer('b', [8, 9]), offer('a', [8, 9])]))).toEqual(['a'])
  })

  test('a course whose last day is today still counts, of yesterday not; a class of the past neither', () => {
    const open = offer('open', [8, 9], { lastDay: '2022-08-15' })
    const past = [
      offer('over', [8, 1], { lastDay: '2022-08-14' }),
      offer('held', [8, 1], { heldOn: '2022-08-14' }),
    ]
    expect(ids(planned('cheapest', eight, [...past, open]))).toEqual(['open'])
    expect(ask(eight, past).plans).toBeNull()
  })

  test('SX22-15: a class held after the year closes does not fill it', () => {
    const need = yearsNeed([
      { ...openYear(2021, { until: '2022-09-30' }), ways: [[part('professional', 8)]] },
    ])
    const of2021 = (heldOn: string) => offer(heldOn, [8, 40], { year: 2021, heldOn })
    expect(ids(planned('cheapest', need, [of2021('2022-09-30')]))).toEqual(['2022-09-30'])
    expect(ask(need, [of2021('2022-10-01')]).plans).toBeNull()
  })

  test('SX22-5: hours of a municipal base do not serve a senior title', () => {
    const need = yearsNeed([
      { ...openYear(2022, { baseLevels: ['province'] }), ways: [[part('professional', 8)]] },
    ])
    const offers = [
      offer('city', [8, 1], { baseLevel: 'city' }),
      offer('province', [8, 9], { baseLevel: 'province' }),
    ]
    expect(ids(planned('cheapest', need, offers))).toEqual(['province'])
  })

  test('SX22-10: where a category cannot be claimed, a claim does not fill it', () => {
    const sources = { public: { routes: ['online'], providers: [] }, professional: ANY } as const
    const need = yearsNeed([
      { ...openYear(2022, { sources }), ways: [[part('public', 8), part('professional', 8)]] },
    ])
    const claim = { source: 'claim' } as const
    const offers = [
      offer('public-claim', [8, 0], { ...claim, category: 'public' }),
      offer('public-course', [8, 9], { category: 'public' }),
      offer('claim', [8, 0], claim),
    ]
    expect(ids(planned('cheapest', need, offers))).toEqual(['public-course', 'claim'])
  })

  test('two classes on one day are named', () => {
    const heldOn = '2022-08-20'
    const { why } = planned('cheapest', eight, [
      offer('a', [4, 1], { heldOn }),
      offer('b', [4, 1], { heldOn }),
    ])
    expect(why[why.length - 1]).toContain('2022年8月20日有不止一期面授')
  })
})

describe('hours that only an outside provider gives', () => {
  const academy = { routes: ['import'], providers: [ACADEMY] } as const

  test('QH23-5: public hours point to the academy, whatever courses there are', () => {
    const year = openYear(2022, { sources: { public: academy, professional: ANY } })
    const need = yearsNeed([{ ...year, ways: [[part('public', 45), part('professional', 8)]] }])
    const plan = planned('cheapest', need, [
      offer('public', [45, 0], { category: 'public' }),
      offer('own', [8, 9]),
    ])
    expect(ids(plan)).toEqual(['own'])
    expect(plan.providers).toMatchObject([
      { year: 2022, category: 'public', hours: hoursOf(45), providers: [{ name: '干部网络学院' }] },
    ])
    expect(plan).toMatchObject({ hours: { public: hoursOf(45) }, evenings: 53, feeFen: 900 })
    expect(plan.why[0]).toContain('以该平台为准')
  })

  test("the provider's own courses are chosen among, where they are known", () => {
    const year = openYear(2022, { sources: { public: academy, professional: ANY } })
    const need = yearsNeed([{ ...year, ways: [[part('public', 8)]] }])
    const theirs = offer('theirs', [8, 5], { category: 'public', source: 'provider' })
    expect(planned('cheapest', need, [theirs])).toMatchObject({ offers: [{ id: 'theirs' }], providers: [] })
  })

  test('NY22-4: what the offers do not reach, the city platforms give; a class in time is taken before them', () => {
    const mixed = { routes: ['face-to-face', 'import'], providers: [ACADEMY] } as const
    const year = openYear(2022, { sources: { public: ANY, professional: mixed } })
    const need = yearsNeed([{ ...year, ways: [[part('professional', 8)]] }])
    const there = { offers: [], providers: [{ hours: hoursOf(8) }], evenings: 8 }
    expect(planned('cheapest', need, [offer('class', [4, 9], { heldOn: '2022-08-16' })])).toMatchObject(there)
    const late = [offer('class', [8, 9], { heldOn: '2022-12-16' })]
    expect(ids(planned('cheapest', need, late))).toEqual(['class'])
    expect(planned('fastest', need, late)).toMatchObject(there)
  })

  test('of two years, the one whose fee is known goes before the one whose fee nobody has told', () => {
    const mixed = { routes: ['face-to-face', 'import'], providers: [ACADEMY] } as const
    const lacking = (year: number, hours: number) => ({
      ...openYear(year, { sources: { public: ANY, professional: mixed } }),
      ways: [[part('professional', hours)]],
    })
    const need = yearsNeed([lacking(2021, 60), lacking(2022, 16)], [[2021], [2022]])
    const plan = planned('cheapest', need, [offer('class', [16, 80], { heldOn: '2022-08-20' })])
    expect(plan).toMatchObject({ offers: [{ id: 'class' }], providers: [], feeFen: 8_000 })
  })

  test('of a window the public part there, the rest of the total here', () => {
    const year = openYear(2022, { sources: { public: academy, professional: ANY } })
    const plan = planned('cheapest', windowNeed([20, 28], [year]), [offer('own', [8, 9])])
    expect(plan.providers).toMatchObject([{ category: 'public', hours: hoursOf(20) }])
    expect(ids(plan)).toEqual(['own'])
    const more = planned('cheapest', windowNeed([20, 30], [year]), [offer('own', [8, 9])])
    expect(more.providers).toMatchObject([{ hours: hoursOf(30) }])
  })
})

describe('deadlines and shortages', () => {
  test('SX22-15: at this pace too late, and how many minutes an evening would do', () => {
    const need = yearsNeed([
      { ...openYear(2021, { until: '2022-09-30' }), ways: [[part('professional', 80)]] },
    ])
    const courses = Array.from({ length: 10 }, (_, index) => offer(`c${index}`, [8, 1], { year: 2021 }))
    const plan = planned('fastest', need, courses)
    expect(plan.late).toEqual([{ lastDay: '2022-09-30', doneOn: '2022-11-02', minutesPerEvening: 103 }])
    expect(plan.why[plan.why.length - 1]).toContain('每晚学103分钟就能赶上')
    expect(ask(need, courses, 103).plans?.fastest.late).toEqual([])
    expect(ask(need, courses, 102).plans?.fastest.late).toHaveLength(1)
  })

  test('too few hours on offer are said, by year and category', () => {
    const { plans, cannot } = ask(eight, [offer('a', [5, 1])])
    expect(plans).toBeNull()
    expect(cannot).toMatchObject([{ year: 2022, category: 'professional' }])
    expect(cannot[0]?.text).toContain('专业课还差8学时，现在可选的只有5学时')
    const window = ask(windowNeed([4, 8], [openYear(2022)]), [offer('a', [5, 1])])
    expect(window.plans).toBeNull()
    expect(window.cannot[0]?.text).toContain('公需课0学时、专业课5学时')
    expect(ask(windowNeed([4, 8], []), [offer('a', [8, 1])]).plans).toBeNull()
  })

  test('a shortage names the year, its clause, and the subject where one is asked', () => {
    const year = openYear(2022)
    const need = yearsNeed([
      {
        ...year,
        ways: [[part('public', 12, '科目一'), part('public', 10, '科目二'), part('professional', 8)]],
      },
    ])
    const offers = [
      offer('a', [2.5, 1], { category: 'public', subjectId: '科目一' }),
      offer('b', [10, 1], { category: 'public', subjectId: '科目二' }),
    ]
    const classes = '请联系基地或单位，看近期有没有新的班次。'
    expect(ask(need, offers).cannot).toEqual([
      {
        year: 2022,
        category: 'public',
        clause: 'SX22-15',
        rules: year.opening.rules,
        text: `2022年：《科目一》还差12学时，现在可选的只有2.5学时。${classes}`,
      },
      {
        year: 2022,
        category: 'professional',
        clause: 'SX22-15',
        rules: year.opening.rules,
        text: `2022年：专业课还差8学时，现在可选的只有0学时。${classes}`,
      },
    ])
  })

  test('only years that some way uses are short; a part that a provider fills is not', () => {
    const academy = { routes: ['online', 'import'], providers: [ACADEMY] } as const
    const served = openYear(2021, { sources: { public: academy, professional: ANY } })
    const need = yearsNeed(
      [
        { ...served, ways: [[part('public', 8), part('professional', 4)]] },
        { ...openYear(2022), ways: [[part('professional', 8)]] },
      ],
      [[2021]],
    )
    const before = { year: null, category: null, clause: null, rules: [], text: '先说的' }
    expect(ask({ ...need, cannot: [before], todo: ['提交审验'] }, [])).toMatchObject({
      plans: null,
      cannot: [before, { year: 2021, category: 'professional' }],
      todo: ['提交审验'],
    })
    expect(ask(need, []).cannot).toHaveLength(1)
  })

  test('NX22-4: a window that is short says both sums, and the providers that the notice names', () => {
    const offers = [
      offer('a', [5, 1]),
      offer('p', [2, 1], { category: 'public' }),
      offer('b', [9, 1], { year: 2019 }),
    ]
    expect(ask(windowNeed([4, 80], [openYear(2022)]), offers).cannot).toEqual([
      {
        year: null,
        category: null,
        clause: null,
        rules: [],
        text: '还差公需课4学时、总共80学时，现在可选的只有公需课2学时、专业课5学时。请联系基地或单位，看近期有没有新的班次。',
      },
    ])
    const both = {
      routes: ['online'],
      providers: [ACADEMY, { ...ACADEMY, id: 'b', name: '开放大学' }],
    } as const
    const year = openYear(2022, { sources: { public: both, professional: both } })
    expect(ask(windowNeed([4, 80], [year]), offers).cannot[0]?.text).toContain(
      '专业课5学时。也可以到干部网络学院、开放大学学习。',
    )
    expect(ask(windowNeed([4, 8], []), offers).cannot).toEqual([])
  })

  test('the offers come by year, then public before professional, then day, then id', () => {
    const of = (id: string, change: Parameters<typeof offer>[2]) => offer(id, [1, 1], change)
    const need = yearsNeed([
      { ...openYear(2022), ways: [[part('public', 1), part('professional', 4)]] },
      { ...openYear(2021), ways: [[part('professional', 1)]] },
    ])
    const offers = [
      of('z', {}),
      of('y', {}),
      of('late', { heldOn: '2022-09-02' }),
      of('early', { heldOn: '2022-09-01' }),
      of('public', { category: 'public' }),
      of('old', { year: 2021 }),
    ]
    const plan = planned('cheapest', need, offers)
    expect(ids(plan)).toEqual(['old', 'public', 'y', 'z', 'early', 'late'])
    expect(plan).toMatchObject({
      kind: 'cheapest',
      hours: { public: hoursOf(1), professional: hoursOf(5) },
      feeFen: 600,
      ownTimeMinutes: 240,
      evenings: 4,
      doneOn: '2022-09-02',
      late: [],
    })
    expect(planned('fastest', need, offers).kind).toBe('fastest')
    expect(planned('fewest-evenings', need, offers).kind).toBe('fewest-evenings')
  })

  test('the sooner of an offer’s last day and the year’s is its deadline', () => {
    const lateUntil = (until: string | null, lastDay: string | null) => {
      const year = openYear(2022, until === null ? {} : { until })
      const need = yearsNeed([{ ...year, ways: [[part('professional', 10)]] }])
      const course = offer('a', [10, 1], lastDay === null ? {} : { lastDay })
      return planned('cheapest', need, [course]).late.map((missed) => missed.lastDay)
    }
    expect(lateUntil('2022-08-20', null)).toEqual(['2022-08-20'])
    expect(lateUntil(null, '2022-08-19')).toEqual(['2022-08-19'])
    expect(lateUntil('2022-08-20', '2022-08-19')).toEqual(['2022-08-19'])
    expect(lateUntil('2022-08-18', '2022-08-19')).toEqual(['2022-08-18'])
    expect(lateUntil(null, null)).toEqual([])
  })

  test('nothing needed is no plan; a year that only waits for verification is one without courses', () => {
    const { labels } = eight
    expect(ask({ kind: 'nothing', met: true, labels, cannot: [], todo: [] }, []).plans).toBeNull()
    const waits = planned('cheapest', yearsNeed([{ ...openYear(2022), ways: [[]] }]), [])
    expect(waits).toMatchObject({ offers: [], evenings: 0, doneOn: today })
    expect(waits.why[0]).toBe('学时已够，不用再学。')
  })
})

test.each([
  ['hours', { hours: 0 }],
  ['hours', { hours: 0.5 }],
  ['hours', { hours: Number.NaN }],
  ['feeFen', { feeFen: -1 }],
  ['ownTimeMinutes', { ownTimeMinutes: Number.POSITIVE_INFINITY }],
])('an offer with broken %s is refused by name', (field, change) => {
  const broken = { ...offer('a', [8, 1]), ...change } as Offer
  expect(planFor({ need: eight, offers: [broken], today, minutesPerEvening: 60 })).toEqual({
    ok: false,
    refusal: { code: 'INPUT_INVALID', details: { fields: [`offers/a/${field}`] } },
  })
})

test.each([0.5, -1, Number.NaN])('evenings of %p minutes are refused', (minutesPerEvening) => {
  expect(planFor({ need: eight, offers: [], today, minutesPerEvening })).toEqual({
    ok: false,
    refusal: { code: 'INPUT_INVALID', details: { fields: ['minutesPerEvening'] } },
  })
})

test('the same id twice, and evenings of no minutes, are refused by name', () => {
  const offers = [offer('a', [8, 1]), offer('a', [8, 2])]
  expect(planFor({ need: eight, offers, today, minutesPerEvening: 0 })).toMatchObject({
    refusal: { details: { fields: ['minutesPerEvening', 'offers/a/id'] } },
  })
})
