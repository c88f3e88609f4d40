// `npm start`: rebuilds changed parts, starts the local cloud with its demo, and prints one URL.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildFunctions } from '../build-functions'
import { buildWeapp } from '../build-weapp'
import { fingerprint, openWorld } from '../world'
import { serveDesk } from './desk-server'

const PORTS = { desk: 8600, cloud: 8601, phone: 8602 }

async function main(): Promise<void> {
  const fresh = process.argv.includes('--fresh')
  await buildIfChanged()
  console.log('Starting the local cloud (data in .local/) …')
  const world = await openWorld({
    dataDir: path.resolve('.local/data'),
    begins: fresh ? 'fresh' : 'where it stood',
    ports: { cloud: PORTS.cloud, phone: PORTS.phone },
    onProgress: (line) => console.log(`  ${line}`),
  })
  const desk = await serveDesk(world, PORTS.desk)
  console.log(
    `\n  学时 is running:  ${desk.origin}\n  Open it in a browser. Ctrl+C stops; npm start -- --fresh begins again.\n`,
  )
  const stop = async (): Promise<void> => {
    await desk.stop()
    await world.stop()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

/** A build is kept while nothing that goes into it has changed. */
async function buildIfChanged(): Promise<void> {
  const inputs = [
    'src',
    'server',
    'domain',
    'policies',
    'cloudfunctions',
    'config',
    'package-lock.json',
    'scripts/build-functions.ts',
    'scripts/bundled.ts',
    'babel.config.js',
  ]
  const files = listFiles(inputs)
  const print = fingerprint(files.map((file) => `${file}\n${readFileSync(file, 'utf8')}`))
  const mark = 'dist/.fingerprint'
  if (existsSync(mark) && existsSync('dist/weapp/app.json') && readFileSync(mark, 'utf8') === print) return
  console.log('Building the cloud functions …')
  await buildFunctions()
  console.log('Building the mini-program (about 20 s) …')
  await buildWeapp()
  writeFileSync(mark, print)
}

/** Every source below the inputs; a downloaded archive has no git to ask. */
function listFiles(inputs: string[]): string[] {
  const below = (input: string): string[] =>
    statSync(input).isDirectory()
      ? (readdirSync(input, { recursive: true }) as string[]).map((file) => path.join(input, file))
      : [input]
  return inputs
    .flatMap(below)
    .filter((file) => /\.(tsx?|cjs|js|json|css|png)$/.test(file) && statSync(file).isFile())
    .sort()
}

void main()
