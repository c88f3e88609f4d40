// Bundles each cloud function into one self-contained file: nothing to install where it runs, and a fast cold start.
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { configFileOf, FUNCTION_NAMES } from '../deploy/declaration'
import { bundled } from './bundled'
import { lazyPackages } from './lazy-packages'

const root = path.resolve(__dirname, '..')
const source = path.join(root, 'cloudfunctions')
const BUILT = path.join(root, 'dist/cloudfunctions')

/**
 * How a function is bundled. Names stay as they are written: with the short ones that esbuild gives, Node takes a fifth
 * longer to load the platform's SDK alone, and nobody downloads these files.
 */
export const BUNDLING = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node18',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'error',
} as const satisfies BuildOptions

export async function buildFunctions(target = BUILT): Promise<void> {
  rmSync(target, { recursive: true, force: true })
  // All at once: what they share is read and parsed once.
  await build({
    ...BUNDLING,
    entryPoints: FUNCTION_NAMES.map((name) => path.join(source, name, 'index.ts')),
    outbase: source,
    outdir: target,
    plugins: [bundled, lazyPackages],
  })
  for (const name of FUNCTION_NAMES) {
    cpSync(path.join(source, name, 'package.json'), path.join(target, name, 'package.json'))
    writeFileSync(path.join(target, name, 'config.json'), `${JSON.stringify(configFileOf(name), null, 2)}\n`)
  }
}

if (require.main === module) void buildFunctions()
