import { parseIdNumber } from '../../domain/identity/id-number'
import { parseName } from '../../domain/identity/name'
import { instant } from '../../domain/kernel/instant'
import { SHAANXI_2022 } from '../../policies/shaanxi/2022'
import { courses } from './courses'
import { organisations } from './organisations'
import { people, roster } from './people'
import { questionBank } from './question-bank'

const { questions } = questionBank
const ofType = (type: string) => questions.filter((question) => question.type === type)
const rules = {
  now: instant(Date.parse('2022-08-15T00:00:00Z')),
  minimumAgeYears: 16,
  allowInventedAreas: true,
}

describe('the question bank', () => {
  test('holds at least 90 single, 30 multiple and 30 true-false questions (SX20-41)', () => {
    expect(ofType('single').length).toBeGreaterThanOrEqual(90)
    expect(ofType('multiple').length).toBeGreaterThanOrEqual(30)
    expect(ofType('judge').length).toBeGreaterThanOrEqual(30)
  })

  test('asks nothing twice, and each question has its own id and a source', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    expect(new Set(questions.map(({ stem }) => stem)).size).toBe(questions.length)
    expect(questions.filter(({ source }) => source.length < 6)).toEqual([])
  })

  test('has keys that are options, distinct options, and the right number of right ones', () => {
    for (const { id, type, options, key } of questions) {
      expect({ id, distinct: new Set(options).size }).toEqual({ id, distinct: options.length })
      expect({ id, options: options.length }).toEqual({ id, options: type === 'judge' ? 2 : 4 })
      expect(key.every((option) => option >= 0 && option < options.length)).toBe(true)
      expect({
        id,
        right: type === 'multiple' ? key.length >= 2 && key.length < 4 : key.length === 1,
      }).toEqual({ id, right: true })
    }
  })

  test('gives no place away: the right answer stands everywhere about as often', () => {
    const places = [0, 1, 2, 3].map((place) => ofType('single').filter(({ key }) => key[0] === place).length)
    expect(Math.max(...places) - Math.min(...places)).toBeLessThanOrEqual(4)
    const holds = ofType('judge').filter(({ key }) => key[0] === 0).length
    expect(Math.abs(holds * 2 - ofType('judge').length)).toBeLessThanOrEqual(8)
  })
})

describe('courses', () => {
  test('the public ones are the subjects of the notice, with its hours', () => {
    for (const subject of SHAANXI_2022.publicSubjects.subjects) {
      const course = courses.find(({ subjectId }) => subjectId === subject.id)
      expect({ title: course?.title, hours: course?.hours }).toEqual({
        title: subject.title,
        hours: subject.hours.value / 100,
      })
    }
  })

  test('the professional ones have the hours that the specification allows (SX20-22)', () => {
    expect(
      courses.filter(
        ({ category, hours }) => category === 'professional' && ![8, 16, 24, 32, 56].includes(hours),
      ),
    ).toEqual([])
  })

  test('nominal minutes of the lectures add up to the hours of the course', () => {
    for (const { id, hours, lectures } of courses) {
      expect({ id, minutes: lectures.reduce((sum, { nominalMinutes }) => sum + nominalMinutes, 0) }).toEqual({
        id,
        minutes: hours * 60,
      })
    }
  })

  test('every lecture lasts 20 to 40 seconds, and asks about what it has shown', () => {
    for (const { lectures } of courses) {
      for (const { slides, challenges } of lectures) {
        const seconds = 4 + slides.length * 8
        expect(seconds).toBeGreaterThanOrEqual(20)
        expect(seconds).toBeLessThanOrEqual(40)
        expect(challenges.length).toBeGreaterThanOrEqual(2)
        for (const { afterSecond, options, key } of challenges) {
          expect(afterSecond).toBeLessThan(seconds)
          expect(options[key]).toBeDefined()
        }
      }
    }
  })
})

describe('people', () => {
  test('have names and numbers that pass every check, in an area that does not exist', () => {
    for (const { name, idNumber } of people) {
      expect(parseName(name).ok).toBe(true)
      expect(parseIdNumber(idNumber, rules).ok).toBe(true)
      expect(parseIdNumber(idNumber, { ...rules, allowInventedAreas: false })).toMatchObject({
        ok: false,
        refusal: { code: 'ID_NUMBER_AREA' },
      })
    }
  })

  test('belong to organisations that are there', () => {
    const ids = new Set(organisations.map(({ id }) => id))
    expect([...people, ...roster].filter(({ organisationId }) => !ids.has(organisationId))).toEqual([])
    expect(organisations.filter(({ parentId }) => parentId !== null && !ids.has(parentId))).toEqual([])
  })

  test('the one at 72 of 80 hours has 24 public and 48 professional', () => {
    const completed = people.find(({ id }) => id === 'almost')?.completed ?? []
    const hoursOf = (category: string) =>
      courses
        .filter((course) => completed.includes(course.id) && course.category === category)
        .reduce((sum, { hours }) => sum + hours, 0)
    expect([hoursOf('public'), hoursOf('professional')]).toEqual([24, 48])
  })
})
