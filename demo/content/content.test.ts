import { parseIdNumber } from '../../domain/identity/id-number'
import { parseName } from '../../domain/identity/name'
import { instant } from '../../domain/kernel/instant'
import { SHAANXI_2022 } from '../../policies/shaanxi/2022'
import { courses } from './courses'
import { organisations } from './organisations'
import { people, roster } from './people'

const rules = {
  now: instant(Date.parse('2022-08-15T00:00:00Z')),
  minimumAgeYears: 16,
  allowInventedAreas: true,
}

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
