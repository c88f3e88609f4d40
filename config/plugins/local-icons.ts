import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Compilation, Compiler } from 'webpack'

/** Icons that our screens name; those TDesign's own components name are found in their code. */
const NAMED_BY_SCREENS = [
  'home',
  'user',
  'education',
  'scan',
  'search',
  'time',
  'calendar',
  'notification',
  'check-circle',
  'error-circle',
  'info-circle',
  'help-circle',
  'play-circle',
  'pause-circle',
  'file',
  'certificate',
  'qrcode',
  'usergroup',
  'check',
  'close',
  'chevron-right',
  'chevron-left',
  'chevron-down',
  'download',
  'share',
  'lock-on',
  'bulletpoint',
  'swap',
  'wifi-off',
  'refresh',
]

/**
 * TDesign's icon.wxss names 2,352 glyphs of a font on a third party's server (105 KiB). Here it is replaced by the
 * glyphs in use, as SVG masks: a tenth of the size, and no screen depends on that server.
 */
export class LocalIcons {
  constructor(private readonly options: { svgDir: string }) {}

  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap('LocalIcons', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'LocalIcons', stage: compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => this.replace(compiler, compilation),
      )
    })
  }

  private replace(compiler: Compiler, compilation: Compilation): void {
    for (const name of Object.keys(compilation.assets).filter((asset) =>
      /(^|\/)icon\/icon\.wxss$/.test(asset),
    )) {
      const original = compilation.assets[name]?.source().toString() ?? ''
      const css = this.stylesFor(original, namesIn(compilation, glyphsOf(original)))
      compilation.updateAsset(name, new compiler.webpack.sources.RawSource(css))
    }
  }

  private stylesFor(original: string, names: ReadonlySet<string>): string {
    const frame = original
      .replace(/\.t-icon-[a-z0-9-]+:before\{[^}]*\}\s*/g, '')
      .replace(/@font-face\{.*?\}\s*/s, '')
      .replace(/\.t-icon\{[^}]*\}/, '')
    const masks = [...names].map((name) => this.maskOf(name)).join('')
    return `${frame}.t-icon-base{width:1em;height:1em;background:currentColor;}${masks}`
  }

  private maskOf(name: string): string {
    const file = path.join(this.options.svgDir, `${name}.svg`)
    if (!existsSync(file)) return ''
    const svg = readFileSync(file, 'utf8')
      .replace(/<\?xml[^>]*>/, '')
      .replace(/\s*\n\s*/g, '')
      .replace(/ (width|height|class|id)="[^"]*"/g, '')
      .replace(/view-box/g, 'viewBox')
      .replace(/"/g, "'")
      .replace(/#/g, '%23')
      .replace(/</g, '%3C')
      .replace(/>/g, '%3E')
    return `.t-icon-${name}{-webkit-mask:url("data:image/svg+xml,${svg}") center/contain no-repeat;}`
  }
}

const glyphsOf = (css: string): ReadonlySet<string> =>
  new Set([...css.matchAll(/\.t-icon-([a-z0-9-]+):before/g)].map((match) => match[1] ?? ''))

function namesIn(compilation: Compilation, known: ReadonlySet<string>): ReadonlySet<string> {
  const used = new Set(NAMED_BY_SCREENS)
  for (const [asset, source] of Object.entries(compilation.assets)) {
    if (!/\.(js|wxml|wxs)$/.test(asset) || !/tdesign/.test(asset)) continue
    for (const match of source
      .source()
      .toString()
      .matchAll(/['"`]([a-z][a-z0-9-]+)['"`]/g)) {
      const name = match[1] ?? ''
      if (known.has(name)) used.add(name)
    }
  }
  return used
}
