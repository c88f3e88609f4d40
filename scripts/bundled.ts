// `import SCRIPT from './main.ts?bundled'` is the text of a program for browsers, with all that it imports in one script.
// esbuild takes it from this plugin, Jest from a file that scripts/test/prepare.cjs writes.
import path from 'node:path'
import { build, type Plugin } from 'esbuild'

const QUERY = /\?bundled$/

/** The script as text, without a line of its own at the end; its syntax is that of every phone's browser since 2016. */
export async function bundledText(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2015',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  })
  return outputFiles.map(({ text }) => text.trim()).join('')
}

export const bundled: Plugin = {
  name: 'bundled',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: QUERY }, ({ path: asked, resolveDir }) => ({
      path: path.resolve(resolveDir, asked.replace(QUERY, '')),
      namespace: 'bundled',
    }))
    onLoad({ filter: /./, namespace: 'bundled' }, async ({ path: file }) => ({
      contents: await bundledText(file),
      loader: 'text',
    }))
  },
}
