// Reads from the program which refusals a part of it can end with: its own, and those of all that it calls.
import path from 'node:path'
import ts from 'typescript'

const ROOT = path.resolve(__dirname, '../..')
const OURS = /\/(server|domain)\//
/** Where refusals are thrown and caught for everybody; a call of these names its codes itself. */
const THROWS_FOR_ALL = /\/server\/kernel\/refused\.ts$/

/** The program that begins with these files. */
export function programOf(...roots: string[]): ts.Program {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT)
  return ts.createProgram(
    roots.map((root) => path.join(ROOT, root)),
    options,
  )
}

export const fromRoot = (file: ts.SourceFile): string => path.relative(ROOT, file.fileName)

export class Refusing {
  private readonly checker: ts.TypeChecker
  /** Places whose types do not tell which codes they throw. */
  readonly unclear = new Set<string>()

  constructor(readonly program: ts.Program) {
    this.checker = program.getTypeChecker()
  }

  /** Every code that running this can refuse with, whichever branch it takes. */
  of(start: ts.Node): Set<string> {
    const seen = new Set<ts.Node>([start])
    const codes = new Set<string>()
    const visit = (node: ts.Node): void => {
      if (ts.isTypeNode(node)) return
      const caught = this.caughtBy(node)
      if (caught) {
        for (const code of caught) codes.add(code)
        return
      }
      for (const code of this.thrownBy(node)) codes.add(code)
      const declared = ts.isIdentifier(node) ? this.runs(node) : null
      if (declared && !seen.has(declared)) {
        seen.add(declared)
        visit(declared)
      }
      ts.forEachChild(node, visit)
    }
    visit(start)
    return codes
  }

  /** The declaration that a name stands for, imports followed. */
  declarationOf(name: ts.Identifier): ts.Declaration | undefined {
    const symbol = ts.isShorthandPropertyAssignment(name.parent)
      ? this.checker.getShorthandAssignmentValueSymbol(name.parent)
      : this.checker.getSymbolAtLocation(name)
    const isAlias = symbol && symbol.flags & ts.SymbolFlags.Alias
    return (isAlias ? this.checker.getAliasedSymbol(symbol) : symbol)?.valueDeclaration
  }

  /** The body of ours that a name brings into the run. */
  private runs(name: ts.Identifier): ts.Node | null {
    const declared = this.declarationOf(name)
    const file = declared?.getSourceFile().fileName ?? ''
    if (!declared || !OURS.test(file) || THROWS_FOR_ALL.test(file)) return null
    if (ts.isFunctionDeclaration(declared)) return declared.body ?? null
    return ts.isVariableDeclaration(declared) ? (declared.initializer ?? null) : null
  }

  /** `caught(work, codes)` throws what the work does, but for those codes. */
  private caughtBy(node: ts.Node): string[] | null {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'caught') return null
    const [work, codes] = node.arguments
    if (!work || !codes) return null
    const held = this.checker.getTypeAtLocation(codes).getNumberIndexType()
    const kept = new Set(held ? this.literals(codes, held) : [])
    return [...this.of(work)].filter((code) => !kept.has(code))
  }

  private thrownBy(node: ts.Node): string[] {
    const isThrow = ts.isCallExpression(node) || ts.isNewExpression(node)
    const [first] = isThrow ? (node.arguments ?? []) : []
    if (!isThrow || !first) return []
    const type = this.checker.getTypeAtLocation(first)
    switch (node.expression.getText()) {
      case 'refuse':
        return this.literals(first, type)
      case 'accept':
        return membersOf(type).flatMap((one) => this.codes(first, this.property(first, one, 'refusal')))
      case 'Refused':
        return this.codes(first, type)
      default:
        return []
    }
  }

  private codes(at: ts.Node, refusal: ts.Type | null): string[] {
    if (!refusal) return []
    return membersOf(refusal).flatMap((one) => {
      const code = this.property(at, one, 'code')
      return code ? this.literals(at, code) : []
    })
  }

  private property(at: ts.Node, type: ts.Type, name: string): ts.Type | null {
    const found = type.getProperty(name)
    return found ? this.checker.getTypeOfSymbolAtLocation(found, at) : null
  }

  private literals(at: ts.Node, type: ts.Type): string[] {
    const members = membersOf(type)
    const codes = members.flatMap((one) => (one.isStringLiteral() ? [one.value] : []))
    const isEvery = codes.includes('CALL_FORGED') && codes.includes('BATCH_REGION')
    if (codes.length === members.length && !isEvery) return codes
    const file = at.getSourceFile()
    this.unclear.add(`${fromRoot(file)}:${file.getLineAndCharacterOfPosition(at.getStart()).line + 1}`)
    return []
  }
}

const membersOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type])
