// The imports that each room may make (docs/architecture.md). Each rule is seen to fail by
// scripts/check/breaks.test.ts.
const rooms = 'src|cloudfunctions|server|domain|policies|local|demo|deploy|tests|bench|scripts|config'
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^${from}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: `^(${rooms})/`, pathNot: `^(${[from, ...allowed].join('|')})/` },
})

/**
 * The rooms of a part, floor by floor: a room imports from floors below its own, types included, and nothing beside it.
 * A path with a folder of its own inside (`books/hours`) parts that room again. The root of a part composes all of them.
 */
const FLOORS = {
  server: [
    ['kernel'],
    ['sheet', 'people', 'policy'],
    ['books'],
    ['bodies'],
    ['learning'],
    ['claims'],
    ['membership', 'titles', 'oversight'],
    ['outside'],
    ['own-data'],
    ['afterwards'],
    ['home'],
  ],
  'server/books': [['hours'], ['certificate']],
  'server/learning': [['course'], ['study'], ['exam'], ['catalog']],
  'server/claims': [['evidence'], ['archive'], ['filing'], ['review']],
  'server/membership': [['contests', 'moves', 'roster']],
  'server/afterwards': [['audit-log', 'inbox', 'keys', 'stats'], ['clock']],
  domain: [
    ['kernel'],
    ['identity', 'organisation', 'policy'],
    ['courseware', 'exam', 'fee', 'ledger', 'outside', 'review', 'title', 'watch'],
    ['certificate', 'oversight', 'plan'],
  ],
}

const looksDown = Object.entries(FLOORS).flatMap(([part, floors]) =>
  floors.flatMap((floor, level) =>
    floor.map((room) => {
      const below = [room, ...floors.slice(0, level).flat()].map((one) => `^${part}/${one}/`)
      return {
        name: `${part}/${room}-looks-down`,
        severity: 'error',
        comment: 'A room knows the floors below its own, and no room beside it.',
        from: { path: `^${part}/${room}/`, pathNot: '\\.test\\.tsx?$' },
        // In a part of a part, a file beside the rooms is common to them and is theirs to import.
        to: { path: part.includes('/') ? `^${part}/[^/]+/` : `^${part}/`, pathNot: `(${below.join('|')})` },
      }
    }),
  ),
)

/** The imports that a room of the mini-program may make within the mini-program; tests beside the code are free. */
const knows = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^src/${from}`, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^src/', pathNot: `^src/(${allowed})` },
})

const PHONE = [
  knows(
    'wording-knows-words-alone',
    'wording/',
    'wording/',
    'Words and their tones are said without a screen.',
  ),
  knows(
    'cloud-knows-no-screen',
    'cloud/',
    '(cloud|wording)/|(routes|pages)\\.ts$',
    'The way to the backend has words for refusals and routes to land on, and draws nothing.',
  ),
  knows('ui-knows-no-page', 'ui/', '(ui|cloud|wording)/|routes\\.ts$', 'An element serves every page.'),
  knows('routes-know-pages-alone', '(routes|pages)\\.ts$', 'pages\\.ts$', 'Routes follow from the list.'),
  knows(
    'a-subject-stands-alone',
    'packages/([^/]+)/',
    '(packages/$1|ui|cloud|wording|assets)/|[^/]+$',
    'A package is fetched by itself; what two subjects share stands in cloud, ui or wording.',
  ),
  knows(
    'a-tab-stands-alone',
    'pages/([^/]+)/',
    '(pages/$1|ui|cloud|wording|assets)/|[^/]+$',
    'A tab is in the main package and draws nothing from one that may not have been fetched.',
  ),
  {
    name: 'a-page-is-opened-by-its-route',
    severity: 'error',
    comment: 'A page imported by another would be in both.',
    from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^src/(pages|packages/[^/]+)/[^/]+/index\\.tsx$' },
  },
  {
    name: 'answers-are-kept-in-one-place',
    severity: 'error',
    comment: 'Keys, retries and pages of reads are those of src/cloud/use-cloud.ts.',
    from: { path: '^src/', pathNot: '^src/cloud/' },
    to: { path: 'node_modules/@tanstack/' },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only('domain-stands-alone', 'domain', [], 'The rules know nobody: pure TypeScript.'),
    only('policies-name-types-only', 'policies', ['domain'], 'A notice is data in the shape domain gives.'),
    only(
      'server-decides-by-domain',
      'server',
      ['domain', 'policies'],
      'Use cases know the rules, not who calls them.',
    ),
    only('doors-are-thin', 'cloudfunctions', ['server'], 'A door opens onto the router and nothing else.'),
    only('local-knows-no-domain', 'local', [], 'What stands in for WeChat and CloudBase serves any project.'),
    only(
      'demo-is-data',
      'demo',
      ['domain', 'policies'],
      'Demo content is seeded by scripts, through the server.',
    ),
    only(
      'screens-know-domain',
      'src',
      ['domain', 'server'],
      'Screens import rules, and the types of the API.',
    ),
    {
      name: 'screens-import-server-types-only',
      severity: 'error',
      comment: 'A value import would carry server code, and its secrets, into the phone.',
      from: { path: '^src/' },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'a-browser-is-given-rules-alone',
      severity: 'error',
      comment: 'What the check page runs is public, and as light as it can be; of the server it knows types.',
      from: { path: '^server/books/certificate/page/browser/' },
      to: {
        path: '^server/',
        pathNot: '^server/books/certificate/page/browser/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'grading-is-closed-to-screens',
      severity: 'error',
      comment: 'Answer keys and graders never reach a phone.',
      from: { path: '^src/' },
      to: { path: '^domain/exam/grading/' },
    },
    {
      name: 'domain-has-no-packages',
      severity: 'error',
      comment: 'No npm, no Node: the rules run anywhere and for ever.',
      from: { path: '^(domain|policies)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'only-drivers-know-cloudbase',
      severity: 'error',
      comment: 'A second driver must be able to stand beside the first.',
      from: {
        path: '^(server|cloudfunctions|src)/',
        pathNot: '(^server/kernel/(store|ports)/cloudbase|\\.test\\.ts$)',
      },
      to: { path: 'node_modules/wx-server-sdk' },
    },
    {
      name: 'one-way-to-the-backend',
      severity: 'error',
      comment: 'The backend is reached through src/cloud alone.',
      from: { path: '^src/', pathNot: '^src/cloud/' },
      to: { path: 'node_modules/@trpc/' },
    },
    ...looksDown,
    ...PHONE,
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: `^(${rooms})/` },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The code that we build, not the code that packages build: an import of @trpc/client ends in its dist.
    exclude: { path: '^(dist|\\.local|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'] },
  },
}
