// wx-server-sdk is bundled once for Jest: requiring its 5,870 files takes twice as long, and one of them is an
// .mjs that Jest cannot read. The bundle is the SDK byte for byte, only in one file.
// The program of the check page is bundled as for its function (scripts/bundled.ts), and at every run, since it may have changed.
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const esbuild = require('esbuild')
const { bundledText } = require('../bundled')

const root = join(__dirname, '../..')

module.exports = async () => {
  await Promise.all([sdk(), checkPage()])
}

async function sdk() {
  const outfile = join(root, '.jest/wx-server-sdk.cjs')
  if (existsSync(outfile)) return
  await esbuild.build({
    entryPoints: [require.resolve('wx-server-sdk')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    outfile,
    logLevel: 'error',
  })
}

async function checkPage() {
  const outfile = join(root, '.jest/check-page.cjs')
  const text = await bundledText(join(root, 'server/books/certificate/page/browser/main.ts'))
  const module = `module.exports = { __esModule: true, default: ${JSON.stringify(text)} }\n`
  // Tests that run at this moment read the file.
  if (existsSync(outfile) && readFileSync(outfile, 'utf8') === module) return
  mkdirSync(join(root, '.jest'), { recursive: true })
  writeFileSync(outfile, module)
}
