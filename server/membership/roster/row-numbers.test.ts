import { anyKeys } from '../../../scripts/any-keys'
import { memoryStore } from '../../../tests/simulation/memory-store'
import { configFrom } from '../../kernel/config'
import { cloudbasePorts, nodeDice } from '../../kernel/ports/cloudbase'
import { type Sealed, seal } from '../../kernel/ports/sealing'
import { inChunk, numbersOfLines, sealedRows } from './row-numbers'

const ports = cloudbasePorts(configFrom(anyKeys()))
const NUMBERS = [
  { idNumber: '990101198506151234', mobile: '' },
  { idNumber: '990101198506155678', mobile: '13800001234' },
]

const openedFrom = async (numbers: Sealed) => {
  const store = memoryStore()
  await store.insert('roster-chunks', { _id: 'i:0', importId: 'i', rows: [], numbers })
  const lines = [1, 0, 2].map((at) => ({ _id: `unit:${at}`, numbers: { chunkId: 'i:0', at } }))
  return numbersOfLines({ store, ports }, [...lines, { _id: 'unit:none' }])
}

test('a line finds its numbers in its place of the chunk', async () => {
  const sealed = sealedRows({ ports, dice: nodeDice }, 'i:0', NUMBERS)
  expect(await openedFrom(sealed)).toEqual([NUMBERS[1], NUMBERS[0], null, null])
})

test('as well where an earlier program sealed them by name', async () => {
  const sealed = seal(JSON.stringify(NUMBERS), inChunk('i:0'), ports.secrets, nodeDice)
  expect(await openedFrom(sealed)).toEqual([NUMBERS[1], NUMBERS[0], null, null])
})

test('and nowhere where the chunk is gone', async () => {
  const lines = [{ _id: 'unit:1', numbers: { chunkId: 'gone:0', at: 0 } }]
  expect(await numbersOfLines({ store: memoryStore(), ports }, lines)).toEqual([null])
})
