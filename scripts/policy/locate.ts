// Where a value of a pack stands in its TypeScript source, so that what is wrong is told with its line.
import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** The line of a path's value in a source file, or of the nearest thing around it; from 1. */
export function lineInSource(
  file: string,
  path: readonly (string | number)[],
  source: string = readFileSync(file, 'utf8'),
): number {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const lineOf = (node: ts.Node): number => tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
  let node: ts.Node = noticeIn(tree) ?? tree
  for (const key of path) {
    const next = memberOf(node, key)
    if (!next) break
    node = next
  }
  return lineOf(node)
}

/** The object that is exported with the type of a notice. */
function noticeIn(tree: ts.SourceFile): ts.Node | undefined {
  for (const statement of tree.statements) {
    if (!ts.isVariableStatement(statement)) continue
    const [declared] = statement.declarationList.declarations
    if (declared?.type?.getText(tree) === 'Notice' && declared.initializer) return declared.initializer
  }
  return undefined
}

function memberOf(node: ts.Node, key: string | number): ts.Node | undefined {
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return memberOf(node.expression, key)
  if (typeof key === 'number') return ts.isArrayLiteralExpression(node) ? node.elements[key] : undefined
  if (!ts.isObjectLiteralExpression(node)) return undefined
  const property = node.properties.find((candidate) => candidate.name?.getText() === key)
  return property && (ts.isPropertyAssignment(property) ? property.initializer : property)
}
