// The courses that a plan may choose from.
import { hoursOf } from '../../domain/kernel/hours'
import { day, startOfDay } from '../../domain/kernel/instant'
import { course } from '../../tests/doors/matrix/things'
import { placeOf, World } from '../../tests/doors/matrix/world'
import { postingOf } from '../../tests/harness/ledger'
import { postHours } from '../books/hours/post-hours'
import type { CourseDocument } from '../learning/course/documents'
import { catalogueOf } from './offers'
import { askTitle } from './title-question'

let country: World
beforeAll(async () => {
  country = await World.open()
})
afterAll(() => country.close())

const FAR = placeOf('trainee', 'foreign')
const INPUT = { level: 'senior', applicationYear: 2022, declared: {} } as const

async function made(world: World, change: Partial<CourseDocument> = {}): Promise<CourseDocument> {
  const found = await world.store.get('courses', await course(FAR, world))
  if (!found) throw new Error('no course')
  return world.store.replace('courses', { ...found, ...change })
}

async function catalogue(world: World, sampleContent: 'allowed' | 'refused' = 'allowed', years = [2022]) {
  const ctx = world.as('o-p-far-unit')
  const person = await world.store.get('persons', 'p-far-unit')
  if (!person) throw new Error('nobody is p-far-unit')
  const of = await askTitle(ctx, person, INPUT)
  return catalogueOf({ ...ctx, ports: { ...ctx.ports, sampleContent } }, person, { of, years })
}

test('a course with its hours, its fee and its minutes', async () => {
  const world = country.twin()
  const { _id: id } = await made(world, { hours: hoursOf(8.01), title: '大坝安全' })
  const { offers, looked } = await catalogue(world)
  const place = { title: '大坝安全', year: 2022, category: 'professional', hours: hoursOf(8.01) }
  expect(offers).toEqual([
    {
      offer: {
        ...{ id, ...place, feeFen: 2_883, ownTimeMinutes: 481, source: 'course' },
        baseLevel: 'province',
      },
      view: {
        ...{
          courseId: id,
          ...place,
          baseName: '演示继续教育基地',
          fee: { fen: 2_883, kind: 'ceiling' },
          minutes: 481,
        },
        isEnrolled: false,
      },
      feeNotes: [],
    },
  ])
  expect(looked).toEqual({ lookedAt: 1, limit: 1_000, whole: true })
})

test('SX20-11: the price is that of the county of the person’s unit, and what a notice leaves unsaid is told', async () => {
  const world = country.twin()
  await made(world, { hours: hoursOf(8), year: 2020, subjectId: null })
  await made(world, { hours: hoursOf(8) })
  const ctx = world.as('o-p-far-unit')
  const person = await world.store.get('persons', 'p-far-unit')
  const unit = person && (await world.store.get('organisations', person.unitId))
  if (!person || !unit) throw new Error('nobody is p-far-unit')
  const fees = async (year: number) => {
    const now = startOfDay(day(`${year}-09-01`))
    const of = await askTitle({ ...ctx, now }, person, { ...INPUT, applicationYear: year })
    const { offers } = await catalogueOf({ ...ctx, now }, person, { of, years: [year] })
    return offers.map(({ view: { fee }, feeNotes }) => [fee?.fen, feeNotes.length])
  }
  const isThere = unit.region === 'shaanxi'
  expect(isThere).toBe(true)
  expect(await fees(2020)).toEqual([[3_200, 0]])
  await world.store.replace('organisations', { ...unit, county: '洋县' })
  expect(await fees(2020)).toEqual([[1_600, 0]])
  expect(await fees(2022)).toEqual([[2_880, 1]])
})

test('a public course names its subject', async () => {
  const world = country.twin()
  await made(world, { subjectId: 'subject' })
  expect((await catalogue(world)).offers[0]?.offer).toMatchObject({ subjectId: 'subject' })
})

test('one that was begun is marked', async () => {
  const world = country.twin()
  const [{ _id: courseId }, { _id: other }] = [await made(world), await made(world)]
  await world.calls('o-p-far-unit').study.enrol({ courseId, targetYear: 2022 })
  const marks = (await catalogue(world)).offers.map(({ view }) => [view.courseId, view.isEnrolled])
  expect(Object.fromEntries(marks)).toEqual({ [courseId]: true, [other]: false })
})

test('samples are offered where samples are allowed, real courses everywhere', async () => {
  const world = country.twin()
  const sample = await made(world, { sample: true })
  const real = await made(world, { sample: false })
  const ids = async (...of: Parameters<typeof catalogue>) =>
    (await catalogue(...of)).offers.map(({ offer }) => offer.id).sort()
  expect(await ids(world)).toEqual([sample._id, real._id].sort())
  expect(await ids(world, 'refused')).toEqual([real._id])
})

test('neither a course that gave its hours, nor one that gives none', async () => {
  const world = country.twin()
  const [passed, open] = [await made(world), await made(world)]
  await made(world, { kind: 'of-no-notice' })
  const person = await world.store.get('persons', 'p-far-unit')
  if (!person) throw new Error('nobody is p-far-unit')
  await world.store.transact((tx) => postHours(tx, postingOf(person, [passed._id, 8])))
  const { offers, looked } = await catalogue(world)
  expect(offers.map(({ offer }) => offer.id)).toEqual([open._id])
  expect(looked.lookedAt).toBe(3)
})

test('the years share the thousand that are looked at', async () => {
  const world = country.twin()
  await made(world, { year: 2021 })
  await made(world)
  expect((await catalogue(world, 'allowed', [2020, 2021, 2022])).looked).toEqual({
    ...{ lookedAt: 2, limit: 999, whole: true },
  })
  expect((await catalogue(world, 'allowed', [])).looked).toEqual({ lookedAt: 0, limit: 0, whole: true })
})
