// Packages of the platform's SDK that no call of ours needs, or few: each is loaded by the first use of something in it. Put
// together they take a fifth of a cold start; the code that runs is theirs, unchanged, when it is asked for.
import path from 'node:path'
import type { Plugin } from 'esbuild'

/** With whether the package calls itself an ES module, which its importers ask at once. */
const LAZY: Readonly<Record<string, boolean>> = {
  // The SDK's models, and its models of language.
  '@cloudbase/wx-cloud-client-sdk': true,
  '@cloudbase/ai': true,
  'web-streams-polyfill': false,
  // Reads the answers of an upload.
  xml2js: false,
  // Signs tickets for logins that are not WeChat's.
  jsonwebtoken: false,
  // Asks a container who it is.
  axios: false,
  // Kinds of files, for forms.
  'mime-types': false,
}

const NAMES = new RegExp(`^(${Object.keys(LAZY).join('|')})$`)

const textOf = (file: string, isModule: boolean): string => `
let loaded
const load = () => (loaded ??= require(${JSON.stringify(file)}))
module.exports = new Proxy(function () {}, {
  get: (_, name) => (name === '__esModule' ? ${isModule} : load()[name]),
  has: (_, name) => name in load(),
  apply: (_, self, given) => Reflect.apply(load(), self, given),
  construct: (_, given) => Reflect.construct(load(), given),
})
`

export const lazyPackages: Plugin = {
  name: 'lazy-packages',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: NAMES }, async ({ path: name, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === 'own' || importer === '') return undefined
      const { path: file, errors } = await resolve(name, { resolveDir, kind, pluginData: 'own' })
      return errors.length > 0 ? { errors } : { path: file, namespace: 'lazy', pluginData: name }
    })
    onLoad({ filter: /./, namespace: 'lazy' }, ({ path: file, pluginData }) => ({
      contents: textOf(file, LAZY[String(pluginData)] ?? false),
      resolveDir: path.dirname(file),
      loader: 'js',
    }))
  },
}
