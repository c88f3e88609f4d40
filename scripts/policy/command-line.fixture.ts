// The command line in a test: files in a directory of their own, its output, and its exit code.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { main } from './main'

export interface Ran {
  /** 0 where all is well, 1 where something is refused or found, 2 where it cannot be done at all. */
  code: number
  out: string
  err: string
}

/** A directory that is gone once the tests of the file have run. */
export function directory(): { file(name: string, text: string): string } {
  const root = mkdtempSync(path.join(tmpdir(), 'xueshi-policy-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  return {
    file(name, text) {
      const full = path.join(root, name)
      writeFileSync(full, text)
      return full
    },
  }
}

export function run(...argv: string[]): Ran {
  const before = process.exitCode
  const out = jest.spyOn(console, 'log').mockImplementation(() => undefined)
  const err = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  process.exitCode = 0
  main(argv)
  const code = Number(process.exitCode)
  process.exitCode = before
  const said = (spy: jest.SpyInstance): string => spy.mock.calls.map(([line]) => String(line)).join('\n')
  const ran = { code, out: said(out), err: said(err) }
  out.mockRestore()
  err.mockRestore()
  return ran
}

/** The command's answer as an object; throws where the output is no JSON. */
export const answered = (...argv: string[]): Record<string, unknown> => JSON.parse(run(...argv).out)
