import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cssUnits } from '../css-units'
import { withPhoneType } from '../generic-type'
import { openCodeRoot } from './code-root'
import { compileStyle } from './compile-styles'
import { unknownBindings } from './event-bindings'
import { pack } from './pack'
import { collectComponents, resolveComponent } from './resolve-components'
import { wxsToJs } from './wxs-to-js'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phone-pack-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function files(contents: Record<string, string>) {
  for (const [path, text] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return openCodeRoot(folder)
}

const component = (path: string) => ({ [`${path}.json`]: '{"component":true}', [`${path}.js`]: '' })

describe('units', () => {
  test.each([
    ['750rpx', '100vw'],
    ['-1rpx', '-0.13333vw'],
    ['calc(100vh - 20rpx)', 'calc(calc(var(--phone-vh, 1vh) * 100) - 2.66667vw)'],
    ['env(safe-area-inset-bottom)', 'var(--phone-safe-bottom, 0px)'],
    ['env(safe-area-inset-top, 3px)', '0px'],
    ['url("data:image/png;base64,9vh+12rpx/A")', 'url("data:image/png;base64,9vh+12rpx/A")'],
    ['12px', '12px'],
  ])('%s is %s', (given, expected) => {
    expect(cssUnits(given)).toBe(expected)
  })
})

test.each([
  ['22px KaiTi, serif', '22px KaiTi, "PingFang SC", serif'],
  ['600 12px sans-serif', '600 12px "PingFang SC", sans-serif'],
  ['ui-serif, monospace', 'ui-serif, monospace'],
])('type %s is written with %s', (given, expected) => {
  expect(withPhoneType(given)).toBe(expected)
})

describe('components', () => {
  test('are found beside the file, from the root, and in miniprogram_npm from near to far', () => {
    const root = files({
      ...component('a/near/near'),
      ...component('whole'),
      ...component('a/miniprogram_npm/kit/index'),
      ...component('miniprogram_npm/kit/index'),
      ...component('miniprogram_npm/far'),
    })
    expect(resolveComponent(root, 'a/page', './near/near')).toBe('a/near/near')
    expect(resolveComponent(root, 'a/page', '/whole')).toBe('whole')
    expect(resolveComponent(root, 'a/page', 'kit')).toBe('a/miniprogram_npm/kit/index')
    expect(resolveComponent(root, 'b/page', 'kit')).toBe('miniprogram_npm/kit/index')
    expect(resolveComponent(root, 'a/page', 'far')).toBe('miniprogram_npm/far')
    expect(resolveComponent(root, 'a/page', 'none')).toBeNull()
    expect(resolveComponent(root, 'a/page', 'plugin://x/y')).toBeNull()
  })

  test('get a scope of their own unless they share styles; a page has none', () => {
    const root = files({
      'p.json': '{"usingComponents":{"x-a":"./a","x-b":"./b"}}',
      'p.js': '',
      ...component('a'),
      'b.json': '{"component":true,"styleIsolation":"shared"}',
      'b.js': '',
    })
    const warnings: string[] = []
    const found = collectComponents({ root, app: { pages: ['p'] }, warnings })
    expect([...found].map(([path, { styleScope }]) => [path, styleScope !== ''])).toEqual([
      ['p', false],
      ['a', true],
      ['b', false],
    ])
    expect(warnings).toEqual([])
  })
})

test('styles: imports, scope, tags, page and :host', () => {
  const root = files({
    'a.wxss': '@import "b.wxss";\n:host{color:red}page .x view{width:75rpx}@keyframes k{from{top:0}}',
    'b.wxss': '.y>t-button{top:1px}',
  })
  expect(compileStyle(root, 'a.wxss', 'c1').replace(/\s+/g, '')).toBe(
    '.c1--y>t-button{top:1px}[wx-host=c1]{color:red}wx-page.c1--xwx-view{width:10vw}@keyframesk{from{top:0}}',
  )
})

test('wxs is turned into JavaScript where the two differ', () => {
  expect(wxsToJs("x.constructor === 'Array'")).toBe("__wxsConstructor(x) === 'Array'")
  expect(wxsToJs("getRegExp('\\d+\\\\.')")).toBe("getRegExp('\\\\d+\\\\.')")
})

test('a binding to an event that a built-in never fires is named; custom components are not judged', () => {
  expect(
    unknownBindings('<view bindtap="a" catch:touchmove="b" bindpress="c"><t-x bindpress="d"/></view>'),
  ).toEqual(['<view> never fires "press"'])
})

test('what is wrong in a library is not the program’s to mend', () => {
  files({
    'app.json': '{"pages":["p"]}',
    'app.js': 'App({})',
    'p.js': 'Page({})',
    'p.json': '{"usingComponents":{"k":"./npm/kit/index"}}',
    'p.wxml': '<k/><view bindpress="x"/>',
    ...component('npm/kit/index'),
    'npm/kit/index.wxml': '<view bindpress="x"/>',
  })
  expect(pack(folder).warnings).toEqual(['p.wxml: <view> never fires "press"'])
})

test('nothing outside may reach into a subpackage', () => {
  files({
    'app.json': '{"pages":["p"],"subPackages":[{"root":"a","pages":["q"]},{"root":"b","pages":["r"]}]}',
    'app.js': 'App({})',
    'p.js': "require('./a/words')",
    'p.wxml': '',
    'a/q.js': "require('./words'); require('../shared')",
    'a/q.wxml': '',
    'a/words.js': '',
    'shared.js': '',
    'b/r.js': "require.async('../a/words')",
    'b/r.json': '{"usingComponents":{"k":"../a/k"}}',
    'b/r.wxml': '',
    ...component('a/k'),
    'a/k.wxml': '',
  })
  expect(pack(folder).warnings).toEqual([
    'b/r uses a/k, which is inside the subpackage a/',
    'p.js uses a/words.js, which is inside the subpackage a/',
  ])
})
