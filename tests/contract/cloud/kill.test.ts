// The process is killed without warning, twenty times, in the middle of writes: nothing acknowledged may be missing.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { startCloud } from '../../../local/cloud'
import { COLLECTIONS } from './environment'

const KILLS = 20
const ACKNOWLEDGED_BEFORE_KILL = 40

const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs one life of the cloud; resolves, after it was killed, with the ids it had acknowledged. */
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

test(`${KILLS} kills under writes lose nothing that was acknowledged`, async () => {
  const program = path.join(folder, 'kill-worker.js')
  buildSync({
    entryPoints: [path.join(__dirname, 'kill-worker.ts')],
    bundle: true,
    platform: 'node',
    outfile: program,
    logLevel: 'error',
  })
  const dataDir = path.join(folder, 'data')
  const acknowledged: string[] = []
  for (let round = 0; round < KILLS; round += 1) acknowledged.push(...(await life(program, dataDir, round)))
  const cloud = await startCloud({ dataDir, functionsDir: dataDir, collections: COLLECTIONS })
  try {
    const missing: string[] = []
    for (const id of acknowledged) {
      const body = {
        action: 'database.getDocument',
        collectionName: 'contract-items',
        queryType: 'DOC',
        query: JSON.stringify({ _id: id }),
      }
      const answer = await fetch(`${cloud.origin}/admin`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const { data } = (await answer.json()) as { data: { list: string[] } }
      if (data.list.length === 0) missing.push(id)
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * ACKNOWLEDGED_BEFORE_KILL)
    expect(missing).toEqual([])
  } finally {
    await cloud.stop()
  }
}, 60_000)
