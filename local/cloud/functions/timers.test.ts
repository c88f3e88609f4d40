import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eventually } from '../../../tests/harness/eventually'
import { MovableClock } from '../clock'
import { Timers } from './timers'

const functionsDir = mkdtempSync(path.join(tmpdir(), 'cloud-timers-'))
const START = Date.parse('2022-08-15T10:00:00+08:00')
const HOUR_MS = 3_600_000
let clock: MovableClock
let timers: Timers
let fired: string[]

function declare(name: string, ...crons: string[]): void {
  mkdirSync(path.join(functionsDir, name), { recursive: true })
  writeFileSync(path.join(functionsDir, name, 'index.js'), '')
  const triggers = crons.map((config) => ({ name: `of-${name}`, type: 'timer', config }))
  writeFileSync(path.join(functionsDir, name, 'config.json'), JSON.stringify({ triggers }))
}

async function start(): Promise<void> {
  clock = new MovableClock()
  await clock.set(START)
  fired = []
  timers = new Timers(functionsDir, clock, async (functionName, trigger, dueAt) => {
    fired.push(`${functionName} ${trigger} ${new Date(dueAt).toISOString()}`)
    return functionName === 'failing' ? { error: 'it failed' } : {}
  })
}

beforeEach(() => mkdirSync(functionsDir, { recursive: true }))
afterEach(() => {
  timers?.stop()
  rmSync(functionsDir, { recursive: true, force: true })
})

test('a jump runs what came due once, at its last firing, and says what it skipped', async () => {
  declare('nightly', '0 0 3 * * * *')
  await start()
  await clock.advanceMs(16 * HOUR_MS)
  expect(fired).toEqual([])
  await clock.advanceMs(2 * HOUR_MS)
  expect(fired).toEqual(['nightly of-nightly 2022-08-15T19:00:00.000Z'])
  await clock.advanceMs(10 * 24 * HOUR_MS)
  expect(fired).toHaveLength(2)
  expect(timers.runs.map(({ skipped }) => skipped)).toEqual([0, 9])
})

test('a year of minutes is one run, and the count of what was skipped ends at a thousand', async () => {
  declare('each', '0 * * * * * *')
  await start()
  await clock.advanceMs(365 * 24 * HOUR_MS)
  expect(timers.runs).toMatchObject([{ functionName: 'each', skipped: 1000, error: null }])
})

test('setting the clock forward runs what came due; setting it back runs nothing, and it comes due again', async () => {
  declare('nightly', '0 0 3 * * * *')
  await start()
  await clock.set(START + 24 * HOUR_MS)
  await clock.set(START)
  expect(fired).toHaveLength(1)
  await clock.set(START + 24 * HOUR_MS)
  expect(fired).toHaveLength(2)
})

test('one that fails is said, and does not keep the others from running', async () => {
  declare('failing', '0 0 3 * * * *')
  declare('later', '0 0 3 * * * *')
  await start()
  await clock.advanceMs(24 * HOUR_MS)
  expect(timers.runs.map(({ functionName, error }) => [functionName, error])).toEqual([
    ['failing', 'it failed'],
    ['later', null],
  ])
})

test('time that passes by itself runs them too', async () => {
  declare('each', '* * * * * * *')
  await start()
  await eventually(() => fired[0])
  expect(fired.length).toBeGreaterThanOrEqual(1)
})

test('a second trigger, and a trigger of another kind, are refused by name', async () => {
  declare('two', '0 0 3 * * * *', '0 0 4 * * * *')
  await expect(start()).rejects.toThrow('two has 2 triggers')
  writeFileSync(
    path.join(functionsDir, 'two', 'config.json'),
    JSON.stringify({ triggers: [{ name: 'x', type: 'cos', config: '' }] }),
  )
  await expect(start()).rejects.toThrow('type cos')
})
