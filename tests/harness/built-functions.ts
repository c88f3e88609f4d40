// The cloud functions as they would be deployed, bundled once for all tests that start them.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { buildFunctions } from '../../scripts/build-functions'

const ROOT = path.resolve(__dirname, '../..')
const BUILT = path.join(ROOT, '.jest/functions')
const SOURCES = [
  'cloudfunctions',
  'server',
  'domain',
  'policies',
  'deploy/declaration.ts',
  'scripts/build-functions.ts',
  'scripts/bundled.ts',
  'package-lock.json',
]

/** The folder with every function of the program as it is now. */
export async function builtFunctions(): Promise<string> {
  const built = path.join(BUILT, stateOfSources())
  if (existsSync(built)) return built
  mkdirSync(BUILT, { recursive: true })
  const building = mkdtempSync(path.join(BUILT, 'building-'))
  await buildFunctions(building)
  try {
    renameSync(building, built)
  } catch (error) {
    // Two tests begin at the same time: the first one's build stands.
    if (!existsSync(built)) throw error
    rmSync(building, { recursive: true, force: true })
  }
  return built
}

function stateOfSources(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) note(path.join(ROOT, source), hash)
  return hash.digest('hex').slice(0, 16)
}

function note(file: string, hash: ReturnType<typeof createHash>): void {
  const { mtimeMs, size } = statSync(file)
  if (!statSync(file).isDirectory()) hash.update(`${path.relative(ROOT, file)} ${mtimeMs} ${size}\n`)
  else for (const name of readdirSync(file).sort()) note(path.join(file, name), hash)
}
