// Finds a pack's value in its TypeScript source, so that an error can name its line.
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
    const next = memberOf(tree, node, key)
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

function memberOf(tree: ts.SourceFile, given: ts.Node, key: string | number): ts.Node | undefined {
  const node = behind(tree, given)
  if (typeof key === 'number') {
    if (!ts.isArrayLiteralExpression(node)) return undefined
    // Behind a list that is spread, positions in the source are not positions in the pack.
    return node.elements.slice(0, key + 1).some(ts.isSpreadElement) ? undefined : node.elements[key]
  }
  if (!ts.isObjectLiteralExpression(node)) return undefined
  const property = node.properties.find((candidate) => candidate.name?.getText(tree) === key)
  if (!property) return undefined
  if (ts.isShorthandPropertyAssignment(property)) return constNamed(tree, key) ?? property
  return ts.isPropertyAssignment(property) ? property.initializer : property
}

/** Unwraps an expression: casts, brackets and constants of the same file. */
function behind(tree: ts.SourceFile, node: ts.Node): ts.Node {
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return behind(tree, node.expression)
  const declared = ts.isIdentifier(node) ? constNamed(tree, node.text) : undefined
  return declared ? behind(tree, declared) : node
}

function constNamed(tree: ts.SourceFile, name: string): ts.Node | undefined {
  for (const statement of tree.statements) {
    if (!ts.isVariableStatement(statement)) continue
    const found = statement.declarationList.declarations.find(({ name: of }) => of.getText(tree) === name)
    if (found) return found.initializer
  }
  return undefined
}
