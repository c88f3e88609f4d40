// JSON and YAML with the line of every value, so that each error names its line.
import { readFileSync } from 'node:fs'
import { isCollection, isMap, isScalar, LineCounter, parseDocument } from 'yaml'

export interface ReadDocument {
  file: string
  value: unknown
  /** The line of the value at a path, counted from 1; of its nearest parent where it is absent. */
  lineOf(path: readonly (string | number)[]): number
}

/** Reads one file; JSON is YAML too. Throws with file and line where it cannot be read. */
export function readDocument(file: string, text: string = readFileSync(file, 'utf8')): ReadDocument {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error) throw new SyntaxError(`${file}:${lines.linePos(error.pos[0]).line} ${error.message}`)
  const named = (path: readonly (string | number)[]): unknown => {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
    const name = path[path.length - 1]
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(name))
      : undefined
    return pair ? pair.key : document.getIn(path, true)
  }
  const lineOf: ReadDocument['lineOf'] = (path) => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : named(path.slice(0, length))
      const range = isNode(node) ? node.range : null
      if (range) return lines.linePos(range[0]).line
    }
    return 1
  }
  return { file, value: document.toJS(), lineOf }
}

const isNode = (node: unknown): node is { range?: [number, number, number] | null } =>
  isCollection(node) || (typeof node === 'object' && node !== null && 'range' in node)
