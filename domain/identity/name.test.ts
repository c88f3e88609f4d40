import { ideographOf } from './equivalent-ideographs'
import { foldName, isSameName, isWholeName, maskName, parseName } from './name'
import { likenessOf } from './name-likeness'

describe('a name is kept as it is shown', () => {
  test.each([
    ['王明', '王明'],
    [' 王 明 ', '王明'],
    ['𫖯𬱖', '𫖯𬱖'],
    ['买买提·吐尔逊', '买买提·吐尔逊'],
    ['\u202e阿依古丽．买买提\u202c', '阿依古丽·买买提'],
    ['才让\u200b多杰', '才让多杰'],
    ['\u2ee2明', '\u2ee2明'],
    ['隆庆生', '隆庆生'],
    ['葛\u{e0100}明', '葛\u{e0100}明'],
    // What other phones cannot show is kept as what they can.
    ['\ue863明', '䶮明'],
    ['难', '难'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(parseName(typed)).toEqual({ ok: true, value: kept })
  })

  test.each([
    ...['.', '．', '﹒', '․', '·', '•', '‧', '・', '･', 'ㆍ', '·', '᛫', '⸱', '∙', '⋅', '●', 'ꞏ', '。', '｡'],
    ...['`', '｀', '-', '－', '‐', '–', '—'],
  ])('%s between two parts is one dot', (dot) => {
    expect(parseName(`古丽娜尔${dot}艾山`)).toEqual({ ok: true, value: '古丽娜尔·艾山' })
    expect(isSameName(`古丽娜尔 ${dot} 艾山`, '古丽娜尔·艾山')).toBe(true)
  })

  test.each([
    ...[
      '',
      '12345',
      '王3',
      'Wang Ming',
      '·王明',
      '王明·',
      '王··明',
      '明'.repeat(31),
      '王😀',
      '王明👨‍👩‍👧',
      '王<b>明',
    ],
    ...['\ufe0f王明', '王\u0301明', '王Ming'],
  ])('%s is no name', (typed) => {
    expect(parseName(typed)).toMatchObject({ ok: false, refusal: { code: 'NAME_MALFORMED' } })
  })

  test('a code that only the writer’s system knows is said to be one', () => {
    expect(parseName('王\ue000')).toMatchObject({ ok: false, refusal: { code: 'NAME_UNREADABLE' } })
    expect(parseName('\u{f0000}明')).toMatchObject({ ok: false, refusal: { code: 'NAME_UNREADABLE' } })
  })

  test.each([
    ['BERG, ANNA MARIA', 'BERG, ANNA MARIA'],
    [' Anna   Berg ', 'Anna Berg'],
    ['O’Brien-Sjögren José', 'O’Brien-Sjögren José'],
    ['安娜', '安娜'],
  ])('on a foreigner’s card also in Latin letters: %s', (typed, kept) => {
    expect(parseName(typed, 'han-or-latin')).toEqual({ ok: true, value: kept })
  })

  test.each(['A1', 'Anna😀', ', Anna', 'a'.repeat(61), 'Анна', 'Anna 安娜'])(
    '%s is none there either',
    (typed) => {
      expect(parseName(typed, 'han-or-latin')).toMatchObject({ ok: false })
    },
  )
})

describe('names are compared', () => {
  test.each([
    ['马明', '\u2ee2明'],
    ['小红梅', '\u2f29红梅'],
    ['隆庆生', '\uf9dc庆生'],
    ['民强', '\u2ea0强'],
    ['䶮明', '\ue863明'],
    ['葛明', '葛\u{e0100}明'],
    ['王明', ' 王\u3000明\ufeff'],
    ['Anna Berg', 'ANNA  BERG'],
    ["O'Brien", 'O’BRIEN'],
    ['Berg, Anna', 'BERG ANNA'],
  ])('%s and %s are one name', (one, other) => {
    expect([isSameName(one, other), likenessOf(one, other)]).toEqual([true, 'same'])
  })

  test.each([
    ['王小明', '王晓明'],
    ['吕明', '呂明'],
    ['张伟', '張偉'],
    ['龙卫国', '龍衛國'],
    ['古丽娜尔艾山', '古丽娜尔·艾山'],
    ['阿依古丽', '阿依古丽·买'],
    ['王小明', '王明'],
    ['王小明', '王明小'],
    ['小王明', '王小明'],
    ['JOHN SMITH', 'JON SMITH'],
  ])('%s and %s are near, and not one', (one, other) => {
    expect([likenessOf(one, other), likenessOf(other, one), isSameName(one, other)]).toEqual([
      'near',
      'near',
      false,
    ])
  })

  test.each([
    ['王明', '李强'],
    ['王小明', '李晓明'],
    ['王', '李'],
    ['王', '王小明'],
    ['王小明', '明小王'],
    ['欧阳小明', '欧阳大山'],
  ])('%s and %s are two', (one, other) => {
    expect([likenessOf(one, other), likenessOf(other, one)]).toEqual(['different', 'different'])
  })

  test('no radical is left that looks like a character, and folding again changes nothing', () => {
    // ⺀, two strokes of ice, is the one that Unicode gives no ideograph.
    for (let code = 0x2e81; code <= 0x2fd5; code += 1) {
      const letter = String.fromCodePoint(code)
      if (!/\p{Script=Han}/u.test(letter)) continue
      const folded = foldName(letter)
      expect([letter, /^[^\u2e80-\u2fdf]$/u.test(folded), foldName(folded)]).toEqual([letter, true, folded])
    }
    expect(ideographOf('马')).toBe('马')
  })
})

test('a name of one character is for a person to confirm', () => {
  expect(['难', '葛\u{e0100}', '王明', '\u{2a6a5}'].map(isWholeName)).toEqual([false, false, true, false])
})

test('is masked in the middle', () => {
  expect([maskName('王明'), maskName('王小明'), maskName('欧阳小明')]).toEqual(['王*', '王*明', '欧**明'])
  expect([maskName('王'), maskName(''), maskName('葛\u{e0100}明')]).toEqual(['王*', '*', '葛*'])
})
