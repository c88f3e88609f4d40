// A cloud that writes as fast as it can and says each acknowledged id on its standard output, until it is killed.
import { startCloud } from '../../../local/cloud'
import { COLLECTIONS } from './environment'

async function main(): Promise<void> {
  const [dataDir = '', round = '0'] = process.argv.slice(2)
  const cloud = await startCloud({ dataDir, functionsDir: dataDir, collections: COLLECTIONS })
  const write = async (lane: number): Promise<void> => {
    for (let n = 0; ; n += 1) {
      const id = `${round}-${lane}-${n}`
      const body = {
        action: 'database.insertDocument',
        collectionName: 'contract-items',
        data: [JSON.stringify({ _id: id, owner: 'k', rank: n, filler: 'x'.repeat(300) })],
      }
      const answer = await fetch(`${cloud.origin}/admin`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const { code } = (await answer.json()) as { code?: string }
      if (code) throw new Error(code)
      process.stdout.write(`${id}\n`)
    }
  }
  await Promise.all([0, 1, 2, 3].map(write))
}

void main()
