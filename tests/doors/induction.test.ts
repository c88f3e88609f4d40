import { day, startOfDay } from '../../domain/kernel/instant'
import type { UnitNature } from '../../server/bodies/documents'
import { newOrganisation } from '../../server/bodies/new-organisation'
import { listCourses } from '../../server/learning/catalog/list-courses'
import { catalogueOf } from '../../server/titles/offers'
import { askTitle } from '../../server/titles/title-question'
import { type Classroom, refusalOf, startClassroom } from '../harness/classroom'
import { rightAnswer } from '../harness/courses'

// Through the router, the real SDK and a local cloud: a course of induction training under Qinghai's notice of 2023.
let room: Classroom
let stop: () => Promise<void>
beforeAll(async () => {
  ;({ room, stop } = await startClassroom())
  room.now = startOfDay(day('2023-06-01'))
  const course = await room.store.get('courses', 'short')
  if (!course) throw new Error('no course')
  await room.store.replace('courses', {
    ...course,
    ...{ region: 'qinghai', year: 2023, title: '某公司2023年新进人员岗前培训' },
    ...{ meets: ['courseware-audited', 'plan-approved', 'within-specialty'], audience: 'own-staff' },
  })
  for (const [name, nature] of [
    ['a', 'enterprise'] as const,
    ['b', 'institution'] as const,
    ['c', null] as const,
  ])
    await staffOf(name, nature)
})
afterAll(() => stop())

async function staffOf(name: string, nature: UnitNature | null): Promise<void> {
  const founding = { id: `unit-${name}`, name: `单位${name}`, kind: 'unit', parent: null } as const
  const place = { region: 'qinghai', areaCode: '990101' } as const
  const unit = newOrganisation({ ...founding, ...place }, { state: 'verified', at: room.now })
  await room.store.insert('organisations', { ...unit, nature })
  const person = await room.store.get('persons', `p-${name}`)
  if (!person) throw new Error(`nobody is p-${name}`)
  await room.store.replace('persons', { ...person, region: 'qinghai', unitId: unit._id })
}

async function shownTo(name: string): Promise<{ listed: string[]; planned: string[] }> {
  const ctx = room.context(`o-${name}`)
  const person = await room.store.get('persons', `p-${name}`)
  if (!person) throw new Error(`nobody is p-${name}`)
  const { courses } = await listCourses(ctx, person, { year: 2023 })
  const of = await askTitle(ctx, person, { level: 'middle', applicationYear: 2023, declared: {} })
  const { offers } = await catalogueOf(ctx, person, { of, years: [2023] })
  return { listed: courses.map(({ id }) => id), planned: offers.map(({ offer }) => offer.id) }
}

describe('QH23-19: a course of induction training', () => {
  test('is there for staff of an enterprise, who sit its exam and have its hours', async () => {
    expect(await shownTo('a')).toEqual({ listed: ['short'], planned: ['short'] })
    await room.watch('a', 'short-1')
    const { attemptId, questions } = await room.as('a').exam.start({ courseId: 'short' })
    const answers = Object.fromEntries(questions.map(({ id, type }) => [id, rightAnswer(type)]))
    const { credited } = await room.as('a').exam.submit({ attemptId, step: 1, answers })
    expect(credited).toMatchObject({ hours: 800, year: 2023, state: 'pending' })
  })

  test.each(['b', 'c'])(
    'is there neither for staff of an institution nor of a unit that nobody recorded: %s',
    async (name) => {
      expect(await shownTo(name)).toEqual({ listed: [], planned: [] })
      const unknown = { code: 'COURSE_UNKNOWN', details: {} }
      expect(await refusalOf(room.open(name, 'short-1'))).toEqual(unknown)
      expect(await refusalOf(room.as(name).exam.start({ courseId: 'short' }))).toEqual(unknown)
    },
  )
})
