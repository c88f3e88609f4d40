// docs/clauses.md: every clause of the five notices, where it is kept, and by which test that is seen to fail without it.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { packs } from './cases'
import { CLAUSES, type Clause, type Elsewhere } from './clause-list'
import { CODE_KEPT, type CodeKept } from './code-kept'
import { fileOfMark } from './marked-rule'
import { isShown, type Survey, survey } from './mutate'
import { proveCodeKept } from './prove-code-kept'
import { type Met, whereMet } from './where-met'

const FILE = path.resolve(__dirname, '../../docs/clauses.md')

/** How a clause reaches a person: on a screen, at a door without a screen, by the clock, or on 政策 alone; or not at all. */
type Path = 'screen' | 'door' | 'clock' | 'policy page' | 'command line' | 'none'

type State = 'enforced' | 'shown' | 'not yet' | 'outside software' | 'missing'

interface Row {
  clause: Clause
  state: State
  path: Path
  /** The pages, or whatever else, where a person meets it. */
  met: string
  where: string
  test: string
}

const ELSEWHERE: Record<Elsewhere, string> = {
  claims: 'with claims and review',
  supply: 'with the supply of courses',
  staff: 'with the work of bureaus and bases',
  outside: '',
}

/** One row for each clause. A clause kept by a pack is proved by changing the pack's values under its cases. */
function rows(surveys: readonly Survey[]): Row[] {
  const metBy = whereMet()
  return CLAUSES.map((clause) => {
    const code = CODE_KEPT.find((kept) => kept.clause === clause.id)
    const proofs = surveys.flatMap(({ packId, killedByOwnCase }) => {
      const proof = killedByOwnCase.get(clause.id)
      return proof ? [{ packId, ...proof }] : []
    })
    const best = proofs.find(({ one }) => !isShown(one)) ?? proofs[0]
    const met = metBy(clause.id, code && typeof code.at !== 'string' ? code.at : [])
    const changes = surveys.flatMap((one) => one.changes.get(clause.id) ?? [])
    const tried = changes.reduce((sum, one) => sum + one.tried, 0)
    const noticed = changes.reduce((sum, one) => sum + one.noticed, 0)
    const where = [
      ...(best ? [`\`policies/${best.packId}.ts\` ${best.path.replace(/\/value$/, '')}`] : []),
      ...(code ? [`\`${fileOfMark(code.clause)}\``] : []),
    ]
    const test = [
      ...(tried > 0 ? [`${noticed} of ${tried} changes of its values noticed`] : []),
      ...(best ? [`${best.one.name} (\`${best.one.file}:${best.one.line}\`)`] : []),
      ...(code ? [`${code.test.name} in \`${code.test.file}\``] : []),
    ]
    const path = pathOf(met, best !== undefined || code !== undefined, code)
    return {
      clause,
      path,
      met: wordsOf(path, met, code),
      state: stateOf(clause, best ? !isShown(best.one) : null, code !== undefined),
      where: where.join('<br>'),
      test: test.join('<br>'),
    }
  })
}

function pathOf({ pages, procedures, onPolicyPage }: Met, isKept: boolean, code: CodeKept | undefined): Path {
  if (pages.length > 0) return 'screen'
  if (code?.at === 'clock') return 'clock'
  if (procedures.length > 0 || code?.at === 'partners') return 'door'
  if (onPolicyPage) return 'policy page'
  return isKept ? 'command line' : 'none'
}

/** So many pages are named; the others follow from the procedures. */
const PAGES_NAMED = 4

function wordsOf(path: Path, { pages, procedures }: Met, code: CodeKept | undefined): string {
  if (path === 'screen')
    return `${pages.slice(0, PAGES_NAMED).join('、')}${pages.length > PAGES_NAMED ? ' …' : ''}`
  if (path === 'door')
    return code?.at === 'partners'
      ? 'the address of partners'
      : procedures.map((name) => `\`${name}\``).join(' ')
  if (path === 'clock') return 'the clock'
  if (path === 'policy page') return '政策 alone'
  return path === 'command line' ? 'command line alone' : ''
}

function stateOf(clause: Clause, works: boolean | null, inCode: boolean): State {
  if (works === true || inCode) return 'enforced'
  if (clause.elsewhere === 'outside') return 'outside software'
  if (works === false) return clause.elsewhere === null ? 'shown' : 'not yet'
  return clause.elsewhere === null ? 'missing' : 'not yet'
}

const PATHS: readonly Path[] = ['screen', 'clock', 'door', 'policy page', 'command line', 'none']
const PATH_WORDS: Record<Path, string> = {
  screen: 'met on a screen',
  clock: 'by the clock',
  door: 'at a door',
  'policy page': 'on 政策 alone',
  'command line': 'on the command line alone',
  none: 'nowhere yet',
}

const STATES: readonly State[] = ['enforced', 'shown', 'not yet', 'outside software', 'missing']

function page(all: readonly Row[]): string {
  const counts = STATES.map((state) => [state, all.filter((row) => row.state === state).length] as const)
  const summary = counts.filter(([, count]) => count > 0).map(([state, count]) => `${count} ${state}`)
  const paths = PATHS.map((path) => [path, all.filter((row) => row.path === path).length] as const)
    .filter(([, count]) => count > 0)
    .map(([path, count]) => `${count} ${PATH_WORDS[path]}`)
  const notices = [...new Set(all.map(({ clause }) => clause.id.split('-')[0]))]
  return [
    '# Clauses',
    '',
    'Every clause of the five notices: where it is kept, and by which test. Written by `npm run -s policy -- clauses`; do',
    'not edit. **Enforced**: a test named after the clause fails when the rule is taken out: each value of a pack is',
    'changed under its cases each time this page is written or checked, and `clauses --prove` takes the rules that code',
    'keeps out of a copy. **Shown**: people read it, nothing computes with it. **Not yet**: comes with the part named.',
    '**Outside software**: nothing a program could keep.',
    '',
    `${all.length} clauses: ${summary.join(', ')}.`,
    '',
    'Where a person **meets** it: on a screen (the pages that ask the procedures whose answers name the clause, as',
    '`tests/doors/answers.test.ts` keeps them, or in which its code bites), by the clock, at a door without a screen; on',
    '政策 alone, where it can be read and nothing else names it; or on the command line alone.',
    '',
    `${paths.join(', ')}.`,
    '',
    ...notices.flatMap((notice) => [
      `## ${notice}`,
      '',
      '| clause | what it says | state | met | where | test |',
      '|---|---|---|---|---|---|',
      ...all.filter(({ clause }) => clause.id.startsWith(`${notice}-`)).map(line),
      '',
    ]),
  ].join('\n')
}

function line({ clause, state, met, where, test }: Row): string {
  const later = state === 'not yet' && clause.elsewhere ? ELSEWHERE[clause.elsewhere] : where
  const isComing = state === 'not yet'
  return `| ${clause.id} | ${clause.title} | ${state} | ${isComing ? '' : met} | ${later} | ${isComing ? '' : test} |`
}

export interface ClausesOptions {
  /** The page is only compared with what would be written. */
  check: boolean
  /** Rules that code keeps are taken out, those that changed since they were proved or all of them. */
  prove: boolean
  all: boolean
}

/** Writes the page, or checks that it is as it would be written; names each clause and each value that nothing keeps. */
export function writeClauses({ check, prove, all }: ClausesOptions): void {
  const surveys = packs.map(({ id }) => survey(id))
  const clauses = rows(surveys)
  const text = page(clauses)
  const findings = [
    ...surveys.flatMap(({ packId, survivors }) =>
      survivors.map(({ path: at, change }) => `${packId}: no case notices ${at} → ${change}`),
    ),
    ...clauses
      .filter(({ state }) => state === 'missing')
      .map(({ clause }) => `${clause.id} is kept by nothing: ${clause.title}`),
  ]
  if (!check) writeFileSync(FILE, text)
  if (check && readFileSync(FILE, 'utf8') !== text)
    findings.push('docs/clauses.md is not as it would be written: npm run -s policy -- clauses')
  if (prove) findings.push(...unprovedOf(all))
  for (const finding of findings) console.error(finding)
  if (findings.length > 0) process.exitCode = 1
  else
    console.log(
      `${clauses.length} clauses, ${clauses.filter(({ state }) => state === 'enforced').length} enforced`,
    )
}

function unprovedOf(all: boolean): string[] {
  const proofs = proveCodeKept({ all })
  const left = CODE_KEPT.length - proofs.length
  console.log(`${proofs.length} rules taken out and missed, ${left} unchanged since they were`)
  return proofs.filter(({ holds }) => !holds).map(({ kept, why }) => `${kept.clause}: ${why}`)
}
