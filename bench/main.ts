// Every performance figure the README states. `npm run bench` measures and writes docs/bench.md; nothing is asserted.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { FUNCTIONS } from '../deploy/declaration'
import { startCloud } from '../local/cloud'
import { launchBrowser, openPhone } from '../local/phone/driver'
import { type PhoneServer, servePhone } from '../local/phone/serve'
import { anyKeys } from '../scripts/any-keys'
import { BUNDLING, buildFunctions } from '../scripts/build-functions'
import { buildWeapp } from '../scripts/build-weapp'
import { binOf } from '../scripts/check/main'
import { BUDGET, sizesOf } from '../scripts/check/size-budget'
import { mutantsPart } from '../scripts/mutate/stated'
import { openWorld } from '../scripts/world'
import { declarations } from '../server/collections'
import { type Figure, inTurn, table } from './figures'
import { policyFigures } from './policy/measure'
import { planFigures } from './policy/plan'
import { reviewFigures } from './review/measure'
import { rosterFigures } from './roster/measure'

const ROUNDS = 7
/** A cold start is short, and what else the machine does shows in it. */
const COLD_ROUNDS = 21

async function main(): Promise<void> {
  await buildFunctions()
  await buildWeapp()
  buildEmptyProgram()
  await buildSdkOnly()
  const figures = [
    ...sizes(),
    ...(await coldStarts()),
    await firstScreen(),
    ...(await policyFigures()),
    ...(await reviewFigures()),
    ...planFigures(),
    ...(await rosterFigures()),
  ]
  const mutants = mutantsPart()
  const text = `# Figures\n\nMeasured by \`npm run bench\` on ${os.cpus().length} cores, Node ${process.versions.node}; medians of ${ROUNDS}, of cold starts ${COLD_ROUNDS}. Ratios travel between machines, absolute times do not.\n\n${table(figures)}\n${mutants === '' ? '' : `\n${mutants}`}`
  mkdirSync('docs', { recursive: true })
  writeFileSync('docs/bench.md', text)
  console.log(text)
}

function buildEmptyProgram(): void {
  const done = spawnSync(process.execPath, [binOf('taro'), 'build', '--type', 'weapp'], {
    cwd: path.resolve('bench/empty-program'),
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (done.status !== 0) throw new Error('the empty program did not build')
}

async function buildSdkOnly(): Promise<void> {
  const outfile = 'dist/bench-functions/sdk-only/index.js'
  await build({ ...BUNDLING, entryPoints: ['bench/sdk-only/index.ts'], outfile })
}

function sizes(): Figure[] {
  const ours = sizesOf('dist/weapp')
  const floor = sizesOf('dist/bench-empty')
  const figure = (name: string, key: keyof typeof ours, hasFloor = true): Figure => ({
    name,
    unit: 'KiB',
    ours: ours[key],
    floor: hasFloor ? floor[key] : null,
    goal: `≤ ${BUDGET[key]} KiB`,
    met: ours[key] <= BUDGET[key],
  })
  return [
    figure('downloaded before home, raw', 'mainKiB'),
    figure('downloaded before home, gzipped', 'mainGzipKiB'),
    figure('downloaded before the first second of a lecture', 'studyKiB', false),
    figure('the whole mini-program', 'allKiB', false),
  ]
}

/** A new cloud has no warm instance: the first call pays for loading the bundle and for its first document. */
async function firstAnswer(functionsDir: string, name: string, event: unknown): Promise<number> {
  const dataDir = path.resolve('.local/bench-cloud')
  rmSync(dataDir, { recursive: true, force: true })
  const cloud = await startCloud({
    dataDir,
    functionsDir: path.resolve(functionsDir),
    functions: FUNCTIONS,
    collections: declarations,
    functionEnv: anyKeys(),
  })
  try {
    const started = performance.now()
    const answer = await cloud.invoke(name, event, { openid: 'o-bench' })
    const took = performance.now() - started
    if (answer.error) throw new Error(`${name}: ${answer.error}`)
    return took
  } finally {
    await cloud.stop()
  }
}

async function coldStarts(): Promise<Figure[]> {
  const figures: Figure[] = []
  const goals = { study: 1.15, api: 1.25 } as const
  const calls = {
    study: { path: 'exam.result', type: 'query', input: { attemptId: 'nobody' } },
    api: { path: 'account.me', type: 'query' },
  }
  for (const name of ['study', 'api'] as const) {
    const { ours, floor } = await inTurn(
      COLD_ROUNDS,
      () => firstAnswer('dist/cloudfunctions', name, calls[name]),
      () => firstAnswer('dist/bench-functions', 'sdk-only', {}),
    )
    figures.push({
      name: `first answer of a cold ${name}`,
      unit: 'ms',
      ours,
      floor,
      goal: `≤ ${goals[name]} ×`,
      met: ours / floor <= goals[name],
    })
  }
  return figures
}

async function shownAfter(
  browser: Browser,
  server: PhoneServer,
  o: { openid: string; text: string },
): Promise<number> {
  const started = performance.now()
  const phone = await openPhone({ browser, server, openid: o.openid })
  await phone.see(o.text)
  const took = performance.now() - started
  await phone.close()
  return took
}

async function firstScreen(): Promise<Figure> {
  const world = await openWorld({
    dataDir: path.resolve('.local/bench-data'),
    begins: 'fresh',
    onProgress: () => undefined,
  })
  const empty = await servePhone({ dist: path.resolve('dist/bench-empty'), cloudOrigin: world.cloud.origin })
  const { browser, close } = await launchBrowser()
  const { openid } = world.seed.personas.almost
  try {
    const { ours, floor } = await inTurn(
      ROUNDS,
      () => shownAfter(browser, world.phones, { openid, text: '还差' }),
      () => shownAfter(browser, empty, { openid, text: '空' }),
    )
    return {
      name: 'home with its data, from opening',
      unit: 'ms',
      ours,
      floor,
      goal: '≤ 2 ×',
      met: ours / floor <= 2,
    }
  } finally {
    await close()
    await empty.stop()
    await world.stop()
  }
}

void main()
