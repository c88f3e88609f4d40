// The procedures as the program has them: what each answers, which use cases stand behind it, and what these refuse.
import ts from 'typescript'
import { fromRoot, programOf, Refusing } from './refusing'

export interface UseCase {
  name: string
  file: string
  /** Codes that it lists itself: `useCase.refuses = ['A', 'B'] as const`. */
  refuses: readonly string[]
  /** Codes that the program could throw here by its types, and never does: each with its reason in a comment. */
  cannotRefuse: readonly string[]
  /** The codes that the program says, without those that any call may meet. */
  found: readonly string[]
}

export interface ProcedureRefusals {
  answer: string
  /** The codes that its use cases list, besides the refusals of all. */
  refusals: readonly string[]
  useCases: readonly UseCase[]
}

export interface Surface {
  procedures: Readonly<Record<string, ProcedureRefusals>>
  unclear: readonly string[]
}

/**
 * Refusals of the floor that all stand on, which no use case lists: who the caller is, a busy store, an id that
 * another act or entry has, a year that no notice rules.
 */
export const OF_ALL: readonly string[] = [
  ...['CALLER_UNKNOWN', 'NOT_REGISTERED', 'BINDING_MOVED', 'ROLE_MISSING', 'BUSY'],
  ...['ACT_CONFLICT', 'ENTRY_CONFLICT', 'NO_RULE_FOR_YEAR'],
]

const ENTRANCE = 'server/surface.ts'

let read: Surface | null = null

/** Read once a run: the program takes seconds. */
export function surface(): Surface {
  read ??= new Reading().surface()
  return read
}

class Reading {
  private readonly program = programOf(ENTRANCE)
  private readonly checker = this.program.getTypeChecker()
  private readonly refusing = new Refusing(this.program)
  private readonly useCases = new Map<ts.Declaration, UseCase>()
  private readonly lists = new Map<ts.Declaration, Map<string, string[]>>()

  surface(): Surface {
    for (const file of this.program.getSourceFiles()) if (isRoom(file)) this.readLists(file)
    const procedures: Record<string, ProcedureRefusals> = {}
    for (const [path, built] of this.proceduresOf(this.entrance())) procedures[path] = this.procedure(built)
    return { procedures, unclear: [...this.refusing.unclear] }
  }

  private entrance(): ts.Expression {
    const file = this.program.getSourceFiles().find((one) => fromRoot(one) === ENTRANCE)
    const [first] = file?.statements.filter(ts.isVariableStatement) ?? []
    const api = first?.declarationList.declarations[0]?.initializer
    if (!api) throw new Error(`${ENTRANCE} declares no router`)
    return api
  }

  /** Lists beside their functions: `name.refuses = […] as const` at the top of a file. */
  private readLists(file: ts.SourceFile): void {
    for (const statement of file.statements) {
      const set = ts.isExpressionStatement(statement) ? statement.expression : null
      if (!set || !ts.isBinaryExpression(set) || !ts.isPropertyAccessExpression(set.left)) continue
      const { expression: owner, name } = set.left
      const declared = ts.isIdentifier(owner) ? this.refusing.declarationOf(owner) : undefined
      if (!declared) continue
      const codes = this.checker.getTypeAtLocation(set.right) as ts.TypeReference
      const listed = this.checker
        .getTypeArguments(codes)
        .flatMap((one) => (one.isStringLiteral() ? [one.value] : []))
      const lists = this.lists.get(declared) ?? new Map<string, string[]>()
      this.lists.set(declared, lists.set(name.text, listed))
    }
  }

  private *proceduresOf(built: ts.Expression, prefix = ''): Generator<[path: string, built: ts.Expression]> {
    const node = this.resolved(built)
    const callee = ts.isCallExpression(node) ? node.expression.getText() : ''
    const parts = ts.isCallExpression(node) ? node.arguments : []
    if (callee === 'parts') for (const part of parts) yield* this.proceduresOf(part, prefix)
    else if (callee !== 'router' && callee !== 'wholeOf') yield [prefix, node]
    else
      for (const [name, value] of this.membersOf(this.resolved(parts[0] ?? node)))
        yield* this.proceduresOf(value, prefix === '' ? name : `${prefix}.${name}`)
  }

  private resolved(node: ts.Expression): ts.Expression {
    if (ts.isSatisfiesExpression(node)) return this.resolved(node.expression)
    // A part is loaded by its first call: `() => require(its file).itsRouter`.
    if (ts.isArrowFunction(node) && ts.isPropertyAccessExpression(node.body))
      return this.resolved(node.body.name)
    if (!ts.isIdentifier(node)) return node
    const declared = this.refusing.declarationOf(node)
    const value = declared && ts.isVariableDeclaration(declared) ? declared.initializer : undefined
    return value ? this.resolved(value) : node
  }

  private *membersOf(node: ts.Expression): Generator<[name: string, value: ts.Expression]> {
    if (!ts.isObjectLiteralExpression(node)) throw new Error(`no router: ${node.getText().slice(0, 60)}`)
    for (const property of node.properties) {
      if (ts.isSpreadAssignment(property)) yield* this.membersOf(this.resolved(property.expression))
      else if (ts.isShorthandPropertyAssignment(property)) yield [property.name.text, property.name]
      else if (ts.isPropertyAssignment(property)) yield [property.name.getText(), property.initializer]
      else throw new Error(`a router names each procedure: ${property.getText().slice(0, 60)}`)
    }
  }

  private procedure(built: ts.Expression): ProcedureRefusals {
    const useCases = [...this.functionsIn(built)].map((one) => this.useCase(one))
    const refusals = [...new Set(useCases.flatMap(({ refuses }) => refuses))].sort()
    return { answer: this.answerOf(built), refusals, useCases }
  }

  /** The functions of the rooms that a procedure calls itself, in its own line or in the part that it shares. */
  private functionsIn(built: ts.Node): Set<Named> {
    const found = new Set<Named>()
    const visit = (node: ts.Node): void => {
      const declared = ts.isIdentifier(node) ? this.refusing.declarationOf(node) : undefined
      if (declared && isRoom(declared.getSourceFile())) {
        if (isFunction(declared)) found.add(declared)
        else if (ts.isVariableDeclaration(declared) && declared.initializer) visit(declared.initializer)
      }
      ts.forEachChild(node, visit)
    }
    visit(built)
    return found
  }

  private useCase(declared: Named): UseCase {
    const known = this.useCases.get(declared)
    if (known) return known
    const lists = this.lists.get(declared)
    const codes = this.refusing.of(declared)
    const made = {
      name: declared.name?.getText() ?? '',
      file: fromRoot(declared.getSourceFile()),
      refuses: lists?.get('refuses') ?? [],
      cannotRefuse: lists?.get('cannotRefuse') ?? [],
      found: [...codes].filter((code) => !OF_ALL.includes(code)).sort(),
    }
    this.useCases.set(declared, made)
    return made
  }

  private answerOf(built: ts.Expression): string {
    const [resolver] = ts.isCallExpression(built) ? built.arguments : []
    const [signature] = resolver ? this.checker.getTypeAtLocation(resolver).getCallSignatures() : []
    if (!signature) return ''
    const type = this.checker.getReturnTypeOfSignature(signature)
    const answer = this.checker.getAwaitedType(type) ?? type
    return this.checker.typeToString(answer, undefined, ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope)
  }
}

type Named = ts.FunctionDeclaration | ts.VariableDeclaration

const isFunction = (declared: ts.Declaration): declared is Named =>
  ts.isFunctionDeclaration(declared) ||
  (ts.isVariableDeclaration(declared) &&
    declared.initializer !== undefined &&
    ts.isArrowFunction(declared.initializer))

/** A file of a room above the kernel, which all stand on. */
const isRoom = (file: ts.SourceFile): boolean => /^server\/(?!kernel\/)/.test(fromRoot(file))
