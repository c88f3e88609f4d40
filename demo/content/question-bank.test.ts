import { questionBank } from './question-bank'

const { questions } = questionBank
const ofType = (type: string) => questions.filter((question) => question.type === type)
const singles = ofType('single')
const multiples = ofType('multiple')
const judges = ofType('judge')

/** 陕人社函〔2022〕259号 and the four other notices; a source names one of them and a clause in it. */
const SOURCE =
  /^(陕人社函〔20(20|22)〕\d+号|青海省2023年继续教育通知|宁阳县2022年度继续教育通知|宁人社发〔2022〕23号) \S/

describe('the question bank', () => {
  test('holds more than 90 single, 30 multiple and 30 true-false questions (SX20-41)', () => {
    expect([singles.length, multiples.length, judges.length]).toEqual([96, 36, 36])
  })

  test('gives each question an id that says its kind, a clause, and why', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    const initials = { single: 'S', multiple: 'M', judge: 'J' }
    expect(questions.filter(({ id, type }) => !new RegExp(`^${initials[type]}\\d{3}$`).test(id))).toEqual([])
    expect(questions.filter(({ source }) => !SOURCE.test(source))).toEqual([])
    expect(questions.filter(({ why }) => !/“.+”/.test(why) || why.includes('\n'))).toEqual([])
  })

  test('asks nothing twice; no question stands inside another, so that each is found by its words', () => {
    const doubled = questions.filter(({ id, stem }) =>
      questions.some((other) => other.id !== id && other.stem.includes(stem)),
    )
    expect(doubled).toEqual([])
  })

  test('has keys that are options, distinct options, and the right number of right ones', () => {
    for (const { id, type, options, key } of questions) {
      expect({ id, distinct: new Set(options).size }).toEqual({ id, distinct: options.length })
      expect({ id, options: options.length }).toEqual({ id, options: type === 'judge' ? 2 : 4 })
      expect({ id, places: key.every((place) => place >= 0 && place < options.length) }).toEqual({
        id,
        places: true,
      })
      expect({ id, ascending: key.join() === [...new Set(key)].sort((a, b) => a - b).join() }).toEqual({
        id,
        ascending: true,
      })
      const right = type === 'multiple' ? key.length >= 2 && key.length < 4 : key.length === 1
      expect({ id, right }).toEqual({ id, right: true })
    }
  })

  test('covers the year, public courses, recognition, fees, courseware, and the other regions', () => {
    const byTopic = new Map<string, number>()
    for (const { topic } of questions) byTopic.set(topic, (byTopic.get(topic) ?? 0) + 1)
    expect(byTopic.size).toBe(10)
    expect(Math.min(...byTopic.values())).toBeGreaterThanOrEqual(13)
  })
})

describe('what gives nothing away', () => {
  const places = (of: typeof questions): number[] =>
    [0, 1, 2, 3].map((place) => of.filter(({ key }) => key.includes(place)).length)
  const spread = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts)

  test('the right answer stands at every place about as often', () => {
    expect(spread(places(singles))).toBeLessThanOrEqual(3)
    expect(spread(places(multiples))).toBeLessThanOrEqual(4)
    expect(judges.filter(({ key }) => key[0] === 0)).toHaveLength(18)
  })

  test('the longest option is right no more often than chance, nor is the shortest', () => {
    const alone = (better: (one: number, other: number) => boolean): number =>
      singles.filter(({ options, key }) => {
        const right = options[key[0] ?? 0]?.length ?? 0
        return options.every((option, place) => place === key[0] || better(right, option.length))
      }).length
    expect(alone((right, other) => right > other)).toBeLessThanOrEqual(singles.length / 4)
    expect(alone((right, other) => right < other)).toBeLessThanOrEqual(singles.length / 4)
  })
})
