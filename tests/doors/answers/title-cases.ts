// What each notice answers who asks about a title: hours of many years in the book, and what a trainee declares beside.
import { hoursOf } from '../../../domain/kernel/hours'
import { day, instant, startOfDay } from '../../../domain/kernel/instant'
import type { Region } from '../../../domain/kernel/regions'
import type { LearningItem } from '../../../domain/policy/facts'
import type { BaseLevel, Category } from '../../../domain/policy/pack'
import { accountIdOf } from '../../../server/books/hours/account-id'
import { postHours } from '../../../server/books/hours/post-hours'
import { packs } from '../../../server/kernel/packs'
import type { PersonDocument } from '../../../server/people/documents'
import { bankOf, emptyCourse } from '../../harness/courses'
import { postingOf } from '../../harness/ledger'
import type { World } from '../matrix/world'
import type { Case } from './case'

interface Earned {
  hours: number
  category?: Category
  subjectId?: string
  baseLevel?: BaseLevel
}

interface Applicant {
  about: string
  region: Region
  level: 'junior' | 'middle' | 'senior'
  applicationYear?: number
  /** The day on which they ask; the world's own day where it is left out. */
  on?: string
  hours?: Readonly<Record<number, readonly Earned[]>>
  /** Years whose application has passed its levels. */
  released?: readonly number[]
  /** The entry of that year which was voided. */
  voided?: number
  credited?: { id: string; year: number }
  declared?: object
}
const UNIT: Partial<Record<Region, string>> = {
  shandong: 'station',
  shaanxi: 'far-unit',
  qinghai: 'far-unit',
  ningxia: 'west-unit',
}

const SHAANXI_PUBLIC: readonly Earned[] = [
  { hours: 12, category: 'public', subjectId: 'sx22-public-1' },
  { hours: 10, category: 'public', subjectId: 'sx22-public-2' },
  { hours: 2, category: 'public', subjectId: 'sx22-public-3' },
]
const WHOLE: readonly Earned[] = [{ hours: 45, category: 'public' }, { hours: 90 }]
const HALF: readonly Earned[] = [{ hours: 12, category: 'public' }, { hours: 30 }]
const of = (years: readonly number[], earned: readonly Earned[]) =>
  Object.fromEntries(years.map((year) => [year, earned]))

const APPLICANTS: readonly Applicant[] = [
  { about: 'of Shaanxi, with nothing', region: 'shaanxi', level: 'senior' },
  {
    about: 'of Shaanxi, who has all hours of this year',
    region: 'shaanxi',
    level: 'senior',
    hours: { 2022: [...SHAANXI_PUBLIC, { hours: 56 }] },
  },
  {
    about: 'of Shaanxi, eight of whose hours are a city base’s',
    region: 'shaanxi',
    level: 'senior',
    hours: { 2022: [...SHAANXI_PUBLIC, { hours: 48 }, { hours: 8, baseLevel: 'city' }] },
  },
  {
    about: 'of Shaanxi, for a middle title with the same hours',
    region: 'shaanxi',
    level: 'middle',
    hours: { 2022: [...SHAANXI_PUBLIC, { hours: 48 }, { hours: 8, baseLevel: 'city' }] },
  },
  {
    about: 'of Shaanxi, who lacks public hours and professional ones',
    region: 'shaanxi',
    level: 'junior',
    hours: { 2022: [{ hours: 10, category: 'public', subjectId: 'sx22-public-2' }, { hours: 40 }] },
  },
  {
    about: 'of Shaanxi, one of whose entries was voided',
    region: 'shaanxi',
    level: 'senior',
    hours: { 2022: [...SHAANXI_PUBLIC, { hours: 56 }] },
    voided: 2022,
  },
  {
    about: 'of Shaanxi, next year',
    region: 'shaanxi',
    level: 'senior',
    applicationYear: 2023,
    hours: { 2022: [...SHAANXI_PUBLIC, { hours: 56 }] },
  },
  {
    about: 'of Shaanxi, after everything closed',
    region: 'shaanxi',
    level: 'senior',
    on: '2022-12-20',
    hours: { 2022: SHAANXI_PUBLIC },
  },
  { about: 'of Qinghai, for a junior title', region: 'qinghai', level: 'junior', on: '2023-08-15' },
  ...(['middle', 'senior'] as const).flatMap((level): Applicant[] => [
    { about: `of Qinghai, ${level}, with nothing`, region: 'qinghai', level, on: '2023-08-15' },
    {
      about: `of Qinghai, ${level}, whose years are recorded, and whose current year waits`,
      region: 'qinghai',
      level,
      on: '2023-08-15',
      hours: { 2023: WHOLE },
      declared: { recordedYears: [2020, 2021, 2022] },
    },
    {
      about: `of Qinghai, ${level}, whose current year has passed its levels`,
      region: 'qinghai',
      level,
      on: '2023-08-15',
      hours: { 2023: WHOLE },
      released: [2023],
      declared: { recordedYears: [2020, 2021, 2022] },
    },
    {
      about: `of Qinghai, ${level}, who says that the current year was verified`,
      region: 'qinghai',
      level,
      on: '2023-08-15',
      hours: { 2023: HALF },
      declared: { recordedYears: [2019, 2020, 2023] },
    },
    {
      about: `of Qinghai, ${level}, the year after, with a year that waits still`,
      region: 'qinghai',
      level,
      on: '2024-02-15',
      applicationYear: 2024,
      hours: { 2023: WHOLE },
      declared: { recordedYears: [2020, 2021, 2022] },
    },
    {
      about: `of Qinghai, ${level}, on duty in the epidemic and a year in a village`,
      region: 'qinghai',
      level,
      on: '2023-08-15',
      declared: {
        recordedYears: [2021],
        deemings: [
          { id: 'epidemic-duty', year: 2020 },
          { id: 'village', year: 2022, termFromYear: 2018 },
        ],
      },
    },
    {
      about: `of Qinghai, ${level}, whose year in a village a reviewer has credited`,
      region: 'qinghai',
      level,
      on: '2023-08-15',
      credited: { id: 'village', year: 2022 },
      declared: { deemings: [{ id: 'village', year: 2021 }], recordedYears: [2020, 2021] },
    },
    {
      about: `of Qinghai, ${level}, with an award`,
      region: 'qinghai',
      level,
      on: '2023-08-15',
      declared: { deemings: [{ id: 'awards' }] },
    },
  ]),
  { about: 'of Ningxia, for a junior title', region: 'ningxia', level: 'junior' },
  ...(['middle', 'senior'] as const).flatMap((level): Applicant[] => [
    {
      about: `of Ningxia, ${level}, with half of each year`,
      region: 'ningxia',
      level,
      hours: of([2018, 2019, 2020, 2021], HALF),
    },
    {
      about: `of Ningxia, ${level}, with every year`,
      region: 'ningxia',
      level,
      hours: of([2017, 2018, 2019, 2020, 2021, 2022], [{ hours: 40, category: 'public' }, { hours: 70 }]),
    },
    {
      about: `of Ningxia, ${level}, with a degree, by the years of tenure`,
      region: 'ningxia',
      level,
      hours: of([2020, 2021], HALF),
      declared: { degree: '博士', tenureYears: 2 },
    },
    {
      about: `of Ningxia, ${level}, who was enrolled and graduated meanwhile`,
      region: 'ningxia',
      level,
      declared: { deemings: [{ id: 'degree', enrolledYear: 2018, graduatedYear: 2021 }] },
    },
    {
      about: `of Ningxia, ${level}, who obtained a qualification in this term`,
      region: 'ningxia',
      level,
      hours: of([2020, 2021], HALF),
      declared: { deemings: [{ id: 'qualification', obtainedYear: 2020, termFromYear: 2018 }] },
    },
    {
      about: `of Ningxia, ${level}, with exams of before`,
      region: 'ningxia',
      level,
      hours: of([2019, 2020, 2021], HALF),
      declared: {
        substitutions: [
          { id: 'foreign-language', count: 1 },
          { id: 'computer-module', count: 3 },
        ],
      },
    },
    {
      about: `of Ningxia, ${level}, with exams of before, in a series that asks for them`,
      region: 'ningxia',
      level,
      declared: { seriesRequiresExams: true, substitutions: [{ id: 'computer-module', count: 2 }] },
    },
  ]),
  ...([true, false] as const).map(
    (cityCommittee): Applicant => ({
      about: `of Shandong, from an enterprise, before ${cityCommittee ? 'the city’s' : 'another'} committee`,
      region: 'shandong',
      level: 'middle',
      declared: { cityCommittee, deemings: [{ id: 'enterprise-2022' }] },
    }),
  ),
  {
    about: 'of Shandong, with the year before',
    region: 'shandong',
    level: 'middle',
    hours: { 2021: WHOLE, 2022: WHOLE },
  },
]

/** Somebody new with these hours in the book, on the day on which they ask. */
async function applies(world: World, applicant: Applicant): Promise<void> {
  const { region, hours = {}, released = [], voided, credited, on } = applicant
  if (on) world.still = { ...world.still, now: startOfDay(day(on)) }
  const person = await world.person(UNIT[region] ?? 'station', { _id: 'applicant', region })
  for (const [year, earned] of Object.entries(hours))
    for (const [n, one] of earned.entries()) await earns(world, person, { year: Number(year), n, ...one })
  for (const year of released)
    await changed(world, { region, year }, (line) => ({ ...line, verified: true, releasedAt: world.now }))
  if (voided) await changed(world, { region, year: voided }, (line) => ({ ...line, voidedBy: 'void-1' }))
  if (credited)
    await world.store.insert('deemings', {
      ...{ _id: 'credited', personId: 'applicant', region, state: 'valid', creditedAt: world.now },
      fact: { ...credited, months: 12 },
    })
  for (const [order, [id, length, level]] of COURSES.entries())
    await offers(world, { id: `${region}-${id}`, hours: length, level, region, order })
}

async function earns(
  world: World,
  person: PersonDocument,
  { year, n, hours, ...change }: Earned & { year: number; n: number },
): Promise<void> {
  const { region } = person
  const pack = packs.standardOf(region, year)
  const asked = pack.ok ? pack.value : packs.windowOf(region, world.now)
  if (!asked) throw new Error(`nothing measures ${year} in ${region}`)
  const earnedAt = instant(Date.UTC(year, 5, 1 + n, 2))
  const posting = postingOf(person, [`${year}-${n}`, hours], { ...change, earnedAt })
  const item = { ...posting.item, ...lawfulIn(region, change.category === 'public') }
  await world.store.transact((tx) =>
    postHours(tx, { ...posting, item, region, targetYear: year, pack: asked, earnedAt }),
  )
}

/** Where each notice lets hours come from. */
function lawfulIn(region: Region, isPublic: boolean): Partial<LearningItem> {
  if (region === 'shaanxi') return {}
  if (region === 'shandong') return { providerId: 'ta-yxlearning' }
  if (region === 'ningxia') return isPublic ? { kind: 'public-online', providerId: 'nxzj' } : {}
  const base = { name: '青海大学继续教育学院', level: 'province', audience: 'province' } as const
  return isPublic
    ? { base, kind: 'public-online', providerId: 'qh-cadre-academy' }
    : { base, meets: ['plan-approved', 'within-specialty', 'courseware-audited', 'exam-passed'] }
}

type Line = NonNullable<Awaited<ReturnType<typeof accountOf>>>['lines'][number]
const accountOf = (world: World, of: { region: Region; year: number }) =>
  world.store.get('accounts', accountIdOf({ personId: 'applicant', ...of }))

/** The last line of a year, or all of them where they were released together. */
async function changed(
  world: World,
  of: { region: Region; year: number },
  change: (line: Line) => Line,
): Promise<void> {
  const account = await accountOf(world, of)
  if (account) await world.store.replace('accounts', { ...account, lines: account.lines.map(change) })
}

const COURSES: readonly (readonly [id: string, hours: number, level: BaseLevel])[] = [
  ['long', 24, 'province'],
  ['near', 8, 'city'],
  ['short', 8, 'province'],
  ['whole', 60, 'province'],
]

async function offers(
  world: World,
  {
    id,
    hours,
    level,
    region,
    order,
  }: { id: string; hours: number; level: BaseLevel; region: Region; order: number },
): Promise<void> {
  await world.store.insert('question-banks', bankOf(`bank-${id}`, { single: 90, multiple: 30, judge: 30 }))
  await world.store.insert('courses', {
    ...emptyCourse(id),
    ...{ region, order, title: `专业课 ${id}`, hours: hoursOf(hours), baseLevel: level },
  })
}

export const titleCases: readonly Case[] = APPLICANTS.flatMap((applicant): Case[] => {
  const { about, region, level, applicationYear, declared, on } = applicant
  const asked = {
    level,
    applicationYear: applicationYear ?? Number((on ?? '2022').slice(0, 4)),
    ...(declared ? { declared } : {}),
  }
  const asks = (path: string, more: object = {}): Case => ({
    path,
    about,
    who: 'applicant',
    input: async (_, world) => {
      await applies(world, applicant)
      return { ...asked, ...more }
    },
  })
  // The plans of a senior title differ from those of a middle one by more years alone.
  const plan =
    level === 'senior' && region !== 'shaanxi' ? [] : [asks('title.plan', { minutesPerEvening: 60 })]
  return [asks('title.check'), ...plan]
})
