// Bundles each cloud function into one self-contained file: nothing to install where it runs, and a fast cold start.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(__dirname, '..')
const source = path.join(root, 'cloudfunctions')
const BUILT = path.join(root, 'dist/cloudfunctions')

export async function buildFunctions(target = BUILT): Promise<void> {
  rmSync(target, { recursive: true, force: true })
  for (const name of readdirSync(source)) {
    mkdirSync(path.join(target, name), { recursive: true })
    await build({
      entryPoints: [path.join(source, name, 'index.ts')],
      outfile: path.join(target, name, 'index.js'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node18',
      minify: true,
      legalComments: 'none',
      logLevel: 'error',
    })
    for (const file of ['config.json', 'package.json'])
      cpSync(path.join(source, name, file), path.join(target, name, file))
  }
}

if (require.main === module) void buildFunctions()
