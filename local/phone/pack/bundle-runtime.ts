import { join } from 'node:path'
import { build } from 'esbuild'

let bundled: Promise<string> | undefined

/** The phone itself (page stack, built-in components, wx) as one browser script; made once per process. */
export function bundleRuntime(): Promise<string> {
  bundled ??= build({
    entryPoints: [join(__dirname, '..', 'runtime', 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  }).then((result) => {
    const [output] = result.outputFiles
    if (!output) throw new Error('esbuild wrote no runtime')
    return output.text
  })
  return bundled
}
