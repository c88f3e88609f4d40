// A check that cannot fail checks nothing: each is broken here on purpose, and must be seen to say so.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ts from 'typescript'
import { binOf } from './main'
import { BUDGET, overBudget } from './size-budget'
import { findingsOf, fullPageFolders, LIMITS } from './tidy'

const root = path.resolve(__dirname, '../..')

/** Runs a tool over a tiny project under our own configuration. */
function ran(tool: 'depcruise' | 'knip', files: Record<string, string>, args: readonly string[]) {
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
    return spawnSync(process.execPath, [binOf(tool), ...args], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const TYPE_ONLY = 'import type { x }'

/** A file that imports another; its importing breaks the rule, or none. */
interface Arrow {
  from: string
  to: string
  rule: string | null
  how?: string
}

const EXPORTS = 'export const x = 1\nexport type x = number\n'

function sourceOf({ from, to, how = 'import { x }' }: Arrow): string {
  const way = path.posix.relative(path.posix.dirname(from), to.replace(/(\/index)?\.tsx?$/, ''))
  const y = how === TYPE_ONLY ? '0 as unknown as x' : 'x'
  return `${how} from '${way.replace(/^(?!\.)/, './')}'\nexport const y: unknown = ${y}\n`
}

const ARROWS: readonly Arrow[] = [
  { from: 'domain/one.ts', to: 'server/surface.ts', rule: 'domain-stands-alone' },
  { from: 'policies/pack.ts', to: 'server/surface.ts', rule: 'policies-name-types-only' },
  { from: 'server/use-case.ts', to: 'local/cloud/index.ts', rule: 'server-decides-by-domain' },
  { from: 'cloudfunctions/api/index.ts', to: 'domain/rule.ts', rule: 'doors-are-thin' },
  { from: 'local/cloud/store.ts', to: 'domain/rule.ts', rule: 'local-knows-no-domain' },
  { from: 'demo/town.ts', to: 'server/surface.ts', rule: 'demo-is-data' },
  { from: 'src/page-1.ts', to: 'demo/people.ts', rule: 'screens-know-domain' },
  { from: 'src/page-2.ts', to: 'server/surface.ts', rule: 'screens-import-server-types-only' },
  { from: 'src/page-3.ts', to: 'domain/exam/grading/grade.ts', rule: 'grading-is-closed-to-screens' },
  {
    from: 'server/books/certificate/page/browser/one.ts',
    to: 'server/books/certificate/signing.ts',
    rule: 'a-browser-is-given-rules-alone',
  },
  {
    from: 'server/books/certificate/page/browser/two.ts',
    to: 'server/books/certificate/views.ts',
    rule: null,
    how: TYPE_ONLY,
  },
  { from: 'src/page-4.ts', to: 'server/surface.ts', rule: null, how: TYPE_ONLY },
  // Inside a part: of a type alone as well, and from below up to the root.
  {
    from: 'server/books/hours.ts',
    to: 'server/home/views.ts',
    rule: 'server/books-looks-down',
    how: TYPE_ONLY,
  },
  { from: 'server/home/show.ts', to: 'server/surface.ts', rule: 'server/home-looks-down' },
  { from: 'server/claims/review/queue.ts', to: 'server/books/hours/account.ts', rule: null },
  { from: 'server/membership/moves/move.ts', to: 'server/membership/standing.ts', rule: null },
  // A room of the phone that knows more than its floor.
  {
    from: 'src/wording/integrity.ts',
    to: 'src/ui/Tag.ts',
    rule: 'wording-knows-words-alone',
    how: TYPE_ONLY,
  },
  { from: 'src/cloud/arrive.ts', to: 'src/ui/Tag.ts', rule: 'cloud-knows-no-screen' },
  { from: 'src/ui/Cell.ts', to: 'src/packages/review/words.ts', rule: 'ui-knows-no-page' },
  {
    from: 'src/packages/people/of-archive.ts',
    to: 'src/packages/archive/use-archive.ts',
    rule: 'a-subject-stands-alone',
    how: TYPE_ONLY,
  },
  { from: 'src/pages/me/menu.ts', to: 'src/packages/hours/hours-words.ts', rule: 'a-tab-stands-alone' },
  { from: 'src/routes.ts', to: 'src/cloud/link.ts', rule: 'routes-know-pages-alone' },
  {
    from: 'src/packages/study/words.ts',
    to: 'src/packages/study/exam/index.tsx',
    rule: 'a-page-is-opened-by-its-route',
  },
  // A page may know its own subject, the elements, the cloud and the routes.
  { from: 'src/packages/people/verify/card.ts', to: 'src/packages/people/contests.ts', rule: null },
  { from: 'src/packages/people/sheet.ts', to: 'src/ui/Popup.ts', rule: null },
  { from: 'src/packages/archive/sheet.ts', to: 'src/routes.ts', rule: null },
  { from: 'src/ui/Notice.ts', to: 'src/cloud/refusal-text.ts', rule: null },
  { from: 'src/cloud/texts.ts', to: 'src/wording/moment.ts', rule: null },
]

/** Files whose import of a package breaks a rule. */
const PACKAGES: readonly { from: string; source: string; rule: string }[] = [
  {
    from: 'src/packages/study/use-exam.ts',
    source: "export { useQuery } from '@tanstack/react-query'\n",
    rule: 'answers-are-kept-in-one-place',
  },
  { from: 'domain/two.ts', source: "export { z } from 'zod'\n", rule: 'domain-has-no-packages' },
  {
    from: 'server/use.ts',
    source: "export { default } from 'wx-server-sdk'\n",
    rule: 'only-drivers-know-cloudbase',
  },
  {
    from: 'src/page-5.ts',
    source: "export { TRPCClientError } from '@trpc/client'\n",
    rule: 'one-way-to-the-backend',
  },
]

/** A circle of types alone. */
const CIRCLE = {
  'server/sheet/a.ts': "import type { b } from './b'\nexport type a = b | null\n",
  'server/sheet/b.ts': "import type { a } from './a'\nexport type b = a[]\n",
}

interface Rule {
  name: string
  from: { path: string }
  to: { path?: string; pathNot?: string | string[] }
}
const FORBIDDEN = (
  createRequire(__filename)(path.join(root, '.dependency-cruiser.cjs')) as { forbidden: Rule[] }
).forbidden
const UP = FORBIDDEN.filter(({ name }) => name.endsWith('-looks-down'))
const roomOf = ({ name }: Rule): string => name.replace(/-looks-down$/, '')

/** For each room of the floors an arrow to a room of the same part that it must not know: none where it may know all. */
const UPWARDS: readonly Arrow[] = UP.flatMap((rule) => {
  const room = roomOf(rule)
  const part = path.posix.dirname(room)
  const beside = UP.map(roomOf).filter((other) => path.posix.dirname(other) === part)
  const to = beside
    .map((other) => `${other}/above.ts`)
    .find((file) => !new RegExp(String(rule.to.pathNot)).test(file))
  return to ? [{ from: `${room}/below.ts`, to, rule: rule.name }] : []
})

describe('the dependency rule', () => {
  const arrows = [...ARROWS, ...UPWARDS]
  const found = new Map<string, string[]>()

  // One run over everything: the tool starts slowly.
  beforeAll(() => {
    const files = {
      ...Object.fromEntries(arrows.map(({ to }) => [to, EXPORTS])),
      ...Object.fromEntries(arrows.map((arrow) => [arrow.from, `${sourceOf(arrow)}${EXPORTS}`])),
      ...Object.fromEntries(PACKAGES.map(({ from, source }) => [from, source])),
      ...CIRCLE,
    }
    const rooms = [...new Set(Object.keys(files).map((file) => file.split('/')[0] ?? ''))]
    const { stdout } = ran('depcruise', files, [...rooms, '--output-type', 'json'])
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { from: string; rule: { name: string } }[] }
    }
    for (const { from, rule } of summary.violations) found.set(from, [...(found.get(from) ?? []), rule.name])
  })

  test.each(arrows)('$from importing $to: $rule', ({ from, rule }) => {
    if (rule === null) expect(found.get(from)).toBeUndefined()
    else expect(found.get(from)).toContain(rule)
  })

  test.each(PACKAGES)('a package in $from: $rule', ({ from, rule }) => {
    expect(found.get(from)).toContain(rule)
  })

  test('a circle is one where types alone close it', () => {
    expect(found.get('server/sheet/a.ts')).toContain('no-circles')
  })

  test('every rule is broken here, but those of a room that may know all of its part', () => {
    const broken = new Set([...arrows, ...PACKAGES].map(({ rule }) => rule))
    const unbroken = FORBIDDEN.map(({ name }) => name).filter((name) => !broken.has(name))
    expect(unbroken).toEqual([
      'server/books/certificate-looks-down',
      'server/learning/catalog-looks-down',
      'server/claims/review-looks-down',
      'server/afterwards/clock-looks-down',
      'no-circles',
    ])
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
  // One run for both: the tool starts slowly.
  let complaint: string
  beforeAll(() => {
    const files = {
      'bench/main.ts': "import { used } from '../server/rule'\nconsole.log(used)\n",
      'server/rule.ts': 'export const used = 1\nexport const forgotten = 2\n',
    }
    const { status, stdout } = ran('knip', files, ['--no-progress', '--include', 'exports,files'])
    complaint = status === 0 ? '' : stdout
  })

  test('an export that nobody imports fails', () => {
    expect(complaint).toMatch(/forgotten +server\/rule.ts/)
  })

  test('what is used passes', () => {
    expect(complaint).toContain('Unused exports (1)')
    expect(complaint).not.toContain('bench/main.ts')
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
