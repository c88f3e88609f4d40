import { courses } from '../content/courses'
import { wrapTitle } from './wrap-title'

test.each([
  ['专业技术人员继续教育法规与学时管理', 23, ['专业技术人员继续教育法规与学时管理']],
  [
    '深入学习十九届六中全会精神，砥砺初心赓续百年历史伟业',
    23,
    ['深入学习十九届六中全会精神，', '砥砺初心赓续百年历史伟业'],
  ],
  ['一二三四五六七八九十', 6, ['一二三四五', '六七八九十']],
  ['一二三四五、六七八九', 5, ['一二三四五、', '六七八九']],
])('%s in lines of %i', (title, width, lines) => {
  expect(wrapTitle(title, width)).toEqual(lines)
})

test('no title of a course loses a character, begins a line with a mark, or leaves one alone', () => {
  for (const { title } of courses) {
    const lines = wrapTitle(title, 23)
    expect(lines.join('')).toBe(title)
    expect(lines.filter((line) => /^[，。、；：]/.test(line) || line.length < 4 || line.length > 24)).toEqual(
      [],
    )
  }
})
