// A cloud that writes as fast as it can, and prints each acknowledged write, until it is killed.
import { startCloud } from '../../../local/cloud'
import { COLLECTIONS } from './environment'
import { increment, insertion, send, type WireAnswer } from './wire'

async function main(): Promise<void> {
  const [dataDir = '', round = '0'] = process.argv.slice(2)
  const cloud = await startCloud({ dataDir, functionsDir: dataDir, collections: COLLECTIONS })
  const sent = async (message: object): Promise<WireAnswer> => {
    const answer = await send(cloud, message)
    if (answer.code) throw new Error(`${answer.code} ${answer.message}`)
    return answer
  }
  const acknowledge = (text: string) => process.stdout.write(`${text}\n`)
  const filler = 'x'.repeat(300)
  const owner = `life-${round}`

  /** New documents: `+id`. */
  const inserting = async (lane: string): Promise<void> => {
    for (let n = 0; ; n += 1) {
      const id = `${round}-${lane}-${n}`
      await sent(insertion({ _id: id, owner, rank: n, filler }))
      acknowledge(`+${id}`)
    }
  }

  /** One document counted up: `=id:count`. */
  const counting = async (): Promise<void> => {
    const id = `${round}-count`
    await sent(insertion({ _id: id, owner, rank: 0, filler }))
    for (let count = 1; ; count += 1) {
      await sent(increment(id))
      acknowledge(`=${id}:${count}`)
    }
  }

  /** Two documents in one transaction: `&first,second`. */
  const pairing = async (): Promise<void> => {
    for (let n = 0; ; n += 1) {
      const [first, second] = [`${round}-left-${n}`, `${round}-right-${n}`]
      const { transactionId } = await sent({ action: 'database.startTransaction' })
      await sent(insertion({ _id: first, owner, rank: n, filler }, transactionId))
      await sent(insertion({ _id: second, owner, rank: n, filler }, transactionId))
      await sent({ action: 'database.commitTransaction', transactionId })
      acknowledge(`&${first},${second}`)
    }
  }

  await Promise.all([inserting('one'), inserting('other'), counting(), pairing()])
}

void main()
