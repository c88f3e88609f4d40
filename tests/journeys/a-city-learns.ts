// A city with more bodies and people than the demo needs, so that its figures have something to show. All invented.
import { idNumberOf } from '../../demo/content/id-number-of'
import { hoursOf } from '../../domain/kernel/hours'
import { day, instant, plusMs, startOfDay } from '../../domain/kernel/instant'
import type { Category } from '../../domain/policy/pack'
import { seedingContext } from '../../scripts/seed/context'
import { registerByCode } from '../../scripts/seed/register-by-code'
import type { World } from '../../scripts/world'
import { newOrganisation } from '../../server/bodies/new-organisation'
import { postHours } from '../../server/books/hours/post-hours'
import type { Context } from '../../server/kernel/context'
import { keyedHash } from '../../server/kernel/ports/sealing'
import { personOf } from '../../server/kernel/procedure'
import { accept } from '../../server/kernel/refused'
import { hashOfMobile } from '../../server/people/mobile-hash'

const DAY_MS = 86_400_000
const YEAR = 2022

interface Body {
  id: string
  name: string
  unit: { id: string; name: string }
  /** Each person: the month in which they completed the year, or 0 where they have only the public courses. */
  people: readonly number[]
}

const BODIES: readonly Body[] = [
  {
    id: 'org-education',
    name: '',
    unit: { id: 'unit-school', name: '' },
    people: [3, 4, 4, 5, 6, 7, 8, 0],
  },
  { id: 'org-farm', name: '', unit: { id: 'unit-agronomy', name: '' }, people: [5, 6, 7, 0, 0, 0] },
  {
    id: 'org-transport',
    name: '长宁市交通运输局（演示）',
    unit: { id: 'unit-roads', name: '长宁市公路勘察设计所' },
    people: [4, 6, 7, 8, 0, 0, 0],
  },
  {
    id: 'org-health',
    name: '长宁市卫生健康委员会（演示）',
    unit: { id: 'unit-clinic', name: '长宁市第二医院' },
    people: [2, 5, 6, 6, 7, 7, 8, 8, 0],
  },
]
const PUBLIC = [
  ['sx22-public-1', 12],
  ['sx22-public-2', 10],
  ['sx22-public-3', 2],
] as const
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶'
const GIVEN = ['文博', '静远', '思齐', '雨桐', '志成', '清和']

/** Everybody registers by their unit's code, stands on its list, and has hours from then on. */
export async function aCityLearns(world: World): Promise<void> {
  const ctx = seedingContext(world.cloud, world.secrets)
  let count = 0
  for (const body of BODIES) {
    await stand(ctx, body)
    for (const completedIn of body.people) {
      await learn(world, { unitId: body.unit.id, number: count, completedIn })
      count += 1
    }
  }
}

/** The department and its unit, where the demo has none, and the unit's code. */
async function stand(ctx: Context, { id, name, unit }: Body): Promise<void> {
  const { store, now } = ctx
  const founding = { region: 'shaanxi', areaCode: '990100' } as const
  const settled = { state: 'verified', at: now } as const
  if (name !== '') {
    const city = await store.get('organisations', 'org-city')
    const department = newOrganisation({ id, name, kind: 'department', parent: city, ...founding }, settled)
    await store.insert('organisations', department)
    const below = { ...unit, kind: 'unit', parent: department, ...founding } as const
    await store.insert('organisations', newOrganisation(below, settled))
  }
  await store.insert('entry-tokens', {
    _id: tokenOf(unit.id),
    kind: 'unit',
    unitId: unit.id,
    courseId: null,
    expiresAt: instant(now + DAY_MS),
    singleUse: false,
    usedBy: null,
  })
}

/** A token has sixteen letters and digits, none of which can be misread. */
const tokenOf = (unitId: string): string =>
  `u${unitId.replace(/[^a-hjkmnp-z]/g, '')}2345678923456789`.slice(0, 16)

interface Learner {
  unitId: string
  number: number
  completedIn: number
}

async function learn({ cloud, secrets }: World, { unitId, number, completedIn }: Learner): Promise<void> {
  const ctx = seedingContext(cloud, secrets, `o-city-${number}`)
  const name = `${SURNAMES[number] ?? '赵'}${GIVEN[number % GIVEN.length]}`
  const idNumber = idNumberOf('19860712', String(100 + number))
  const mobile = `139000${String(10_000 + number)}`
  await ctx.store.insert('roster-lines', {
    _id: `${unitId}:${keyedHash('id-number', idNumber, ctx.ports.secrets)}`,
    unitId,
    name,
    details: {
      ...{ importId: '', idNumberMasked: '', mobileMasked: '', position: '', remark: '' },
      mobileHash: hashOfMobile(mobile, ctx.ports.secrets),
    },
  })
  await registerByCode(() => ctx, cloud, { name, idNumber, mobile, token: tokenOf(unitId) })
  for (const [subjectId, hours] of PUBLIC)
    await earn(ctx, { month: 1 + (number % 7), category: 'public', subjectId, hours })
  if (completedIn === 0) return
  await earn(ctx, { month: Math.max(1, completedIn - 1), category: 'professional', hours: 40 })
  await earn(ctx, { month: completedIn, category: 'professional', hours: 16 })
}

interface Earned {
  month: number
  category: Category
  hours: number
  subjectId?: string
}

async function earn(ctx: Context, { month, category, hours, subjectId }: Earned): Promise<void> {
  const person = await personOf(ctx)
  const pack = accept(ctx.packs.standardOf(person.region, YEAR))
  const earnedAt = plusMs(startOfDay(day(`${YEAR}-0${month}-09`)), DAY_MS)
  const courseId = `city-${subjectId ?? category}-${month}`
  const item = {
    ...{ id: courseId, kind: 'online-course', category, providerId: 'platform', earnedAt },
    hours: hoursOf(hours),
    meets: ['courseware-audited', 'within-specialty', 'exam-passed'] as const,
    evidenceKey: `course:${courseId}`,
    ...(subjectId === undefined ? {} : { subjectId }),
  }
  const posting = {
    ...{ person, region: person.region, targetYear: YEAR, item, earnedAt, recordedAt: ctx.now, pack },
    title: `${YEAR} 年${pack.labels[category]}`,
    cause: {
      kind: 'course-exam',
      courseId,
      attemptId: `${person._id}:${courseId}:1`,
      enrolmentId: `${person._id}:${courseId}`,
    } as const,
    evidence: [{ at: earnedAt, text: `${pack.labels[category]} ${hours} ${pack.labels.hour}` }],
  }
  await ctx.store.transact((tx) => postHours(tx, posting))
}
