import { posix } from 'node:path'
import postcss, { type Rule } from 'postcss'
import selectorParser, { type Root as SelectorRoot } from 'postcss-selector-parser'
import { BUILTIN_TAGS } from '../builtin-tags'
import { cssUnits } from '../css-units'
import { withPhoneType } from '../generic-type'
import { type CodeRoot, PackError } from './code-root'

const IMPORT = /@import\s+(?:url\()?\s*(['"])(.+?)\1\s*\)?\s*;?/g

function inlineImports(root: CodeRoot, file: string, importers: string[] = []): string {
  if (importers.includes(file)) return ''
  if (!root.has(file)) {
    throw new PackError(`wxss @import target not found: ${file} (from ${importers.at(-1) ?? 'the program'})`)
  }
  return root.text(file).replace(IMPORT, (_, _quote: string, target: string) => {
    const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(file), target)
    return `${inlineImports(root, path, [...importers, file])}\n`
  })
}

/**
 * Turns WXSS into CSS: imports inlined, rpx and vh measured on the phone's screen, built-in tags renamed to
 * the elements that stand for them, and class names prefixed as glass-easel writes them into the tree.
 */
export function compileStyle(root: CodeRoot, file: string, scope: string): string {
  const sheet = postcss.parse(inlineImports(root, file), { from: file })
  const processor = selectorParser((selectors) => renameSelectors(selectors, scope))
  sheet.walkRules((rule) => {
    if (!isKeyframe(rule)) rule.selector = processor.processSync(rule.selector)
  })
  sheet.walkDecls((declaration) => {
    const value = cssUnits(declaration.value)
    declaration.value = /^font(-family)?$/.test(declaration.prop) ? withPhoneType(value) : value
  })
  sheet.walkAtRules((rule) => {
    if (rule.params.includes('rpx')) rule.params = cssUnits(rule.params)
  })
  return sheet.toString()
}

function isKeyframe(rule: Rule): boolean {
  const parent = rule.parent
  return parent?.type === 'atrule' && 'name' in parent && /keyframes$/i.test(String(parent.name))
}

function renameSelectors(selectors: SelectorRoot, scope: string): void {
  selectors.walk((node) => {
    if (node.type === 'class' && scope) node.value = `${scope}--${node.value}`
    if (node.type === 'tag') {
      if (node.value === 'page') node.value = 'wx-page'
      else if (BUILTIN_TAGS.has(node.value)) node.value = `wx-${node.value}`
    }
    if (node.type === 'pseudo' && node.value === ':host') {
      const attribute = {
        attribute: 'wx-host',
        operator: '=' as const,
        value: scope || 'none',
        quoteMark: '"' as const,
      }
      node.replaceWith(selectorParser.attribute({ ...attribute, raws: {} }))
    }
  })
}
