// The notices from the command line: JSON or YAML in, JSON out, `--text` for people. See docs/policies.md.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isRegion } from '../../domain/kernel/regions'
import { packLookup } from '../../domain/policy/lookup'
import type { Notice, PolicyPack } from '../../domain/policy/pack'
import { sealPack } from '../../domain/policy/seal-pack'
import type { Answer } from './answer'
import { ask, inputInvalid, type Question, unreadable, worldOf } from './ask'
import { casesIn, packs } from './cases'
import { writeClauses } from './clauses'
import { affectedBy, changesBetween } from './diff'
import { readDocument } from './document'
import { type Malformed, moment } from './facts-schema'
import { type Survey, survey, surveyOf } from './mutate'
import { readPeople } from './people'
import { textsIn } from './quotations'
import { datesText, feeText, planText, titleText, yearText } from './text'
import { validateFile, validateOwn } from './validate'

const USAGE = `npm run -s policy -- COMMAND [--text]
  validate [FILE …] [--texts DIR]  every pack of ours, or packs in JSON or YAML: what is wrong, with file and line;
                               quotations are compared with the texts of the notices (policies/texts, and DIR)
  evaluate FILE                a year: complete or not, by category, each item with its reason
  explain FILE                 the same with every clause, in the notice's words, and what would cure it
  title FILE | fee FILE | plan FILE
  dates FILE                   {region, act, at}: open, late or closed; {region, year, at}: may the year still be filled
  diff A B [--people FILE]     what changed between two packs (an id, or a file), and for whom
  mutate [PACK|FILE …]         every value changed in turn: which changes no case notices; a file's cases stand beside it
  clauses [--check] [--prove [--all]]  writes docs/clauses.md, with a proof for each clause that is enforced; rules that
                               code keeps are taken out where they changed since (policies/proved.txt), or all of them
FILE may be - for standard input; --pack ID|FILE judges by that pack.`

interface Options {
  text: boolean
  check: boolean
  prove: boolean
  all: boolean
  pack: string | undefined
  people: string | undefined
  texts: string | undefined
}

type Run = (args: readonly string[], options: Options) => void

/** How many files a command takes; the others take any number. */
const FILES: Record<string, number> = {
  evaluate: 1,
  explain: 1,
  title: 1,
  fee: 1,
  plan: 1,
  dates: 1,
  diff: 2,
  clauses: 0,
}

const COMMANDS: Record<string, Run> = {
  validate: (files, { texts }) => {
    const textOf = textsIn(texts)
    const findings = files.length > 0 ? files.flatMap((file) => validateFile(file, textOf)) : validateOwn()
    for (const { file, line, path, reason } of findings) console.error(`${file}:${line} ${path} ${reason}`)
    if (findings.length > 0) process.exitCode = 1
    else
      print({ ok: true, packs: files.length > 0 ? files : packs.map(({ id, version }) => ({ id, version })) })
  },
  evaluate: ([file], options) => answerTo('year', { file, options, trim: withoutRules, text: yearText }),
  explain: ([file], options) => answerTo('year', { file, options, trim: whole, text: yearText }),
  title: ([file], options) => answerTo('title', { file, options, trim: whole, text: titleText }),
  fee: ([file], options) => answerTo('fee', { file, options, trim: whole, text: feeText }),
  plan: ([file], options) => answerTo('plan', { file, options, trim: whole, text: planText }),
  dates: ([file], options) => {
    const facts = factsIn(file)
    const question = 'act' in facts ? 'date' : 'window'
    answerTo(question, { file, options, trim: whole, text: datesText, facts })
  },
  diff: ([before, after], { people }) => diff(packBy(before), packBy(after), people),
  mutate: (ids) => {
    const surveys = (ids.length > 0 ? ids : packs.map(({ id }) => id)).map(surveyNamed)
    for (const { packId, mutants, refused, survivors } of surveys) {
      const cases = mutants - refused - survivors.length
      console.log(
        `${packId}: ${mutants} changes; ${cases} noticed by a case, ${refused} refused by validation, ${survivors.length} unnoticed`,
      )
      for (const { path, change, clause } of survivors) console.log(`  ${path} → ${change} ${clause ?? ''}`)
    }
    if (surveys.some(({ survivors }) => survivors.length > 0)) process.exitCode = 1
  },
  clauses: (_, { check, prove, all }) => writeClauses({ check, prove, all }),
}

const print = (value: unknown): void => console.log(JSON.stringify(value, null, 2))
const whole = (answer: Answer): unknown => answer

/** The verdict without the words of the clauses. */
function withoutRules({ rules: _, items, ...verdict }: Answer): unknown {
  if (!Array.isArray(items)) return verdict
  return { ...verdict, items: items.map(({ rules: _rules, ...item }) => item) }
}

interface Asking {
  file: string | undefined
  options: Options
  trim(answer: Answer): unknown
  text(answer: Answer): string
  facts?: Record<string, unknown>
}

function answerTo(question: Question, { file, options, trim, text, facts = factsIn(file) }: Asking): void {
  const answer = answerOf(question, facts, options.pack === undefined ? null : packBy(options.pack))
  if (options.text) console.log(text(answer))
  else print(trim(answer))
  if (answer.ok === false) process.exitCode = 1
}

function answerOf(question: Question, facts: Record<string, unknown>, given: PolicyPack | null): Answer {
  const { region, ...rest } = facts
  const asked = WITH_REGION.includes(question) ? facts : rest
  const malformed = [...regionProblems(region, given), ...dayProblems(question, facts)]
  const refusal = malformed.length > 0 ? inputInvalid(malformed) : unreadable(question, asked)
  if (refusal) return refusal
  const pack = given ?? packFor(question, facts)
  const { year = facts.applicationYear, at = facts.on } = facts
  const isOfPack = question !== 'year' || pack?.standardYears.value.includes(Number(year))
  if (!pack || !isOfPack)
    return { ok: false, code: 'NO_RULE_FOR_YEAR', region, year, at, pack: given?.id, clauses: [] }
  return ask(worldOf(pack, packs), question, asked)
}

/** These questions also read other packs of the region; a fee or a date reads one pack. */
const WITH_REGION: readonly Question[] = ['year', 'title', 'plan']

function regionProblems(region: unknown, given: PolicyPack | null): Malformed[] {
  const isKnown = isRegion(String(region)) || given?.region === region
  if (!isKnown) return [{ path: 'region', reason: 'REGION_UNKNOWN' }]
  return given && given.region !== region ? [{ path: 'region', reason: 'REGION_OF_ANOTHER_PACK' }] : []
}

/** Which notice prices an order hangs on its day: none is put in for it. */
const dayProblems = (question: Question, facts: Record<string, unknown>): Malformed[] =>
  question === 'fee' && facts.on === undefined ? [{ path: 'on', reason: 'DATE_MISSING' }] : []

const own = packLookup(packs)

/** The standard of the year asked about; for an act, the notice in force on its day. */
function packFor(question: Question, facts: Record<string, unknown>): PolicyPack | null {
  const region = String(facts.region ?? '')
  if (question === 'year') {
    const standard = own.standardOf(region, Number(facts.year))
    return standard.ok ? standard.value : null
  }
  const day = facts.at ?? facts.on ?? facts.appliedAt ?? facts.today ?? `${facts.applicationYear}-06-01`
  const at = moment.safeParse(day)
  return at.success ? own.windowOf(region, at.data) : null
}

function factsIn(file: string | undefined): Record<string, unknown> {
  if (file === undefined) throw new Error(USAGE)
  const { value } = file === '-' ? readDocument(file, readFileSync(0, 'utf8')) : readDocument(file)
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new SyntaxError(`${file}: facts are one object`)
  return value as Record<string, unknown>
}

/** One of our packs by its id, or a foreign pack from a file, which must be whole. */
function packBy(name: string | undefined): PolicyPack {
  if (name === undefined) throw new Error(USAGE)
  const known = packs.find(({ id }) => id === name)
  if (known) return known
  const findings = validateFile(name)
  if (findings.length > 0)
    throw new Error(
      findings.map(({ file, line, path, reason }) => `${file}:${line} ${path} ${reason}`).join('\n'),
    )
  return sealPack(readDocument(name).value as Notice)
}

/** A pack of ours with its cases; a pack in a file with those beside it, `gansu.yaml` with `gansu.cases.yaml`. */
function surveyNamed(name: string): Survey {
  if (packs.some(({ id }) => id === name)) return survey(name)
  return surveyOf(packBy(name), casesIn(path.resolve(name.replace(/\.\w+$/, '.cases.yaml'))))
}

function diff(before: PolicyPack, after: PolicyPack, people: string | undefined): void {
  const changes = changesBetween(before, after).filter(({ path }) => path !== 'version')
  const versions = { before: before.version, after: after.version }
  if (people === undefined) {
    print({ ...versions, changes })
    return
  }
  const read = readPeople(people, [before.region, after.region])
  const affected = [...affectedBy({ before, after }, read.people)]
  print({ ...versions, changes, people: read.people.length, refused: read.refused, affected })
  if (read.refused.length > 0) process.exitCode = 1
}

/** Runs one command line. A command that cannot run exits with 2, a refusal or a finding with 1. */
export function main(argv: readonly string[]): void {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        text: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        prove: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        pack: { type: 'string' },
        people: { type: 'string' },
        texts: { type: 'string' },
      },
    })
    const [command = '', ...args] = positionals
    const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
    const takes = FILES[command]
    if (!run || (takes !== undefined && args.length !== takes)) throw new Error(USAGE)
    run(args, {
      text: values.text,
      check: values.check,
      prove: values.prove,
      all: values.all,
      pack: values.pack,
      people: values.people,
      texts: values.texts,
    })
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 2
  }
}

if (require.main === module) main(process.argv.slice(2))
