import { parseIdNumber } from '../../domain/identity/id-number'
import { parseName } from '../../domain/identity/name'
import { instant } from '../../domain/kernel/instant'
import { SHAANXI_2022 } from '../../policies/shaanxi/2022'
import { durationOf } from '../lecture-times'
import type { DemoSlide } from '../shapes'
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

  test('every lecture lasts 20 to 40 seconds, with words that fit their slide', () => {
    for (const { id, slides } of courses.flatMap(({ lectures }) => lectures)) {
      const seconds = durationOf(slides.length)
      expect({ id, fits: seconds >= 20 && seconds <= 40 }).toEqual({ id, fits: true })
      const tooLong = slides.filter(({ lines, figures }) =>
        figures
          ? figures.length > 5 || lines.length > 1 || lines.some(({ length }) => length > 34)
          : lines.length > 4 || lines.some(({ length }) => length > 20),
      )
      expect({ id, tooLong }).toEqual({ id, tooLong: [] })
    }
  })

  test('asks at least twice a lecture, and only about the slide that stands there at that second', () => {
    for (const { slides, challenges } of courses.flatMap(({ lectures }) => lectures)) {
      expect(challenges.length).toBeGreaterThanOrEqual(2)
      expect(new Set(challenges.map(({ prompt }) => prompt)).size).toBe(challenges.length)
      for (const { prompt, options, key, afterSecond } of challenges) {
        const about = prompt + (options[key] ?? '')
        const shared = slides.map((slide) => longestShared(about, wordsOf(slide)))
        const shown = slides.findIndex(
          (_, i) => afterSecond > durationOf(i) && afterSecond < durationOf(i + 1),
        )
        expect({ prompt, onIt: (shared[shown] ?? 0) >= 3 }).toEqual({ prompt, onIt: true })
      }
    }
  })
})

/** Without spaces, because figures stand apart from their units where they are read. */
const bare = (words: string): string => words.replace(/\s/g, '')
const wordsOf = ({ title, lines, figures = [] }: DemoSlide): string =>
  bare([title, ...lines, ...figures.map(({ amount, unit, label }) => label + amount + unit)].join(''))

/** Characters of the longest stretch of the one that stands in the other. */
function longestShared(one: string, other: string): number {
  const words = bare(one)
  let longest = 0
  for (let from = 0; from < words.length; from += 1)
    while (from + longest < words.length && other.includes(words.slice(from, from + longest + 1)))
      longest += 1
  return longest
}

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
