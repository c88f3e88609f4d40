// docs/clauses.md: every clause of the five notices, where it is kept, and by which test that is seen to fail without it.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { packs } from './cases'
import { CLAUSES, type Clause, type Elsewhere } from './clause-list'
import { CODE_KEPT, proveCodeKept } from './code-kept'
import { isShown, survey } from './mutate'

const FILE = path.resolve(__dirname, '../../docs/clauses.md')

type State = 'enforced' | 'shown' | 'not yet' | 'outside software' | 'missing'

interface Row {
  clause: Clause
  state: State
  where: string
  test: string
}

const ELSEWHERE: Record<Elsewhere, string> = {
  claims: 'with claims and review',
  supply: 'with the supply of courses',
  staff: 'with the work of bureaus and bases',
  outside: '',
}

/**
 * One row for each clause. A clause kept by a pack is proved here and now, by changing the pack's values
 * under its cases.
 */
function rows(): Row[] {
  const surveys = packs.map(({ id }) => survey(id))
  return CLAUSES.map((clause) => {
    const code = CODE_KEPT.find((kept) => kept.clause === clause.id)
    const proofs = surveys.flatMap(({ packId, killedByOwnCase }) => {
      const proof = killedByOwnCase.get(clause.id)
      return proof ? [{ packId, ...proof }] : []
    })
    const best = proofs.find(({ one }) => !isShown(one)) ?? proofs[0]
    const where = [
      ...(best ? [`\`policies/${best.packId}.ts\` ${best.path.replace(/\/value$/, '')}`] : []),
      ...(code ? [`\`${code.file}\``] : []),
    ]
    const test = [
      ...(best ? [`${best.one.name} (\`${best.one.file}:${best.one.line}\`)`] : []),
      ...(code ? [`${code.test.name} in \`${code.test.file}\``] : []),
    ]
    return {
      clause,
      state: stateOf(clause, best ? !isShown(best.one) : null, code !== undefined),
      where: where.join('<br>'),
      test: test.join('<br>'),
    }
  })
}

function stateOf(clause: Clause, works: boolean | null, inCode: boolean): State {
  if (works === true || inCode) return 'enforced'
  if (clause.elsewhere === 'outside') return 'outside software'
  if (works === false) return clause.elsewhere === null ? 'shown' : 'not yet'
  return clause.elsewhere === null ? 'missing' : 'not yet'
}

const STATES: readonly State[] = ['enforced', 'shown', 'not yet', 'outside software', 'missing']

function page(all: readonly Row[]): string {
  const counts = STATES.map((state) => [state, all.filter((row) => row.state === state).length] as const)
  const summary = counts.filter(([, count]) => count > 0).map(([state, count]) => `${count} ${state}`)
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
    ...notices.flatMap((notice) => [
      `## ${notice}`,
      '',
      '| clause | what it says | state | where | test |',
      '|---|---|---|---|---|',
      ...all.filter(({ clause }) => clause.id.startsWith(`${notice}-`)).map(line),
      '',
    ]),
  ].join('\n')
}

function line({ clause, state, where, test }: Row): string {
  const later = state === 'not yet' && clause.elsewhere ? ELSEWHERE[clause.elsewhere] : where
  return `| ${clause.id} | ${clause.title} | ${state} | ${later} | ${state === 'not yet' ? '' : test} |`
}

/** Writes the page, or checks that it is as it would be written; says so where a clause is kept by nothing. */
export function writeClauses({ check, prove }: { check: boolean; prove: boolean }): void {
  const all = rows()
  const text = page(all)
  const missing = all.filter(({ state }) => state === 'missing')
  for (const { clause } of missing) console.error(`${clause.id} is kept by nothing: ${clause.title}`)
  if (!check) writeFileSync(FILE, text)
  const stale = check && readFileSync(FILE, 'utf8') !== text
  if (stale) console.error('docs/clauses.md is not as it would be written: npm run -s policy -- clauses')
  const unproved = prove ? proveCodeKept().filter(({ holds }) => !holds) : []
  for (const { kept, why } of unproved) console.error(`${kept.clause}: ${why}`)
  if (missing.length > 0 || stale || unproved.length > 0) process.exitCode = 1
  else
    console.log(`${all.length} clauses, ${all.filter(({ state }) => state === 'enforced').length} enforced`)
}
