// The worked examples of docs/policies.md: a command, a file, and the answer that is printed there.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './command-line.fixture'

export const DOCUMENT = path.resolve(__dirname, '../../docs/policies.md')

export interface Example {
  /** The line of the command in the document; from 1. */
  line: number
  command: string
  file: { name: string; text: string }
  answer: { kind: 'json' | 'text'; isExcerpt: boolean; text: string }
}

const EXAMPLE =
  /^```sh\nnpm run -s policy -- (.+)\n```\n\n```yaml\n([\s\S]*?)\n```\n\n```(json|text)( excerpt)?\n([\s\S]*?)\n```$/gm

export function examplesIn(markdown: string): Example[] {
  return [...markdown.matchAll(EXAMPLE)].map((found) => {
    const [, command = '', text = '', kind, excerpt, answer = ''] = found
    return {
      line: markdown.slice(0, found.index).split('\n').length + 1,
      command,
      file: { name: command.split(' ').find((word) => word.endsWith('.yaml')) ?? '', text: `${text}\n` },
      answer: { kind: kind === 'json' ? 'json' : 'text', isExcerpt: excerpt !== undefined, text: answer },
    }
  })
}

export const theExamples = (): Example[] => examplesIn(readFileSync(DOCUMENT, 'utf8'))

/** The command's output, with the file under the name that the document gives it. */
export function answerOf({ command, file }: Example, place: (name: string, text: string) => string): string {
  const full = place(file.name, file.text)
  const argv = command.split(' ').map((word) => (word === file.name ? full : word))
  const { out, err } = run(...argv)
  return [out, err]
    .filter((text) => text !== '')
    .join('\n')
    .replaceAll(full, file.name)
}

/**
 * Prints each answer anew where the document is being written rather than checked; excerpts are left to their
 * author.
 */
export function writeAnswers(answers: readonly string[]): void {
  const markdown = readFileSync(DOCUMENT, 'utf8')
  let index = -1
  const written = markdown.replace(EXAMPLE, (block: string, ...found: string[]) => {
    const [command, text, kind, excerpt] = found
    index += 1
    const answer = answers[index] ?? ''
    if (excerpt) return block
    const shown = kind === 'json' ? compact(JSON.parse(answer)) : answer
    return [
      ...['```sh', `npm run -s policy -- ${command}`, '```', '', '```yaml', text, '```', ''],
      ...[`\`\`\`${kind}`, shown, '```'],
    ].join('\n')
  })
  writeFileSync(DOCUMENT, written)
}

const WIDTH = 240

/** Readable JSON: a value that fits on one line is printed on one line. */
function compact(value: unknown, indent = ''): string {
  const flat = oneLine(value)
  if (flat.length + indent.length <= WIDTH || value === null || typeof value !== 'object') return flat
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((element) => compact(element, inner))
    : Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${compact(part, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${oneLine(part)}`)
  return `{ ${parts.join(', ')} }`
}
