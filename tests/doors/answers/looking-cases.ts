import { CONSENT_VERSION } from '../../../server/people/consent'
import { attempt, course, session } from '../matrix/things'
import { type Place, placeOf, type World } from '../matrix/world'
import { idNumberOf } from '../town'
import { type Case, passes } from './case'

const LEARNERS = ['trainee', 'committee', 'p-far-unit', 'p-west-unit'] as const
const own: Place = { ...placeOf('trainee', 'own'), ownerId: 'trainee' }

const policies: Case[] = (
  [
    ['shandong', 2023],
    ['shaanxi', 2020],
    ['shaanxi', 2022],
    ['ningxia', 2022],
    ['qinghai', 2023],
    ['qinghai', 2022],
  ] as const
).map(([region, year]) => ({
  path: 'policy.show',
  about: `${region} ${year}`,
  who: 'nobody',
  input: () => ({ region, year }),
}))

const books: Case[] = LEARNERS.flatMap((who) => [
  ...[2015, 2021, 2023].map((year) => ({
    path: 'hours.account',
    about: `${who} ${year}`,
    who,
    input: () => ({ year }),
  })),
  ...['home.view', 'account.me', 'policy.makeUp', 'certificate.mine', 'organisation.mine', 'inbox.list'].map(
    (path) => ({
      path,
      about: who,
      who,
      input: () => (path === 'inbox.list' ? {} : undefined),
    }),
  ),
  { path: 'claim.mine', about: who, who, input: () => ({}) },
  { path: 'certificate.issue', about: who, who, input: () => ({ year: 2022 }) },
])

const DECLARED = {
  ...{ degree: 'master', tenureYears: 5, seriesRequiresExams: true, cityCommittee: true },
  deemings: [{ id: 'enterprise-2022', obtainedYear: 2022 }],
  ...{ substitutions: [{ id: 'paper', count: 2 }], recordedYears: [2019, 2020, 2021] },
}

const titles: Case[] = LEARNERS.slice(2).flatMap((who) =>
  (['junior', 'middle', 'senior'] as const).flatMap((level) => [
    { path: 'title.check', about: `${who} ${level}`, who, input: () => ({ level, applicationYear: 2022 }) },
    {
      path: 'title.check',
      about: `${who} ${level}, who says more`,
      who,
      input: () => ({ level, applicationYear: 2023, declared: DECLARED }),
    },
    {
      path: 'title.plan',
      about: `${who} ${level}`,
      who,
      input: () => ({ level, applicationYear: 2023, minutesPerEvening: 30, declared: DECLARED }),
    },
  ]),
)

/** The ranges that the film has played, reported on the way. */
const played = (seconds: number, ranges: [number, number][], phase: string): Case => ({
  path: 'study.report',
  about: `${phase} after ${seconds} s, ${JSON.stringify(ranges)}`,
  who: 'trainee',
  input: async (_, world) => {
    const sessionId = await session(own, world)
    passes(world, seconds)
    return { sessionId, deviceId: 'phone', sequence: 1, ranges, phase }
  },
})

const study: Case[] = [
  played(60, [[0, 60]], 'playing'),
  played(130, [[0, 120]], 'ended'),
  played(60, [[0, 120]], 'playing'),
  played(30, [], 'paused'),
  played(30, [[0, 20]], 'hidden'),
  played(700, [[0, 60]], 'playing'),
  played(4_000, [[0, 60]], 'playing'),
  ...LEARNERS.flatMap((who): Case[] => [
    { path: 'catalog.list', about: who, who, input: () => ({ year: null }) },
    {
      path: 'catalog.list',
      about: `${who}, professional`,
      who,
      input: () => ({ year: 2022, category: 'professional' }),
    },
    {
      path: 'catalog.list',
      about: `${who}, of eight hours`,
      who,
      input: () => ({ year: 2022, hours: { from: 800, before: 801 } }),
    },
  ]),
  {
    path: 'study.open',
    about: 'a second phone that does not take over',
    who: 'trainee',
    input: async (_, world) => {
      await session(own, world)
      const lectureId = `${await course(own, world)}-1`
      return { lectureId, deviceId: 'second', deviceName: '平板', takeOver: false }
    },
  },
  ...[2021, 2022, 2023, 2015].map(
    (targetYear): Case => ({
      path: 'study.enrol',
      about: `for ${targetYear}`,
      who: 'trainee',
      input: async (_, world) => ({ courseId: await course(own, world), targetYear }),
    }),
  ),
  {
    path: 'catalog.course',
    about: 'one that is begun',
    who: 'trainee',
    input: async (_, world) => {
      const courseId = await course(own, world)
      await world.calls('o-trainee').study.enrol({ courseId, targetYear: 2022 })
      return { courseId }
    },
  },
]

const RIGHT: Record<string, number[]> = { 'single-0': [2] }
const exams: Case[] = [
  ...[RIGHT, { 'single-0': [1] }, {}].map(
    (answers, n): Case => ({
      path: 'exam.submit',
      about: ['right', 'wrong', 'empty'][n] ?? '',
      who: 'trainee',
      input: async (_, world) => ({
        attemptId: await attempt(own, world, { handedIn: false }),
        ...{ step: 1, answers },
      }),
    }),
  ),
  {
    path: 'exam.submit',
    about: 'too late',
    who: 'trainee',
    input: async (_, world) => {
      const attemptId = await attempt(own, world, { handedIn: false })
      passes(world, 3 * 3600)
      return { attemptId, step: 1, answers: RIGHT }
    },
  },
]

/** A newcomer, from the first screen to the unit's waiting list. */
async function newcomer(world: World, openid = 'o-newcomer'): Promise<void> {
  const calls = world.calls(openid)
  await calls.account.enter({ channel: 'search', scene: 1001 })
  await calls.account.consent({ version: CONSENT_VERSION })
  await calls.account.phone({ code: world.cloud.phoneCodes.issue('13800009998') })
}
const facts = {
  ...{ name: '孟浩然', idNumber: idNumberOf('19890807', '123'), consentVersion: CONSENT_VERSION },
  channel: 'search',
} as const

const registering: Case[] = [
  ...[
    { unitId: 'station' },
    { unitId: 'water' },
    { unitId: 'nowhere' },
    { unitId: 'station', name: '孟' },
    { unitId: 'station', name: '孟1浩然' },
    { unitId: 'station', idNumber: '990101198908071230' },
    { unitId: 'station', consentVersion: '0' },
    { token: 'none' },
    {},
  ].map(
    (more): Case => ({
      path: 'account.register',
      about: JSON.stringify(more),
      who: 'newcomer',
      input: async (_, world) => {
        await newcomer(world)
        return { ...facts, ...more }
      },
    }),
  ),
  ...[{}, { name: '孟皓然' }, { unitId: 'survey' }].map(
    (more): Case => ({
      path: 'account.register',
      about: `again, ${JSON.stringify(more)}`,
      who: 'newcomer',
      input: async (_, world) => {
        await newcomer(world)
        await world.calls('o-newcomer').account.register({ ...facts, unitId: 'station' })
        passes(world, 60)
        return { ...facts, unitId: 'station', ...more }
      },
    }),
  ),
  ...['account.register', 'account.contest'].map(
    (path): Case => ({
      path,
      about: 'a number that another has',
      who: 'second',
      input: async (_, world) => {
        await newcomer(world)
        await world.calls('o-newcomer').account.register({ ...facts, unitId: 'station' })
        await newcomer(world, 'o-second')
        return path === 'account.register'
          ? { ...facts, unitId: 'survey' }
          : { name: facts.name, idNumber: facts.idNumber, statement: '这是我本人' }
      },
    }),
  ),
]

const figures: Case[] = [
  ...['bureau-staff', 'region-staff'].flatMap((who) =>
    [2021, 2023].flatMap((year): Case[] => [
      { path: 'stats.overview', about: `${who} ${year}`, who, input: () => ({ year }) },
      { path: 'stats.behind', about: `${who} ${year}`, who, input: () => ({ year, orgId: 'station' }) },
    ]),
  ),
  ...[
    { action: 'hours-voided' },
    { subjectId: 'trainee' },
    { actorId: 'clerk-county' },
    { from: 0, before: 1 },
    {},
  ].map(
    (asked): Case => ({
      path: 'audit.search',
      about: JSON.stringify(asked),
      who: 'bureau-staff',
      input: () => asked,
    }),
  ),
]

export const lookingCases: readonly Case[] = [
  ...policies,
  ...books,
  ...titles,
  ...study,
  ...exams,
  ...registering,
  ...figures,
]
