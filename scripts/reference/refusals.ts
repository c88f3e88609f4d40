import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { OF_ALL, type Surface } from './surface'

export const REFUSALS_FILE = 'docs/refusals.md'

const ROOT = path.resolve(__dirname, '../..')
const CODES = 'domain/kernel/refusal.ts'
const WORDS = ['refusal-text', 'claim-refusal-text', 'outside-refusal-text', 'sheet-refusal-text']

/** The reference of refusals as a document: each code, its details, its Chinese title, and the procedures that say it. */
export function refusalsText({ procedures }: Surface): string {
  const words = chineseTitles()
  const rows = codes().map(({ code, details }) => {
    const sayers = Object.entries(procedures).flatMap(([name, { refusals }]) =>
      refusals.includes(code) ? [name] : [],
    )
    const said = OF_ALL.includes(code) ? 'any procedure' : sayers.map((name) => `\`${name}\``).join(', ')
    return `| \`${code}\` | ${words.get(code) ?? ''} | ${details} | ${said} |`
  })
  return [...INTRODUCTION, ...rows, ''].join('\n')
}

const INTRODUCTION = [
  '# Refusals',
  '',
  'Written by `npm run reference` from the closed list of codes (`domain/kernel/refusal.ts`), its Chinese texts',
  '(`src/cloud/refusal-text.ts`) and the use cases. A code without a procedure is said by another door, by a check of a',
  'whole call before it reaches one, or by a rule that no procedure asks yet. `TOO_OFTEN` is also said of any procedure whose',
  'caller is over their allowance ([security.md](security.md#what-a-call-may-cost)).',
  '',
  '| code | title on the phone | details | who says it |',
  '|---|---|---|---|',
]

const parsed = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true)

function codes(): { code: string; details: string }[] {
  const list = parsed(CODES).statements.find(ts.isInterfaceDeclaration)
  return [...(list?.members ?? [])].flatMap((member) => {
    if (!ts.isPropertySignature(member)) return []
    const { name, type } = member
    const details =
      type && ts.isTypeLiteralNode(type) ? type.members.map((one) => one.getText().replace(/;$/, '')) : []
    return [
      {
        code: name.getText(),
        details: details.map((one) => `\`${one.replaceAll('|', '\\|')}\``).join(', '),
      },
    ]
  })
}

/** Each code's title: the first argument of `says(…)`, or the `title` of what its function makes. */
function chineseTitles(): Map<string, string> {
  const titles = new Map<string, string>()
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && /^[A-Z][A-Z_]+$/.test(node.name.getText())) {
      const title = titleIn(node.initializer)
      if (title !== null) titles.set(node.name.getText(), title)
    } else ts.forEachChild(node, visit)
  }
  for (const name of WORDS) visit(parsed(`src/cloud/${name}.ts`))
  return titles
}

function titleIn(made: ts.Node): string | null {
  if (ts.isCallExpression(made)) return made.arguments[0] ? plain(made.arguments[0]) : null
  if (ts.isPropertyAssignment(made) && made.name.getText() === 'title') return plain(made.initializer)
  return ts.forEachChild(made, titleIn) ?? null
}

/** A text as it stands, with `…` for what the details fill in. */
function plain(text: ts.Expression): string {
  if (ts.isTemplateExpression(text))
    return [text.head.text, ...text.templateSpans.map(({ literal }) => literal.text)].join('…')
  if (ts.isStringLiteralLike(text)) return text.text
  return ts.isConditionalExpression(text) ? `${plain(text.whenTrue)} / ${plain(text.whenFalse)}` : '…'
}
