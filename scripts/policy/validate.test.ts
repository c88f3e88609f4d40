import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { stringify } from 'yaml'
import { checkNotice } from '../../domain/policy/check-notice'
import type { Notice } from '../../domain/policy/pack'
import { NOTICES } from '../../policies'
import { SHAANXI_2022 } from '../../policies/shaanxi/2022'
import { TAIAN_2022 } from '../../policies/shandong/taian-2022'
import { directory, run } from './command-line.fixture'
import { lineInSource } from './locate'
import { problemsOfShape } from './pack-schema'
import { validateFile, validateOwn } from './validate'

const files = directory()
const ROOT = path.resolve(__dirname, '../..')

// A pack as YAML and as JSON, changed by replacing one of its lines; each answer must name the line that was changed.
const YAML = stringify(JSON.parse(JSON.stringify(TAIAN_2022)), { lineWidth: 0, aliasDuplicateObjects: false })
const JSON_TEXT = JSON.stringify(TAIAN_2022, null, 2)

/** The number of the line that holds `marker` at or after `from`; from 1. */
function lineWith(text: string, marker: string, from = 1): number {
  const found = text.split('\n').findIndex((line, index) => index + 1 >= from && line.includes(marker))
  if (found < 0) throw new Error(`no line with ${marker}`)
  return found + 1
}

const withLine = (text: string, at: number, change: (line: string) => string): string =>
  text
    .split('\n')
    .map((line, index) => (index + 1 === at ? change(line) : line))
    .join('\n')

interface Told {
  line: number
  path: string
  reason: string
}

function told(name: string, text: string): Told[] {
  const file = files.file(name, text)
  const ran = run('validate', file)
  expect(ran.code).toBe(1)
  expect(ran.out).toBe('')
  return ran.err.split('\n').map((line) => {
    const [, number, at, reason] = /^.+?:(\d+) (\S*) (.+)$/.exec(line.slice(file.length - name.length)) ?? []
    return { line: Number(number), path: at ?? '', reason: reason ?? '' }
  })
}

test('the command as anybody runs it: every pack of ours is whole', () => {
  const done = spawnSync(process.execPath, ['scripts/policy.mjs', 'validate'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  expect(done.status).toBe(0)
  expect(JSON.parse(done.stdout).packs.map(({ id }: Notice) => id)).toEqual(NOTICES.map(({ id }) => id))
})

test('a whole pack in JSON or YAML is whole', () => {
  for (const [name, text] of [
    ['pack.yaml', YAML],
    ['pack.json', JSON_TEXT],
  ] as const)
    expect(run('validate', files.file(name, text))).toMatchObject({ code: 0, err: '' })
})

describe('what is wrong is told with file, line and reason', () => {
  test('a value without clause', () => {
    const value = lineWith(YAML, 'countsOnce:')
    const stated = withLine(YAML, value + 1, () => '  state: stated')
    const cut = stated.split('\n').filter((_, index) => index + 1 !== lineWith(stated, 'reading:', value))
    expect(told('no-clause.yaml', cut.join('\n'))).toEqual([
      { line: value, path: 'countsOnce/clause', reason: 'no clause' },
      { line: value, path: 'countsOnce/words', reason: 'no words' },
    ])
  })

  test('a clause that its notice does not have, and a document that is not named', () => {
    const at = lineWith(YAML, 'clause: NY22-')
    const misprint = withLine(YAML, at, (line) => line.replace(/NY22-\d+/, 'NY22-99'))
    expect(told('misprint.yaml', misprint)[0]).toMatchObject({ line: at, reason: 'unknown clause NY22-99' })
    const foreign = withLine(YAML, at, (line) => line.replace(/NY22-\d+/, 'SX22-1'))
    expect(told('foreign.yaml', foreign)[0]).toMatchObject({ reason: 'no document SX22' })
  })

  test('a kind of route and a formula that nobody knows, in YAML and in JSON', () => {
    for (const [name, text] of [
      ['unknown.yaml', YAML],
      ['unknown.json', JSON_TEXT],
    ] as const) {
      const quoted = name.endsWith('json') ? '"' : ''
      const route = lineWith(text, `route${quoted}: ${quoted}face-to-face`)
      const post = withLine(text, route, (line) => line.replace('face-to-face', 'post'))
      expect(told(name, post)).toEqual([{ line: route, path: 'kinds/2/route', reason: 'unknown route post' }])
      const formula = lineWith(text, `kind${quoted}: ${quoted}per-item`)
      const luck = withLine(text, formula, (line) => line.replace('per-item', 'luck'))
      expect(told(name, luck)).toEqual([
        { line: formula, path: 'kinds/5/formula/kind', reason: 'unknown kind luck' },
      ])
    }
  })

  test('windows that overlap', () => {
    const second = lineWith(YAML, 'fromYear: 2022')
    const overlapping = withLine(YAML, second, (line) => line.replace('2022', '2021'))
    expect(told('overlap.yaml', overlapping)).toEqual([
      { line: second, path: 'windows/1', reason: 'overlaps window 0' },
    ])
  })

  test('a cap below zero, a fraction of the smallest unit, a day that does not exist', () => {
    const limit = lineWith(
      YAML,
      'value: 800',
      lineWith(YAML, 'training-day', lineWith(YAML, '\ncaps:'.trim())),
    )
    for (const [value, reason] of [
      ['-800', 'is below zero'],
      ['800.5', 'is no whole number of the smallest unit'],
      ['.inf', 'value is malformed'],
    ] as const) {
      const wrong = withLine(YAML, limit, (line) => line.replace('800', value))
      expect(told('cap.yaml', wrong)).toEqual([{ line: limit, path: 'caps/0/limit/value', reason }])
    }
    const day = lineWith(YAML, 'value: 2022-04-28')
    const never = withLine(YAML, day, (line) => line.replace('04-28', '04-31'))
    expect(told('day.yaml', never)).toEqual([{ line: day, path: 'dates/0/day/value', reason: 'is no day' }])
  })

  test('subjects that do not meet the requirement, parts that are not the total', () => {
    const text = stringify(JSON.parse(JSON.stringify(SHAANXI_2022)), {
      lineWidth: 0,
      aliasDuplicateObjects: false,
    })
    const subject = lineWith(text, 'value: 1000')
    const less = withLine(text, subject, (line) => line.replace('1000', '900'))
    expect(told('subjects.yaml', less)).toEqual([
      {
        line: lineWith(text, 'publicSubjects:'),
        path: 'publicSubjects',
        reason: 'the subjects do not meet the requirement',
      },
    ])
    const total = lineWith(text, 'value: 8000')
    const more = withLine(text, total, (line) => line.replace('8000', '8100'))
    expect(told('total.yaml', more)).toEqual([
      {
        line: lineWith(text, 'total:'),
        path: 'requirement/total',
        reason: 'the parts are not the total',
      },
    ])
  })

  test('a field that is misspelt, and a file that is no pack or cannot be read', () => {
    const at = lineWith(YAML, 'carryOver:')
    const misspelt = withLine(YAML, at, (line) => line.replace('carryOver', 'carryover'))
    expect(told('misspelt.yaml', misspelt)).toEqual([
      { line: 1, path: 'carryOver', reason: 'no carryOver' },
      { line: at, path: 'carryover', reason: 'unknown field carryover' },
    ])
    expect(told('empty.yaml', '')).toEqual([{ line: 1, path: '', reason: 'no pack' }])
    const broken = files.file('broken.yaml', 'id: shaanxi/2023\nkinds: [1')
    expect(run('validate', broken)).toMatchObject({ code: 2 })
    expect(run('validate', broken).err).toMatch(`${broken}:2`)
  })
})

// Fields that a notice may leave out: a limit to some people, an address, the words of a reading.
const MAY_BE_ABSENT = new Set([
  ...['clause', 'words', 'phone', 'address', 'category', 'providers', 'evidence', 'aimDay', 'fromYear'],
  ...['issuedOn', 'onlyFor', 'titleYears', 'when', 'yearChosen', 'leastMonths', 'years', 'since', 'kinds'],
  ...['onlyLines', 'onlyLevels', 'onlyHeld', 'by', 'way', 'assumed'],
])

test('whatever is taken out of a pack, or put in its place, is found: nothing throws, nothing passes', () => {
  const pack = JSON.parse(JSON.stringify(TAIAN_2022)) as Notice
  const isWhole = (): boolean => problemsOfShape(pack).length === 0 && checkNotice(pack).length === 0
  const passed: string[] = []
  const walk = (node: unknown, at: (string | number)[]): void => {
    if (node === null || typeof node !== 'object') return
    for (const [key, child] of Object.entries(node)) {
      for (const wrong of Array.isArray(node) ? [null, {}] : [undefined, null, {}]) {
        if (wrong === child || (!wrong && MAY_BE_ABSENT.has(key))) continue
        Reflect.set(node, key, wrong)
        if (isWhole()) passed.push([...at, key].join('/'))
      }
      Reflect.set(node, key, child)
      walk(child, [...at, key])
    }
  }
  walk(pack, [])
  expect(passed).toEqual([])
})

describe('our own packs are TypeScript, and their problems are told by its lines', () => {
  const source = readFileSync(path.join(ROOT, 'policies/shandong/taian-2022.ts'), 'utf8')
  const lines = source.split('\n')
  const at = (where: (string | number)[]): string => lines[lineInSource('', where, source) - 1]?.trim() ?? ''

  test('a value of the notice, one behind the name of a constant, one inside a list', () => {
    expect(at(['requirement', 'public'])).toMatch(/^public: stated\(hours\(30\)/)
    expect(at(['caps', 1, 'limit'])).toMatch(/^limit: stated\(hours\(40\)/)
    expect(at(['kinds', 2, 'conditions', 1, 'needs'])).toMatch(/^needs: stated\('exam-passed', 'NY22-18'/)
    expect(at(['deemings', 0, 'titleYears'])).toMatch(/^titleYears: stated\(\[2022\]/)
  })

  test('what a function makes, or a spread list holds, by the nearest line around it', () => {
    expect(at(['kinds', 0, 'formula'])).toMatch(/^ofPlatforms\(\{/)
    const ningxia = readFileSync(path.join(ROOT, 'policies/ningxia/2022.ts'), 'utf8')
    const of = (where: (string | number)[]) => ningxia.split('\n')[lineInSource('', where, ningxia) - 1]
    expect(of(['kinds', 0, 'formula'])).toMatch(/formula: \{ kind: 'actual'/)
    expect(of(['kinds', 5, 'formula'])).toMatch(/kinds: \[PUBLIC_ONLINE/)
  })

  test('a pack of ours with a problem fails with its source and line', () => {
    const [cap, ...caps] = TAIAN_2022.caps
    if (!cap) throw new Error('no cap')
    const wrong = { ...cap, limit: { ...cap.limit, value: -1 as never } }
    const line = lineInSource('', ['caps', 0, 'limit'], source)
    expect(validateOwn([{ ...TAIAN_2022, caps: [wrong, ...caps] }])).toEqual([
      { file: 'policies/shandong/taian-2022.ts', line, path: 'caps/0/limit/value', reason: 'is below zero' },
    ])
    expect(validateOwn()).toEqual([])
  })
})

test('validating a file never stops at the first problem', () => {
  const pack = { ...TAIAN_2022, countsOnce: {}, carryOver: 1, labels: { ...TAIAN_2022.labels, hour: '' } }
  const file = files.file('three.json', JSON.stringify(pack, null, 2))
  expect(validateFile(file).map(({ path: at, reason }) => `${at} ${reason}`)).toEqual([
    'countsOnce/state no state',
    'carryOver carryOver is malformed',
    'labels/hour no hour',
  ])
})
