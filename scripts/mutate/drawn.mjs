// A checker of Stryker's that lets through what `npm run mutate -- --sample` drew, and turns the rest away untested.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PluginKind } from '@stryker-mutator/api/plugin'
import { nameOf } from './name-of.mjs'

class Drawn {
  #names = new Set()

  async init() {
    this.#names = new Set(JSON.parse(readFileSync(process.env.XUESHI_MUTATE_SAMPLE, 'utf8')))
  }

  async check(mutants) {
    const root = process.env.XUESHI_MUTATE_ROOT
    const answer = (mutant) =>
      this.#names.has(nameOf({ ...mutant, fileName: path.relative(root, mutant.fileName) }))
        ? { status: 'passed' }
        : { status: 'compileError', reason: 'not drawn' }
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, answer(mutant)]))
  }
}

export const strykerPlugins = [{ kind: PluginKind.Checker, name: 'drawn', injectableClass: Drawn }]
