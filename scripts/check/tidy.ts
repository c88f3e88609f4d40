// Rules beyond our linters: sizes, clocks and dice inside rules, what is written in one place only, and no tricks.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { DAY_MS } from '../../domain/kernel/instant'
import { isRegion } from '../../domain/kernel/regions'

export const LIMITS = { fileLines: 400, functionLines: 70, parameters: 4, pageFiles: 8 } as const

/** Data may be as long as it must be; a table of questions is not a design. */
const DATA = /^(demo\/content\/|policies\/|.*\.test\.tsx?$|.*\/fixtures\/)/
/**
 * The stand-ins in `local` know no domain; a test or a bench states the milliseconds that it expects, and does not take
 * them from the functions it tests.
 */
const RECKONS_BY_ITSELF = /^(local|tests|bench)\/|\.test\.tsx?$/
/** Declarations say to readers of the code which data is kept, and the public page bears the product's name. */
const SAYS_XUESHI = /\/documents\.ts$|^server\/books\/certificate\/page\/(page|browser\/words)\.ts$/
/** Code that runs as a cloud function. */
const RUNS_IN_THE_CLOUD = /^(server|cloudfunctions)\/(?!.*\.test\.ts$)/
/** A table of documents may keep what belongs together on one line. */
const TABLES = /^(tests|bench)\/|\.test\.tsx?$/
const CODE =
  /^(src|server|domain|policies|cloudfunctions|local|demo|deploy|tests|bench|scripts|config)\/.*\.tsx?$/

export interface Finding {
  file: string
  line: number
  rule:
    | 'file-too-long'
    | 'function-too-long'
    | 'too-many-parameters'
    | 'clock-or-dice-in-a-rule'
    | 'route-by-hand'
    | 'regions-by-hand'
    | 'beijing-day-by-hand'
    | 'log-by-hand'
    | 'environment-by-hand'
    | 'rest-tuple'
    | 'spread-of-a-literal'
    | 'page-folder-too-full'
    | 'act-by-hand'
    | 'hour-word-by-hand'
  text: string
}

/**
 * All findings of one file; `file` is its path from the project's root, which decides the rules that apply.
 */
export function findingsOf(file: string, source: string): Finding[] {
  const tree = ts.createSourceFile(
    file,
    source,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  const findings: Finding[] = []
  const lineOf = (position: number): number => tree.getLineAndCharacterOfPosition(position).line + 1
  const add = (node: ts.Node, rule: Finding['rule'], text: string): void => {
    findings.push({ file, line: lineOf(node.getStart(tree)), rule, text })
  }
  const lines = source.split('\n').length - 1
  if (!DATA.test(file) && lines > LIMITS.fileLines)
    findings.push({ file, line: 1, rule: 'file-too-long', text: `${lines} lines` })
  const visit = (node: ts.Node): void => {
    if (!DATA.test(file) && ts.isFunctionLike(node)) checkFunction(node, lineOf, add)
    if (/^(domain|policies)\//.test(file) && !/\.test\.ts$/.test(file)) checkClock(node, add)
    if (/^src\//.test(file) && !/^src\/pages\.ts$|\.test\.tsx?$/.test(file)) checkRoute(node, add)
    if (file !== 'domain/kernel/regions.ts') checkRegions(node, add)
    if (RUNS_IN_THE_CLOUD.test(file) && file !== 'server/kernel/log.ts') checkLog(node, add)
    if (RUNS_IN_THE_CLOUD.test(file) && file !== 'server/kernel/config.ts') checkEnvironment(node, add)
    if (RUNS_IN_THE_CLOUD.test(file) && file !== 'server/kernel/record.ts') checkAct(node, add)
    if (RUNS_IN_THE_CLOUD.test(file) && !SAYS_XUESHI.test(file)) checkHourWord(node, add)
    if (!RECKONS_BY_ITSELF.test(file)) checkBeijingDay(node, add)
    checkRestTuple(node, add)
    if (!TABLES.test(file)) checkLiteralSpread(node, add)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return findings
}

type Add = (node: ts.Node, rule: Finding['rule'], text: string) => void

function checkFunction(node: ts.SignatureDeclaration, lineOf: (position: number) => number, add: Add): void {
  const lines = lineOf(node.end) - lineOf(node.getStart()) + 1
  const name = node.name?.getText() ?? 'a function'
  if (lines > LIMITS.functionLines) add(node, 'function-too-long', `${name}: ${lines} lines`)
  const declared = 'body' in node && node.body !== undefined && !ts.isConstructorDeclaration(node)
  if (declared && node.parameters.length > LIMITS.parameters)
    add(node, 'too-many-parameters', `${name}: ${node.parameters.length}`)
}

function checkClock(node: ts.Node, add: Add): void {
  if (
    ts.isPropertyAccessExpression(node) &&
    /^(Date\.now|Math\.random|performance\.now)$/.test(node.getText())
  ) {
    add(node, 'clock-or-dice-in-a-rule', node.getText())
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) {
    add(node, 'clock-or-dice-in-a-rule', node.getText())
  }
}

function checkRoute(node: ts.Node, add: Add): void {
  const literal =
    ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node)
  if (literal && /^\/?(pages|packages)\//.test(node.text) && !ts.isImportDeclaration(node.parent))
    add(node, 'route-by-hand', node.text)
}

/** The log has one form, and nothing personal in it, because one file writes it. */
function checkLog(node: ts.Node, add: Add): void {
  if (
    ts.isPropertyAccessExpression(node) &&
    /^(console|process\.std(out|err))$/.test(node.expression.getText())
  )
    add(node, 'log-by-hand', node.getText())
}

/** A line of the log and an event begin as one act, kept by one record: elsewhere they are read, filed and delivered. */
function checkAct(node: ts.Node, add: Add): void {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return
  const [collection] = node.arguments
  const begins = /^(insert|upsert)/.test(node.expression.name.text)
  if (begins && collection && ts.isStringLiteral(collection) && /^(audit|outbox)$/.test(collection.text))
    add(node, 'act-by-hand', node.expression.getText())
}

/** An hour is called as the region calls it: by a notice's label, or by server/kernel/hour-word.ts. */
function checkHourWord(node: ts.Node, add: Add): void {
  const isText = ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)
  if (isText && node.text.includes('学时')) add(node, 'hour-word-by-hand', node.text)
}

/** The environment is validated because one file reads it. */
function checkEnvironment(node: ts.Node, add: Add): void {
  if (ts.isPropertyAccessExpression(node) && node.getText() === 'process.env')
    add(node, 'environment-by-hand', node.parent.getText())
}

/** Three regions in one list or union are the list of regions (domain/kernel/regions.ts) written once more. */
function checkRegions(node: ts.Node, add: Add): void {
  const members = ts.isArrayLiteralExpression(node)
    ? node.elements
    : ts.isUnionTypeNode(node)
      ? node.types.map((type) => (ts.isLiteralTypeNode(type) ? type.literal : type))
      : []
  const named = members.filter((member) => ts.isStringLiteral(member) && isRegion(member.text))
  if (named.length >= 3) add(node, 'regions-by-hand', node.getText())
}

const BY_HAND = [DAY_MS, DAY_MS / 1000, DAY_MS / 3]

/** The length of a day and the distance of Beijing from Greenwich belong to domain/kernel/instant.ts. */
function checkBeijingDay(node: ts.Node, add: Add): void {
  if (!ts.isNumericLiteral(node) && !ts.isBinaryExpression(node)) return
  // The whole product is judged once, and no part of it.
  if (ts.isBinaryExpression(node.parent) && productOf(node.parent) !== null) return
  const period = productOf(node)
  if (period !== null && BY_HAND.includes(period)) add(node, 'beijing-day-by-hand', node.getText())
}

/** `8 * 3_600_000` is 28800000; null where anything but whole numbers is multiplied. */
function productOf(node: ts.Expression): number | null {
  if (ts.isNumericLiteral(node)) return Number(node.text)
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.AsteriskToken) return null
  const [left, right] = [productOf(node.left), productOf(node.right)]
  return left === null || right === null ? null : left * right
}

/** Parameters gathered in a tuple are counted as one, however many they are. */
function checkRestTuple(node: ts.Node, add: Add): void {
  if (!ts.isParameter(node) || node.dotDotDotToken === undefined) return
  const { type } = node
  const gathered = type !== undefined && ts.isTypeOperatorNode(type) ? type.type : type
  if (ts.isArrayBindingPattern(node.name) || (gathered !== undefined && ts.isTupleTypeNode(gathered)))
    add(node, 'rest-tuple', node.getText())
}

/** `...{ a, b }` is `a, b`: the braces only keep the formatter from giving each its line. */
function checkLiteralSpread(node: ts.Node, add: Add): void {
  if (ts.isSpreadAssignment(node) && ts.isObjectLiteralExpression(node.expression))
    add(node, 'spread-of-a-literal', node.getText())
}

/** Page folders of the mini-program with more files than one looks through at once; tests beside them are not counted. */
export function fullPageFolders(files: readonly string[]): Finding[] {
  const counts = new Map<string, number>()
  for (const file of files) {
    const folder = /^(src\/(?:pages|packages\/[^/]+)\/[^/]+)\/[^/]+$/.exec(file)?.[1]
    if (folder !== undefined && !/\.test\.tsx?$/.test(file)) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts]
    .filter(([folder, count]) => count > LIMITS.pageFiles && files.includes(`${folder}/index.tsx`))
    .map(([file, count]) => ({ file, line: 1, rule: 'page-folder-too-full', text: `${count} files` }))
}

function main(): void {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  }).split('\n')
  const findings = [
    ...files
      .filter((file) => CODE.test(file))
      .flatMap((file) => findingsOf(file, readFileSync(file, 'utf8'))),
    ...fullPageFolders(files),
  ]
  for (const { file, line, rule, text } of findings) console.error(`${file}:${line} ${rule}: ${text}`)
  if (findings.length > 0) process.exit(1)
  console.log('tidy: sizes, clocks, dice, routes, regions, days and parameters are as agreed')
}

if (require.main === module) main()
