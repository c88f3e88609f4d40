// Where the code marks a rule that it keeps, and how the rule is cut out by its mark.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const ROOT = path.resolve(__dirname, '../..')

/** A mark names one clause, or several that the same rule keeps. */
const MARK = /^ *\/\/ clause (\S+(?: \S+)*)$/gm

const marksIn = (source: string) =>
  [...source.matchAll(MARK)].map((mark) => ({
    clauses: (mark[1] ?? '').split(' '),
    end: mark.index + mark[0].length,
  }))

export interface Cut {
  /** The statement, or the property, that stands under the mark. */
  rule: string
  without: string
}

/**
 * Cuts the rule under a clause's mark out of a source: a whole statement, or a property with its comma.
 * Throws where the mark is not there exactly once, or nothing stands under it.
 */
export function cutAtMark(source: string, clause: string, instead = ''): Cut {
  const [mark, more] = marksIn(source).filter(({ clauses }) => clauses.includes(clause))
  if (!mark || more) throw new Error(`// clause ${clause} must stand in one place, once`)
  const tree = ts.createSourceFile('rule.ts', source, ts.ScriptTarget.Latest, true)
  const node = firstAfter(tree, mark.end)
  if (!node || node.getText() === '' || source.slice(mark.end, node.getStart()).trim() !== '')
    throw new Error(`nothing stands under // clause ${clause}`)
  const end = instead === '' && source[node.getEnd()] === ',' ? node.getEnd() + 1 : node.getEnd()
  const without = source.slice(0, node.getStart()) + instead + source.slice(end)
  return { rule: node.getText(), without }
}

/** The outermost node that begins with the first token after a position. */
function firstAfter(node: ts.Node, position: number): ts.Node | undefined {
  if (node.getEnd() <= position) return undefined
  if (!ts.isSourceFile(node) && node.getStart() >= position) return node
  return ts.forEachChild(node, (child) => firstAfter(child, position))
}

/** The file that marks each clause: a rule that moves takes its mark along. Throws where two files mark one. */
export function filesOfMarks(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const files = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', 'server', 'domain'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  )
  for (const file of files.split('\n').filter((name) => /(?<!\.test)\.ts$/.test(name))) {
    const source = readFileSync(path.join(ROOT, file), 'utf8')
    for (const clause of marksIn(source).flatMap(({ clauses }) => clauses)) {
      if (found.has(clause)) throw new Error(`${clause} is marked in ${found.get(clause)} and in ${file}`)
      found.set(clause, file)
    }
  }
  return found
}

let marks: ReadonlyMap<string, string> | null = null

/** Throws where no file marks the clause. */
export function fileOfMark(clause: string): string {
  marks ??= filesOfMarks()
  const file = marks.get(clause)
  if (file === undefined) throw new Error(`no code is marked // clause ${clause}`)
  return file
}
