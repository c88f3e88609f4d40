// Draws the tab bar's icons from TDesign's strokes: WeChat takes PNG only there, 81×81 px at most 40 KB.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Resvg } from '@resvg/resvg-js'

const root = path.resolve(__dirname, '../..')
const icons = { home: 'home', courses: 'education', me: 'user' } as const
const colours = { '': '#4c5a6b', '-on': '#1558a6', '-dark': '#b3bec9', '-on-dark': '#7db1ee' } as const

const target = path.join(root, 'src/assets/tab')
mkdirSync(target, { recursive: true })
for (const [name, glyph] of Object.entries(icons)) {
  const source = readFileSync(path.join(root, 'node_modules/tdesign-icons-svg/src', `${glyph}.svg`), 'utf8')
  for (const [suffix, colour] of Object.entries(colours)) {
    const svg = source
      .replace('view-box', 'viewBox')
      .replace(/width="1em" height="1em"/, 'width="81" height="81"')
      .replace(/currentColor/g, colour)
    writeFileSync(path.join(target, `${name}${suffix}.png`), new Resvg(svg).render().asPng())
  }
}
