// The vendor's client itself, installed as its lock file says, against the stand-in: what it sends is what is expected there.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { startManager } from '../../local/manager'

const ROOT = path.resolve(__dirname, '../..')

function output(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs')
    const child = spawn(process.execPath, [tsx, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    let [said, failed] = ['', '']
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString()
    })
    child.stderr.on('data', (text: Buffer) => {
      failed += text.toString()
    })
    child.once('error', reject)
    child.once('close', (status) => (status === 0 ? resolve(said) : reject(new Error(failed))))
  })
}

test('signs and sends what the driver asks, and gives back a refusal with its code and number', async () => {
  const standIn = await startManager({ envId: 'env-1a' })
  try {
    const said = await output(['deploy/manager/ask-the-stand-in.fixture.ts', standIn.origin, 'env-1a'])
    expect(JSON.parse(said)).toEqual({
      region: 'ap-shanghai',
      code: ['ResourceInUse.Table', expect.stringMatching(/^request-\d+$/)],
      there: [['persons'], null],
    })
  } finally {
    await standIn.stop()
  }
})
