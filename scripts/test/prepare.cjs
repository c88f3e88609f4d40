// wx-server-sdk is bundled once for Jest: requiring its 5,870 files takes twice as long, and one of them is an
// .mjs that Jest cannot read. The bundle is the SDK byte for byte, only in one file.
const { existsSync } = require('node:fs')
const { join } = require('node:path')
const esbuild = require('esbuild')

module.exports = async () => {
  const outfile = join(__dirname, '../../.jest/wx-server-sdk.cjs')
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
