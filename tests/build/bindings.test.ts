// Reads the built mini-program: Taro drops attributes and events of a native tag without a word, and no unit test
// of a screen can see that. Build first (npm run build).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const DIST = path.resolve(__dirname, '../../dist/weapp')
const UI = path.resolve(__dirname, '../../src/ui')

const read = (file: string): string => readFileSync(path.join(DIST, file), 'utf8')
const tagsIn = (wxml: string, tag: string): string[] =>
  [...wxml.matchAll(new RegExp(`<${tag} [^>]*>`, 'g'))].map(([found]) => found)

/**
 * The attributes that each wrapper relies on. An attribute that is here and not in the template is lost on every
 * screen.
 */
const BINDINGS: Record<string, readonly string[]> = {
  't-button': ['theme=', 'variant=', 'open-type=', 'aria-label=', 'bindtap="eh"', 'bindgetphonenumber="eh"'],
  't-cell': ['title=', 'note=', 'description=', 'arrow=', 'aria-label=', 'bindclick="eh"'],
  't-cell-group': ['title=', 'theme='],
  't-checkbox': ['checked=', 'label=', 'bindchange="eh"'],
  't-dialog': ['visible=', 'confirm-btn=', 'cancel-btn=', 'bindconfirm="eh"', 'bindcancel="eh"'],
  't-icon': ['name=', 'size='],
  't-input': ['value=', 'type=', 'tips=', 'status=', 'maxlength=', 'bindchange="eh"', 'bindblur="eh"'],
  't-popup': ['visible=', 'placement=', 'bind:visible-change="eh"'],
  't-progress': ['percentage=', 'aria-label='],
  't-radio': ['checked=', 'label=', 'content=', 'bindchange="eh"'],
  't-search': ['value=', 'placeholder=', 'bindchange="eh"', 'bindclear="eh"'],
  't-steps': ['current=', 'layout='],
  't-step-item': ['title='],
  't-tag': ['theme=', 'variant='],
  't-textarea': ['value=', 'maxlength=', 'bindchange="eh"'],
}

test('there is a built mini-program to read', () => {
  expect(existsSync(path.join(DIST, 'app.json'))).toBe(true)
})

test.each(Object.entries(BINDINGS))('%s keeps what its wrapper gives', (tag, bindings) => {
  const found = tagsIn(read('base.wxml'), tag)
  expect(found.length).toBeGreaterThan(0)
  for (const element of found) for (const binding of bindings) expect(element).toContain(binding)
})

test('every native tag of the wrappers is expected here, and registered once, in the main package', () => {
  const sources = readdirSync(UI, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFileSync(path.join(UI, entry.name, 'index.tsx'), 'utf8'))
  const used = new Set(
    sources.flatMap((source) => [...source.matchAll(/<(t-[a-z-]+)/g)].map(([, tag]) => tag)),
  )
  expect([...used].sort()).toEqual(Object.keys(BINDINGS).sort())
  const registered = (JSON.parse(read('app.json')) as { usingComponents: Record<string, string> })
    .usingComponents
  for (const tag of used) {
    const file = registered[String(tag)]
    expect(file).toMatch(/tdesign-miniprogram/)
    expect(existsSync(path.join(DIST, `${String(file)}.wxml`))).toBe(true)
  }
})

test('Taro’s own elements carry a label and a role for screen readers', () => {
  const labelled = tagsIn(read('base.wxml'), 'view').filter((element) => element.includes('aria-label='))
  expect(labelled.length).toBeGreaterThan(0)
  for (const element of labelled) expect(element).toContain('aria-role=')
})

test('icons are carried along, and no screen asks a third party for a font', () => {
  const icons = readFileSync(path.join(DIST, iconStyles()), 'utf8')
  const named = [...readFileSync(path.join(UI, 'Icon/index.tsx'), 'utf8').matchAll(/\| '([a-z-]+)'/g)]
  expect(named.length).toBeGreaterThan(10)
  for (const [, name] of named) expect(icons).toContain(`.t-icon-${String(name)}{`)
  expect(icons).not.toMatch(/https?:\/\/(?!www\.w3\.org)/)
})

function iconStyles(): string {
  const app = JSON.parse(read('app.json')) as { usingComponents: Record<string, string> }
  return `${String(app.usingComponents['t-icon'])}.wxss`
}
