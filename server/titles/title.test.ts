import { hoursOf } from '../../domain/kernel/hours'
import { day, type Instant, startOfDay } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import { release } from '../../domain/ledger/release'
import { voidEntry } from '../../domain/ledger/void-entry'
import type { Category, TitleLevel } from '../../domain/policy/pack'
import { type Ledger, postingOf, startLedger } from '../../tests/harness/ledger'
import { DOCTOR, saidTitle } from '../../tests/harness/said-title'
import { newOrganisation } from '../bodies/new-organisation'
import { accountIdOf } from '../books/hours/account-id'
import type { AccountDocument } from '../books/hours/documents'
import { entryDocument, postHours } from '../books/hours/post-hours'
import type { DeemingDocument } from '../claims/filing/documents'
import { accept } from '../kernel/refused'
import type { PersonDocument, SaidTitleEntry } from '../people/documents'
import { checkTitle } from './check-title'
import type { Declared } from './declared'
import { planTitle } from './plan-title'

let ledger: Ledger
beforeAll(async () => {
  ledger = await startLedger()
})
afterAll(() => ledger.stop())

const on = (text: string): Instant => startOfDay(day(text))

async function somebody(id: string, region: Region): Promise<PersonDocument> {
  return { ...(await ledger.person(id)), region }
}

/** Hours of a year in the person's region, of a kind that its notice counts. */
async function learned(
  person: PersonDocument,
  year: number,
  hours: Partial<Record<Category, number>>,
): Promise<void> {
  const pack = accept(ledger.ctx.packs.standardOf(person.region, year))
  const earnedAt = on(`${year}-06-01`)
  for (const category of ['public', 'professional'] as const) {
    const amount = hours[category]
    if (amount === undefined) continue
    const id = `${person._id}-${year}-${category}`
    const base = postingOf(person, [id, amount], { category, earnedAt })
    const kind = category === 'public' ? 'public-online' : 'online-course'
    const { base: _, ...item } = base.item
    const providers = pack.kinds.find((one) => one.id === kind)?.providers?.value
    await ledger.store.transact((tx) =>
      postHours(tx, {
        ...base,
        region: person.region,
        targetYear: year,
        pack,
        item: {
          ...item,
          kind,
          providerId: providers?.[0] ?? 'platform',
          meets: ['exam-passed', 'plan-approved', 'courseware-audited'],
        },
      }),
    )
  }
}

interface Asked {
  at: string
  level: TitleLevel
  applicationYear?: number
  declared?: Declared
}

const ask = (person: PersonDocument, { at, level, applicationYear, declared = {} }: Asked) =>
  [
    { ...ledger.ctx, now: on(at) },
    person,
    { level, applicationYear: applicationYear ?? Number(at.slice(0, 4)), declared },
  ] as const
const check = (person: PersonDocument, asked: Asked) => checkTitle(...ask(person, asked))

function plan(person: PersonDocument, asked: Asked) {
  const [ctx, who, input] = ask(person, asked)
  return planTitle(ctx, who, { ...input, minutesPerEvening: 60 })
}

describe('Qinghai: four years since 2019, by record where no notice counts them', () => {
  const senior = { at: '2023-11-01', level: 'senior' } as const
  let person: PersonDocument
  beforeAll(async () => {
    person = await somebody('qinghai', 'qinghai')
    await learned(person, 2023, { public: 45, professional: 90 })
  })

  test('the current year is complete, and waits to be verified', async () => {
    const view = await check(person, senior)
    expect(view).toMatchObject({ outcome: 'short', needed: 4, chosenYears: [] })
    expect(view.years.map(({ year, state }) => [year, state])).toEqual([
      [2023, 'unverified'],
      [2022, 'no-rule'],
      [2021, 'no-rule'],
      [2020, 'no-rule'],
      [2019, 'no-rule'],
    ])
    expect(view.questions[0]).toMatchObject({
      kind: 'records',
      fields: [{ options: [2019, 2020, 2021, 2022, 2023] }],
    })
  })

  test('with three years on the person’s word and the current one verified it is met, and the word is marked', async () => {
    const declared = { recordedYears: [2019, 2020, 2022, 2023] }
    const view = await check(person, { ...senior, declared })
    expect(view).toMatchObject({
      outcome: 'met',
      chosenYears: [2019, 2020, 2022, 2023],
      restsOnDeclared: true,
    })
    expect(view.years.filter((year) => year.declared).map(({ year }) => year)).toEqual([
      2023, 2022, 2020, 2019,
    ])
    expect(view.years.find(({ year }) => year === 2022)?.clauses[0]?.words).toContain('只部署2023年')
  })

  test('a village post stands for a year, with its clause', async () => {
    const declared = {
      recordedYears: [2019, 2020, 2022],
      deemings: [{ id: 'village', year: 2021, termFromYear: 2018 }],
    }
    const view = await check(person, { ...senior, declared })
    expect(view.outcome).toBe('met')
    const deemed = view.years.find(({ year }) => year === 2021)
    expect(deemed).toMatchObject({ state: 'deemed', declared: true })
    expect(deemed?.clauses.map(({ id }) => id)).toContain('QH23-16')
  })

  test('where the notice is silent about a level, that is the answer', async () => {
    const view = await check(person, { ...senior, level: 'junior' })
    expect(view).toMatchObject({ outcome: 'no-rule', kind: 'none', years: [] })
    expect(view.headline).toContain('通知只规定了高级和中级')
  })

  test('public hours are pointed to their one lawful site, and closed years named with their clause', async () => {
    const other = await somebody('qinghai-other', 'qinghai')
    await learned(other, 2023, { professional: 90 })
    const view = await plan(other, { ...senior, declared: { recordedYears: [2019, 2020, 2022] } })
    expect(view.plans[0]?.providers).toMatchObject([
      { category: 'public', hours: hoursOf(45), places: [{ name: '青海干部网络学院' }] },
    ])
    expect(view.cannot[0]?.text).toContain('2021年')
    expect(view.todo).toHaveLength(1)
  })
})

describe('Ningxia: sums over a window', () => {
  const middle = { at: '2022-08-15', level: 'middle' } as const
  let person: PersonDocument
  beforeAll(async () => {
    person = await somebody('ningxia', 'ningxia')
    await learned(person, 2018, { public: 80, professional: 120 })
    await learned(person, 2021, { professional: 120 })
  })

  test('80 and 240 lack 40 of each sum', async () => {
    const view = await check(person, middle)
    expect(view.sums).toMatchObject({
      public: { required: hoursOf(120), counted: hoursOf(80), missing: hoursOf(40) },
      total: { required: hoursOf(360), counted: hoursOf(320), missing: hoursOf(40) },
    })
    expect(view.headline).toBe('公需课还差 40 学时，总学时还差 40 学时。')
    expect(view.years[0]?.clauses.map(({ id }) => id)).toContain('NX22-4')
  })

  test('a past exam stands for 40 until the end of 2022, in no account', async () => {
    const declared = { substitutions: [{ id: 'foreign-language', count: 1 }] }
    expect(await check(person, { ...middle, declared })).toMatchObject({
      outcome: 'met',
      substituted: hoursOf(40),
    })
    const next = await check(person, { ...middle, applicationYear: 2023, declared })
    expect(next).toMatchObject({ outcome: 'short', substituted: 0 })
    expect(next.notes.join('')).toContain('2022年12月31日')
  })

  test('a series that asks for the exam takes no substitution', async () => {
    const declared = {
      substitutions: [{ id: 'foreign-language', count: 1 }],
      seriesRequiresExams: true,
    }
    expect(await check(person, { ...middle, declared })).toMatchObject({ outcome: 'short', substituted: 0 })
  })

  test('a master of two years’ tenure owes half, over the last two years', async () => {
    const [degree] = (await check(person, middle)).questions.filter(({ kind }) => kind === 'degree')
    const view = await check(person, {
      ...middle,
      declared: { degree: degree?.id, tenureYears: 2 } as Declared,
    })
    expect(view).toMatchObject({ needed: 2, chosenYears: [2020, 2021] })
    expect(view.sums?.public.required).toBe(hoursOf(60))
  })

  test('what closed cannot be filled this year, and that is said', async () => {
    expect((await check(person, middle)).cures.join('')).toContain('下一年申报')
    expect((await plan(person, middle)).plans).toEqual([])
  })
})

describe('Shandong: a waiver of the title, never of the year', () => {
  const senior = { at: '2022-08-15', level: 'senior' } as const

  test('enterprise staff are asked nothing in 2022, and their year stays as it is', async () => {
    const person = await somebody('shandong', 'shandong')
    expect((await check(person, senior)).outcome).toBe('short')
    const declared = { deemings: [{ id: 'enterprise-2022' }] }
    const view = await check(person, { ...senior, declared })
    expect(view).toMatchObject({ outcome: 'met', restsOnDeclared: true })
    expect(view.waivedBy).toContain('企业')
    expect(view.clauses.map(({ id }) => id)).toContain('NY22-3')
    expect(view.years.find(({ year }) => year === 2022)).toMatchObject({
      state: 'incomplete',
      missing: { public: hoursOf(30), professional: hoursOf(60) },
    })
  })

  test('not where the committee is said to be another, nor in another year', async () => {
    const person = await somebody('shandong-other', 'shandong')
    const declared = { deemings: [{ id: 'enterprise-2022' }] }
    expect(
      (await check(person, { ...senior, declared: { ...declared, cityCommittee: false } })).outcome,
    ).toBe('short')
    expect((await check(person, { ...senior, applicationYear: 2023, declared })).outcome).toBe('short')
  })
})

describe('what happened to hours after they were credited', () => {
  const accountOf = async (person: PersonDocument, year: number): Promise<AccountDocument> => {
    const account = await ledger.store.get(
      'accounts',
      accountIdOf({ personId: person._id, region: person.region, year }),
    )
    if (!account) throw new Error('no account')
    return account
  }
  /** The first credit of a year is void from now on. */
  async function voidFirst(person: PersonDocument, year: number, reason: string): Promise<void> {
    const account = await accountOf(person, year)
    const entryId = account.lines[0]?.entryId ?? ''
    const act = { entryId, reason, clauseId: 'SX22-16', at: on(`${year}-08-01`), policyVersion: '' }
    const voided = accept(voidEntry(account, act))
    if (voided.kind === 'repeated') throw new Error('void before')
    const { entry, account: after } = voided
    const facts = { kind: 'void', entryId, reason, clauseId: 'SX22-16' } as const
    await ledger.store.insert('entries', entryDocument(entry, account._id, facts))
    await ledger.store.replace('accounts', { ...account, ...after })
  }
  /** The year's application has passed. */
  async function passed(person: PersonDocument, year: number): Promise<void> {
    const account = await accountOf(person, year)
    const released = release(account, { accountId: account._id, at: on(`${year}-10-01`), policyVersion: '' })
    if (!released) throw new Error('nothing waits')
    await ledger.store.insert('entries', entryDocument(released.entry, account._id, { kind: 'release' }))
    await ledger.store.replace('accounts', { ...account, ...released.account })
  }
  const yearOf = async (person: PersonDocument, year: number, asked: Asked) =>
    (await check(person, asked)).years.find((one) => one.year === year)

  test('void hours are set aside, by their title and with the reason', async () => {
    const person = await somebody('voided', 'qinghai')
    await learned(person, 2023, { public: 45, professional: 90 })
    await voidFirst(person, 2023, '材料不实')
    const year = await yearOf(person, 2023, { at: '2023-11-01', level: 'senior' })
    expect(year?.setAside.map(({ title, hours, why }) => [title, hours, why])).toEqual([
      [
        '专业课 voided-2023-professional',
        hoursOf(90),
        '网络课程类，90 学时等待核验，核验后计入 2023 年度专业科目。',
      ],
      ['专业课 voided-2023-public', hoursOf(45), '已按无效处理：材料不实'],
    ])
    expect(year?.counted).toEqual({ public: 0, professional: hoursOf(90) })
  })

  test('in Qinghai the hours of a year are there and unverified until its application has passed', async () => {
    const asked = { at: '2023-11-01', level: 'senior' } as const
    const person = await somebody('handed-in', 'qinghai')
    await learned(person, 2023, { public: 45, professional: 90 })
    expect((await yearOf(person, 2023, asked))?.state).toBe('unverified')
    // An application a year later asks for a year that has passed its levels.
    const later = { ...asked, applicationYear: 2024 }
    expect((await yearOf(person, 2023, later))?.state).toBe('incomplete')
    await passed(person, 2023)
    expect((await yearOf(person, 2023, asked))?.state).toBe('complete')
    expect((await yearOf(person, 2023, later))?.state).toBe('complete')
  })

  test('a deeming counts while it is valid, in its own region, without the person’s word', async () => {
    const asked = { at: '2023-11-01', level: 'senior' } as const
    const person = await somebody('deemed', 'qinghai')
    const deeming = (_id: string, change: Partial<DeemingDocument>) =>
      ledger.store.insert('deemings', {
        ...{ _id, personId: person._id, region: 'qinghai', state: 'valid', creditedAt: on('2023-05-01') },
        fact: { id: 'village', year: 2021, months: 12, termFromYear: 2018 },
        ...change,
      })
    await deeming('deemed-revoked', { state: 'revoked' })
    await deeming('deemed-elsewhere', { region: 'ningxia' })
    expect((await yearOf(person, 2021, asked))?.state).toBe('no-rule')
    await deeming('deemed-valid', {})
    expect((await yearOf(person, 2021, asked))?.state).toBe('deemed')
    expect(await check(person, asked)).toMatchObject({ restsOnDeclared: false })
  })
})

const unitOf = ({ unitId, region }: PersonDocument) =>
  newOrganisation(
    { id: unitId, name: '演示单位', kind: 'unit', region, areaCode: '990101', parent: null },
    { state: 'verified', at: on('2022-01-01') },
  )

describe('who a person is for the law is read from the record of their unit', () => {
  const recorded = async (person: PersonDocument, change: object): Promise<void> => {
    const found = await ledger.store.get('organisations', person.unitId)
    const unit = found ?? (await ledger.store.insert('organisations', unitOf(person)))
    await ledger.store.replace('organisations', {
      ...unit,
      nature: null,
      isPrivate: false,
      line: null,
      ...change,
    })
  }

  test('NY22-3: of an enterprise the committee is asked, of an institution nothing, and no tick helps it', async () => {
    const person = await somebody('standing-waiver', 'shandong')
    const ticked: Asked = {
      at: '2022-06-01',
      level: 'middle',
      declared: { deemings: [{ id: 'enterprise-2022' }] },
    }
    await recorded(person, { nature: 'enterprise' })
    expect(await check(person, { at: '2022-06-01', level: 'middle' })).toMatchObject({
      outcome: 'short',
      questions: [{ id: 'enterprise-2022', statement: expect.not.stringContaining('企业') }],
    })
    expect(await check(person, ticked)).toMatchObject({ outcome: 'met' })
    await recorded(person, { nature: 'institution' })
    expect(await check(person, ticked)).toMatchObject({ outcome: 'short', questions: [] })
  })

  test('NX22-11: a qualification is asked about for a senior title only, and helps no other', async () => {
    const person = await somebody('standing-title', 'ningxia')
    const declared = { deemings: [{ id: 'qualification', obtainedYear: 2020, termFromYear: 2017 }] }
    const asked = async (level: TitleLevel) =>
      (await check(person, { at: '2022-06-01', level })).questions.map(({ id }) => id)
    expect(await asked('senior')).toContain('qualification')
    expect(await asked('middle')).not.toContain('qualification')
    await learned(person, 2021, { public: 120 })
    const middle = await check(person, { at: '2022-06-01', level: 'middle', declared })
    expect(middle).toMatchObject({ outcome: 'short', sums: { public: { missing: 0 } } })
  })

  test('NX22-5, NX22-11: the present title is read from the register, and what nobody verified is said to be so', async () => {
    const person = await somebody('standing-held', 'ningxia')
    const at = on('2022-05-01')
    const holding = (held: SaidTitleEntry['held'], verdict?: 'verified'): PersonDocument => ({
      ...person,
      titles: [saidTitle(held, { at, ...(verdict ? { verdict } : {}) })],
    })
    const declared = { degree: '硕士研究生', tenureYears: 4 }
    const years = async (of: PersonDocument) =>
      (await check(of, { at: '2022-06-01', level: 'middle', declared })).needed
    expect(await years(person)).toBe(4)
    expect(await years(holding({ ...DOCTOR, obtainedYear: 2020 }))).toBe(2)
    const senior = { at: '2022-06-01', level: 'senior' } as const
    const waiting = await check(holding(DOCTOR), senior)
    expect(waiting.title).toEqual({ held: DOCTOR, isVerified: false })
    expect(waiting.notes.join()).toContain('主治医师，2018 年取得）是你填的，单位还没有核对，先按它算')
    expect((await check(holding(DOCTOR, 'verified'), senior)).notes.join()).not.toContain('还没有核对')
    expect((await check(holding(null), senior)).questions.map(({ id }) => id)).not.toContain('qualification')
  })

  test('hours in another region are told of, and nothing is concluded from them', async () => {
    const person = await somebody('standing-moved', 'ningxia')
    await learned(person, 2021, { public: 10 })
    const moved = { ...person, region: 'shandong' } as PersonDocument
    const { notes } = await check(moved, { at: '2022-06-01', level: 'middle' })
    expect(notes.some((note) => note.startsWith('在宁夏回族自治区登记的学时没有算进来'))).toBe(true)
  })
})
