// The process is killed without warning, again and again, in the middle of writes: nothing acknowledged may be missing.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { type LocalCloud, startCloud } from '../../../local/cloud'
import { COLLECTIONS } from './environment'
import { listOf, query, send } from './wire'

/** Some in the check, many in `npm run soak`. */
const KILLS = process.env.XUESHI_SOAK ? 50 : 8
const ACKNOWLEDGED_BEFORE_KILL = 60

const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** One life of the cloud, until it is killed; resolves with the lines it had said. */
function life(program: string, dataDir: string, round: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, dataDir, String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      if (said.split('\n').length > ACKNOWLEDGED_BEFORE_KILL) child.kill('SIGKILL')
    })
    child.on('exit', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the cloud ended by itself: ${code}`))
      else resolve(said.slice(0, said.lastIndexOf('\n')).split('\n'))
    })
  })
}

const PAGE = 1_000

/** The rank of every document of these lives that is there; each life writes under an owner of its own. */
async function ranksIn(cloud: LocalCloud, lives: number): Promise<ReadonlyMap<string, number>> {
  const ranks = new Map<string, number>()
  for (let round = 0; round < lives; round += 1) {
    const page = listOf(await send(cloud, query({ owner: `life-${round}` }, { limit: PAGE })))
    if (page.length === PAGE) throw new Error('a life wrote more than one page holds')
    for (const text of page) {
      const { _id, rank } = JSON.parse(text) as { _id: string; rank: { $numberInt: string } }
      ranks.set(_id, Number(rank.$numberInt))
    }
  }
  return ranks
}

/** The acknowledged writes that are missing. */
function missingFrom(ranks: ReadonlyMap<string, number>, acknowledged: readonly string[]): string[] {
  const counts = new Map<string, number>()
  const missing = acknowledged.filter((line) => {
    const [first = '', rest = ''] = [line.slice(0, 1), line.slice(1)]
    if (first !== '=') return rest.split(',').some((id) => !ranks.has(id))
    const [id = '', count] = rest.split(':')
    counts.set(id, Number(count))
    return false
  })
  const behind = [...counts].filter(([id, count]) => (ranks.get(id) ?? -1) < count)
  return [...missing, ...behind.map(([id, count]) => `=${id}:${count}`)]
}

/** A transaction that was not acknowledged may be there, but then whole. */
const halfPairsIn = (ranks: ReadonlyMap<string, number>): string[] =>
  [...ranks.keys()].filter((id) => {
    const other = id.includes('-left-') ? id.replace('-left-', '-right-') : id.replace('-right-', '-left-')
    return !ranks.has(other)
  })

test(`${KILLS} kills under writes: after each restart everything acknowledged is there, and no half transaction`, async () => {
  const program = path.join(folder, 'kill-worker.js')
  buildSync({
    entryPoints: [path.join(__dirname, 'kill-worker.ts')],
    bundle: true,
    platform: 'node',
    outfile: program,
    external: ['wx-server-sdk'],
    logLevel: 'error',
  })
  const dataDir = path.join(folder, 'data')
  let acknowledgedInAll = 0
  const everything: string[] = []
  for (let round = 0; round < KILLS; round += 1) {
    const acknowledged = await life(program, dataDir, round)
    acknowledgedInAll += acknowledged.length
    everything.push(...acknowledged)
    const cloud = await startCloud({ dataDir, functionsDir: dataDir, collections: COLLECTIONS })
    try {
      const pairs = acknowledged.filter((line) => line.startsWith('&')).length
      expect(pairs).toBeGreaterThan(0)
      const ranks = await ranksIn(cloud, round + 1)
      expect(missingFrom(ranks, everything)).toEqual([])
      expect(halfPairsIn(ranks)).toEqual([])
    } finally {
      await cloud.stop()
    }
  }
  expect(acknowledgedInAll).toBeGreaterThanOrEqual(KILLS * ACKNOWLEDGED_BEFORE_KILL)
})
