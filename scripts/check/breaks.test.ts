// A check that cannot fail checks nothing: each is broken here on purpose, and must be seen to say so.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ts from 'typescript'
import { binOf } from './main'
import { BUDGET, overBudget } from './size-budget'
import { findingsOf, fullPageFolders, LIMITS } from './tidy'

const root = path.resolve(__dirname, '../..')

/** Checks a tiny project under our own configuration; returns the tool's complaint, or '' where it passed. */
function complaint(tool: 'depcruise' | 'knip', files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-breaks-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), text)
    }
    for (const config of ['.dependency-cruiser.cjs', 'tsconfig.json', 'knip.json'])
      cpSync(path.join(root, config), path.join(folder, config))
    writeFileSync(path.join(folder, 'package.json'), '{"name":"breaks","private":true}')
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    const rooms = [...new Set(Object.keys(files).map((file) => file.split('/')[0] ?? ''))]
    const args =
      tool === 'depcruise'
        ? [...rooms, '--output-type', 'err']
        : ['--no-progress', '--include', 'exports,files']
    const done = spawnSync(process.execPath, [binOf(tool), ...args], { cwd: folder, encoding: 'utf8' })
    return done.status === 0 ? '' : `${done.stdout}${done.stderr}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const importing = (from: string, to: string, how = 'import { x }'): Record<string, string> => ({
  [from]: `${how} from '${path.posix.relative(path.posix.dirname(from), to.replace(/\.ts$/, '')).replace(/^(?!\.)/, './')}'\nexport const y: unknown = ${how.includes('type') ? '0 as unknown as x' : 'x'}\n`,
  [to]: 'export const x = 1\nexport type x = number\n',
})

describe('the dependency rule', () => {
  test('stands where a screen imports only the types of the server', () => {
    expect(complaint('depcruise', importing('src/page.ts', 'server/surface.ts', 'import type { x }'))).toBe(
      '',
    )
  })

  test.each([
    ['domain/rule.ts', 'server/surface.ts', 'domain-stands-alone'],
    ['policies/pack.ts', 'server/surface.ts', 'policies-name-types-only'],
    ['server/use-case.ts', 'local/cloud/index.ts', 'server-decides-by-domain'],
    ['cloudfunctions/api/index.ts', 'domain/rule.ts', 'doors-are-thin'],
    ['local/cloud/store.ts', 'domain/rule.ts', 'local-knows-no-domain'],
    ['demo/people.ts', 'server/surface.ts', 'demo-is-data'],
    ['src/page.ts', 'demo/people.ts', 'screens-know-domain'],
    ['src/page.ts', 'server/surface.ts', 'screens-import-server-types-only'],
    ['src/page.ts', 'domain/exam/grading/grade.ts', 'grading-is-closed-to-screens'],
  ])('%s importing %s fails as %s', (from, to, rule) => {
    expect(complaint('depcruise', importing(from, to))).toContain(rule)
  })

  test('an arrow that runs up inside a part fails, of a type alone as well', () => {
    const upwards = {
      ...importing('server/people/router.ts', 'server/afterwards/inbox/list.ts'),
      ...importing('server/titles/check.ts', 'server/oversight/act.ts'),
      ...importing('server/home/show.ts', 'server/door.ts'),
      ...importing('server/books/hours.ts', 'server/home/views.ts', 'import type { x }'),
      ...importing('server/claims/filing/chain.ts', 'server/claims/review/reviewing.ts'),
      ...importing('domain/policy/credit-of.ts', 'domain/ledger/account.ts', 'import type { x }'),
      ...importing('server/claims/review/queue.ts', 'server/books/hours/account.ts'),
      ...importing('server/membership/moves/move.ts', 'server/membership/standing.ts'),
      // A circle of types alone.
      'server/sheet/a.ts': "import type { b } from './b'\nexport type a = b | null\n",
      'server/sheet/b.ts': "import type { a } from './a'\nexport type b = a[]\n",
    }
    const said = complaint('depcruise', upwards)
    for (const room of ['people', 'titles', 'home', 'books', 'claims/filing'])
      expect(said).toContain(`server/${room}-looks-down`)
    expect(said).toContain('domain/policy-looks-down')
    expect(said).toContain('no-circles')
    expect(said).not.toContain('server/claims/review-looks-down')
    expect(said).not.toContain('server/membership/moves-looks-down')
  })

  test('a room of the phone that knows more than its floor fails', () => {
    const phone = {
      ...importing('src/wording/integrity.ts', 'src/ui/Tag.ts', 'import type { x }'),
      ...importing('src/cloud/arrive.ts', 'src/ui/Notice.ts'),
      ...importing('src/ui/Cell.ts', 'src/packages/review/words.ts'),
      ...importing(
        'src/packages/people/sheet.ts',
        'src/packages/archive/use-archive.ts',
        'import type { x }',
      ),
      ...importing('src/pages/me/menu.ts', 'src/packages/hours/hours-words.ts'),
      ...importing('src/routes.ts', 'src/cloud/link.ts'),
      'src/packages/study/exam/index.tsx': 'export const x = 1\n',
      'src/packages/study/words.ts': "export { x } from './exam'\n",
      'src/packages/study/use-exam.ts': "export { useQuery } from '@tanstack/react-query'\n",
    }
    const said = complaint('depcruise', phone)
    for (const rule of [
      'wording-knows-words-alone',
      'cloud-knows-no-screen',
      'ui-knows-no-page',
      'a-subject-stands-alone',
      'a-tab-stands-alone',
      'routes-know-pages-alone',
      'a-page-is-opened-by-its-route',
      'answers-are-kept-in-one-place',
    ])
      expect(said).toContain(rule)
  })

  test('a page that knows its own subject, the elements, the cloud and the routes stands', () => {
    const phone = {
      ...importing('src/packages/people/verify/card.ts', 'src/packages/people/contests.ts'),
      ...importing('src/packages/people/sheet.ts', 'src/ui/Popup.ts'),
      ...importing('src/packages/archive/sheet.ts', 'src/routes.ts'),
      ...importing('src/ui/Notice.ts', 'src/cloud/refusal-text.ts'),
      ...importing('src/cloud/texts.ts', 'src/wording/moment.ts'),
    }
    expect(complaint('depcruise', phone)).toBe('')
  })

  test('a package in the rules fails', () => {
    expect(
      complaint('depcruise', { 'domain/rule.ts': "import { z } from 'zod'\nexport const y = z\n" }),
    ).toContain('domain-has-no-packages')
  })

  test('the SDK outside its drivers fails', () => {
    expect(
      complaint('depcruise', {
        'server/use.ts': "import cloud from 'wx-server-sdk'\nexport const y = cloud\n",
      }),
    ).toContain('only-drivers-know-cloudbase')
  })
})

describe('a declaration of a collection', () => {
  const lead = "leads: [{ index: 'byPerson', value: (who) => who.personId }]"
  const found = `indexes: { byPerson: by('personId') }, personal: { ${lead}, exported: { heading: '我的' }`
  const none = "{ indexes: {}, personal: 'none' }"
  const cases: [stands: boolean, name: string, document: string, declaration: string][] = [
    [true, 'that tells of nobody', '{ title: string }', none],
    [true, 'that removes', '{ personId: string }', `{ ${found}, onErasure: 'remove' } }`],
    [true, 'that keeps with a reason', '{ personId: string }', `{ ${found}, onErasure: { kept: '原因' } } }`],
    [
      true,
      'that says what becomes of each field',
      '{ personId: string; name: string }',
      `{ ${found}, onErasure: 'rewrite', fields: { personId: 'blank', name: 'pseudonym' } } }`,
    ],
    [false, 'that says nothing', '{ personId: string }', '{ indexes: {} }'],
    [false, 'that says none', '{ personId: string }', none],
    [false, 'that says none of a WeChat account', '{ registrarOpenid: string }', none],
    [false, 'that says none of a number', '{ mobile: { cipher: string; keyVersion: number } }', none],
    [false, 'that says none of a name in a list', '{ samples: { personName: string }[] }', none],
    [false, 'that says none of a name below', '{ heard: { events: { byName: string }[] } | null }', none],
    [
      false,
      'that forgets a field',
      '{ personId: string; mobileMasked: string }',
      `{ ${found}, onErasure: 'rewrite', fields: { personId: 'blank' } } }`,
    ],
    [
      false,
      'that is led by an index that is not there',
      '{ personId: string }',
      `{ ${found.replace('byPerson: by', 'byOther: by')}, onErasure: 'remove' } }`,
    ],
    [
      false,
      'that removes what nothing leads to',
      '{ personId: string }',
      "{ indexes: {}, personal: { leads: [], exported: { no: '' }, onErasure: 'remove' } }",
    ],
  ]

  /** Lines that the compiler complains of, as if they stood in a room of the server: one a case, after the imports. */
  function complainedOf(lines: readonly string[]): Set<number> {
    const file = path.join(root, 'server/breaks.ts')
    const source = `import { by, collection } from './kernel/store/collection'; export { by }\nimport type { Stored } from './kernel/store/stored'\n${lines.join('\n')}`
    const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile)
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root)
    const host = ts.createCompilerHost(options)
    const { fileExists, getSourceFile } = host
    host.fileExists = (name) => path.resolve(name) === file || fileExists(name)
    host.getSourceFile = (name, language, ...rest) =>
      path.resolve(name) === file
        ? ts.createSourceFile(name, source, language)
        : getSourceFile(name, language, ...rest)
    const program = ts.createProgram([file], { ...options, types: [], incremental: false }, host)
    const own = program.getSourceFile(file)
    const found = program.getSemanticDiagnostics(own).map(({ start = 0 }) => source.slice(0, start))
    return new Set(found.map((before) => before.split('\n').length - 3))
  }

  let complained: Set<number>
  beforeAll(() => {
    complained = complainedOf(
      cases.map(
        ([, , document, declaration], i) =>
          `interface Kept${i} extends Stored ${document} export const kept${i} = collection<Kept${i}>()(${declaration})`,
      ),
    )
  })

  test.each(cases.map(([stands, name], i) => [name, stands ? 'compiles' : 'does not compile', i] as const))(
    '%s %s',
    (_, expected, i) => expect(complained.has(i) ? 'does not compile' : 'compiles').toBe(expected),
  )
})

describe('dead code', () => {
  const living = { 'bench/main.ts': "import { used } from '../server/rule'\nconsole.log(used)\n" }

  test('what is used passes', () => {
    expect(complaint('knip', { ...living, 'server/rule.ts': 'export const used = 1\n' })).toBe('')
  })

  test('an export that nobody imports fails', () => {
    expect(
      complaint('knip', {
        ...living,
        'server/rule.ts': 'export const used = 1\nexport const forgotten = 2\n',
      }),
    ).toContain('forgotten')
  })
})

describe('tidy', () => {
  const rules = (file: string, source: string): string[] => findingsOf(file, source).map(({ rule }) => rule)

  test('a short file with a pure function passes', () => {
    expect(rules('domain/rule.ts', 'export const twice = (n: number): number => 2 * n\n')).toEqual([])
  })

  test.each(['Date.now()', 'new Date()', 'Math.random()'])('%s in a rule fails', (expression) => {
    expect(rules('domain/rule.ts', `export const x = () => ${expression}\n`)).toContain(
      'clock-or-dice-in-a-rule',
    )
  })

  test('a clock outside the rules is nobody’s business here', () => {
    expect(rules('server/kernel/context.ts', 'export const now = () => Date.now()\n')).toEqual([])
  })

  test('a route written by hand fails, except in the list of pages', () => {
    const source = "export const go = () => open('/packages/study/player/index')\n"
    expect(rules('src/pages/home/index.tsx', source)).toContain('route-by-hand')
    expect(rules('src/routes.ts', source)).toContain('route-by-hand')
    expect(rules('src/pages.ts', source)).toEqual([])
  })

  test('a line written to the log by hand fails in the server', () => {
    const source = "export const note = () => console.error('o-1', 'failed')\n"
    expect(rules('server/outside/work.ts', source)).toEqual(['log-by-hand'])
    expect(rules('cloudfunctions/api/index.ts', source)).toEqual(['log-by-hand'])
    expect(rules('server/kernel/log.ts', source)).toEqual([])
    expect(rules('scripts/start/main.ts', source)).toEqual([])
  })

  test('a variable of the environment read by hand fails in the server', () => {
    const source = 'export const origin = process.env.XUESHI_PUBLIC_ORIGIN\n'
    expect(rules('server/kernel/ports/cloudbase.ts', source)).toEqual(['environment-by-hand'])
    expect(rules('server/kernel/config.ts', source)).toEqual([])
    expect(rules('scripts/start/main.ts', source)).toEqual([])
  })

  test.each(['audit', 'outbox'])('a document of %s that begins beside the record of acts fails', (name) => {
    const source = `export const note = (tx) => tx.insert('${name}', { _id: 'a' })\n`
    expect(rules('server/oversight/act.ts', source)).toEqual(['act-by-hand'])
    expect(rules('server/oversight/act.ts', source.replace('insert', 'upsert'))).toEqual(['act-by-hand'])
    expect(rules('server/oversight/act.ts', source.replace('insert', 'query'))).toEqual([])
    expect(rules('server/kernel/record.ts', source)).toEqual([])
  })

  test.each(["'学时'", '`学时`', '`还差 $\u007bfew} 学时`'])(
    'an hour called %s by hand fails in the server',
    (text) => {
      const source = `export const said = (few) => ${text}\n`
      expect(rules('server/home/words.ts', source)).toEqual(['hour-word-by-hand'])
      expect(rules('server/books/hours/documents.ts', source)).toEqual([])
      expect(rules('src/packages/hours/words.ts', source)).toEqual([])
    },
  )

  test('a list of regions written once more fails, of types as of values', () => {
    const some = "['qinghai', 'shandong', 'ningxia']"
    expect(rules('server/walk.ts', `const REGIONS = ${some}\n`)).toEqual(['regions-by-hand'])
    expect(rules('tests/world.ts', "type R = 'shaanxi' | 'qinghai' | 'ningxia'\n")).toEqual([
      'regions-by-hand',
    ])
    expect(rules('demo/units.ts', "const PAIR = ['shaanxi', 'qinghai']\n")).toEqual([])
    expect(rules('domain/kernel/regions.ts', `export const REGIONS = ${some} as const\n`)).toEqual([])
  })

  test.each(['86_400_000', '8 * 3_600_000', '24 * 60 * 60 * 1000'])(
    'a Beijing day reckoned by hand as %s fails outside the stand-ins and the tests',
    (expression) => {
      const source = `export const later = (at: number) => at + ${expression}\n`
      expect(rules('server/remind.ts', source)).toEqual(['beijing-day-by-hand'])
      expect(rules('local/cloud/cron.ts', source)).toEqual([])
      expect(rules('server/remind.test.ts', source)).toEqual([])
    },
  )

  test('parameters gathered in a tuple fail, of tests as well; a list of alike ones passes', () => {
    const named = 'export const f = (a: 1, ...[b, c]: [2, 3?]): void => undefined\n'
    expect(rules('src/ui/Chart/canvas.ts', named)).toEqual(['rest-tuple'])
    expect(rules('domain/rule.test.ts', 'const f = (...all: readonly [1, 2]) => all\n')).toEqual([
      'rest-tuple',
    ])
    expect(rules('src/routes.ts', 'export const f = (...all: readonly number[]) => all\n')).toEqual([])
  })

  test('a literal spread into a literal fails; tables of tests may', () => {
    const source = "export const one = { ...{ id: '1', name: '' }, at: 0 }\n"
    expect(rules('server/tell.ts', source)).toEqual(['spread-of-a-literal'])
    expect(rules('tests/harness/world.ts', source)).toEqual([])
    expect(rules('server/tell.ts', 'export const two = { ...one, ...(at ? { at } : {}) }\n')).toEqual([])
  })

  test('a page of nine files fails, tests beside it not counted', () => {
    const page = 'src/packages/review/claim'
    const files = ['index.tsx', ...Array.from({ length: LIMITS.pageFiles - 1 }, (_, i) => `part-${i}.tsx`)]
    const folder = [...files, 'part-0.test.tsx'].map((file) => `${page}/${file}`)
    expect(fullPageFolders(folder)).toEqual([])
    expect(fullPageFolders([...folder, `${page}/index.css`])).toMatchObject([
      { file: page, rule: 'page-folder-too-full' },
    ])
  })

  test('401 lines, 71 lines of function and five parameters fail', () => {
    expect(rules('server/long.ts', '\n'.repeat(401))).toContain('file-too-long')
    expect(rules('server/long.ts', `export function f() {\n${'  step()\n'.repeat(70)}}\n`)).toContain(
      'function-too-long',
    )
    expect(rules('server/long.ts', 'export function f(a: 1, b: 2, c: 3, d: 4, e: 5) {}\n')).toContain(
      'too-many-parameters',
    )
  })
})

describe('the size budget', () => {
  const fits = { mainKiB: 1, mainGzipKiB: 1, studyKiB: 1, allKiB: 1 }

  test('what fits passes; one KiB too many is named', () => {
    expect(overBudget(fits)).toEqual([])
    expect(overBudget({ ...fits, mainKiB: BUDGET.mainKiB + 1 })).toEqual([expect.stringContaining('mainKiB')])
  })
})
