// Bundles each cloud function into one self-contained file: nothing to install where it runs, and a fast cold start.
import { cpSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { bundled } from './bundled'

const root = path.resolve(__dirname, '..')
const source = path.join(root, 'cloudfunctions')
const BUILT = path.join(root, 'dist/cloudfunctions')

export async function buildFunctions(target = BUILT): Promise<void> {
  rmSync(target, { recursive: true, force: true })
  const names = readdirSync(source)
  // All at once: what they share is read and parsed once.
  await build({
    entryPoints: names.map((name) => path.join(source, name, 'index.ts')),
    outbase: source,
    outdir: target,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    minify: true,
    plugins: [bundled],
    legalComments: 'none',
    logLevel: 'error',
  })
  for (const name of names)
    for (const file of ['config.json', 'package.json'])
      cpSync(path.join(source, name, file), path.join(target, name, file))
}

if (require.main === module) void buildFunctions()
