// Who may import whom (docs/architecture.md). Each rule is seen to fail by scripts/check/breaks.test.ts.
const rooms = 'src|cloudfunctions|server|domain|policies|local|demo|tests|bench|scripts|config'
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^${from}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: `^(${rooms})/`, pathNot: `^(${[from, ...allowed].join('|')})/` },
})

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
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: `^(${rooms})/` },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.local|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'] },
  },
}
