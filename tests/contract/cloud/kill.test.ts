// The process is killed without warning, twenty times, in the middle of writes: nothing acknowledged may be missing.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { type LocalCloud, startCloud } from '../../../local/cloud'
import { COLLECTIONS } from './environment'
import { listOf, reading, send } from './wire'

const KILLS = 20
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

async function rankOf(cloud: LocalCloud, id: string): Promise<number | null> {
  const [text] = listOf(await send(cloud, reading(id)))
  if (text === undefined) return null
  return Number((JSON.parse(text) as { rank: { $numberInt: string } }).rank.$numberInt)
}

/** The acknowledged writes that are missing. */
async function missingOf(cloud: LocalCloud, acknowledged: readonly string[]): Promise<string[]> {
  const missing: string[] = []
  const counts = new Map<string, number>()
  for (const line of acknowledged) {
    const [first = '', rest = ''] = [line.slice(0, 1), line.slice(1)]
    if (first === '=') {
      const [id = '', count] = rest.split(':')
      counts.set(id, Number(count))
      continue
    }
    for (const id of rest.split(',')) if ((await rankOf(cloud, id)) === null) missing.push(line)
  }
  for (const [id, count] of counts)
    if (((await rankOf(cloud, id)) ?? -1) < count) missing.push(`=${id}:${count}`)
  return missing
}

/** A transaction that was not acknowledged may be there, but then whole. */
async function halfPairsOf(cloud: LocalCloud, round: number, acknowledgedPairs: number): Promise<number[]> {
  const half: number[] = []
  for (let n = 0; n <= acknowledgedPairs + 1; n += 1) {
    const left = await rankOf(cloud, `${round}-left-${n}`)
    const right = await rankOf(cloud, `${round}-right-${n}`)
    if ((left === null) !== (right === null)) half.push(n)
  }
  return half
}

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
      expect(await missingOf(cloud, round === KILLS - 1 ? everything : acknowledged)).toEqual([])
      expect(await halfPairsOf(cloud, round, pairs)).toEqual([])
    } finally {
      await cloud.stop()
    }
  }
  expect(acknowledgedInAll).toBeGreaterThanOrEqual(KILLS * ACKNOWLEDGED_BEFORE_KILL)
})
