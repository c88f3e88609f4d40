// Measures the import of 10,000 people, beside the mere reading of their sheet. The store is in memory, and
// the time spent in it is subtracted and stated apart, so that the rest is the import's own work.
import { idNumberOf } from '../../demo/content/id-number-of'
import { instant } from '../../domain/kernel/instant'
import { anyKeys } from '../../scripts/any-keys'
import { newOrganisation } from '../../server/bodies/new-organisation'
import { configFrom } from '../../server/kernel/config'
import type { Context } from '../../server/kernel/context'
import { holderOf } from '../../server/kernel/holder'
import { newCall } from '../../server/kernel/log'
import { packs } from '../../server/kernel/packs'
import { cloudbasePorts, nodeDice } from '../../server/kernel/ports/cloudbase'
import { idiomsOf } from '../../server/kernel/store/idioms'
import type { Store } from '../../server/kernel/store/port'
import { beginImport } from '../../server/membership/roster/begin-import'
import { checkImport } from '../../server/membership/roster/check-import'
import { readRoster } from '../../server/membership/roster/read-roster'
import { confirmImport, stepImport } from '../../server/membership/roster/run-import'
import type { ImportView } from '../../server/membership/roster/views'
import { writeSheet } from '../../server/sheet/write-sheet'
import { personOf } from '../../tests/harness/person-of'
import { memoryStore } from '../../tests/simulation/memory-store'
import { type Figure, inTurn, median } from '../figures'

interface Size {
  people: number
  rounds: number
}
const AS_STATED: Size = { people: 10_000, rounds: 7 }
const NOW = instant(Date.parse('2022-08-15T10:00:00+08:00'))
const TITLES = ['姓名', '身份证号', '手机号', '岗位/职称', '备注']
const HAN = [...'甲乙丙丁戊己庚辛壬癸']

/** A sheet of people read, checked row by row, confirmed and carried out; beside the sheet read alone. */
export async function rosterFigures({ people, rounds }: Size = AS_STATED): Promise<Figure[]> {
  const bytes = await sheetOf(people)
  const storeMs: number[] = []
  const { ours, floor } = await inTurn(
    rounds,
    async () => {
      const clocked = clockedStore()
      const took = await timed(() => bringIn(people, bytes, clocked.store))
      storeMs.push(clocked.spentMs())
      return took - clocked.spentMs()
    },
    () => timed(() => readRoster(bytes)),
  )
  const name = `${people.toLocaleString('en')} people of a sheet brought in, without the store's time, beside reading the sheet`
  const inside = { name: 'the same, inside a store in memory', unit: 'ms', ours: median(storeMs) }
  return [
    { name, unit: 'ms', ours, floor, goal: '≤ 3 ×', met: ours / floor <= 3 },
    { ...inside, floor: null, goal: 'stated', met: true },
  ]
}

/** A store in memory that counts the time spent inside it. */
function clockedStore(): { store: Store; spentMs(): number } {
  let spent = 0
  const clocked =
    <A extends readonly unknown[], R>(call: (...given: A) => R) =>
    (...given: A): R => {
      const started = performance.now()
      const answer = call(...given)
      spent += performance.now() - started
      return answer
    }
  const memory = memoryStore()
  const operations = {
    get: clocked(memory.get),
    insert: clocked(memory.insert),
    replace: clocked(memory.replace),
    remove: clocked(memory.remove),
    // No person is registered, so every query finds nothing.
    query: async () => ({ items: [] }),
  } satisfies Partial<Store>
  // What stands on the operations calls them, and not those of the store within.
  const store = { ...memory, ...operations, ...idiomsOf(operations) } as Store
  return { store, spentMs: () => spent }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function sheetOf(people: number): Promise<Uint8Array> {
  const rows = Array.from({ length: people }, (_, i) => {
    const [thousands, rest] = [Math.floor(i / 1_000), i % 1_000]
    const name = `孟${HAN[thousands] ?? ''}${HAN[rest % 10] ?? ''}`
    return [
      name,
      idNumberOf(`198506${10 + thousands}`, String(rest).padStart(3, '0')),
      '13800001234',
      '教师',
      '',
    ]
  })
  const columns = TITLES.map((title) => ({ title, width: 16 }))
  const { base64 } = await writeSheet('名册.xlsx', { name: '名册', columns, rows })
  return Buffer.from(base64, 'base64')
}

async function bringIn(people: number, bytes: Uint8Array, store: Store): Promise<void> {
  const ctx = await contextOf(bytes, store)
  const grant = { role: 'unit-reviewer', orgId: 'unit', until: null, grantedBy: '' } as const
  const person = await ctx.store.insert(
    'persons',
    personOf('p1', { at: NOW, unitId: 'unit', name: '程守正', roles: [grant] }),
  )
  const keeper = holderOf(person, 'import-roster', ctx)
  const file = { fileId: 'cloud://env.local/incoming/p1/roster', fileName: '名册.xlsx' }
  let view: ImportView = await beginImport(ctx, keeper, file)
  while (view.state === 'checking') view = await checkImport(ctx, person, view.id)
  view = await confirmImport(ctx, keeper, view.id)
  while (view.state === 'running') view = await stepImport(ctx, keeper, view.id)
  if (view.result.created !== people) throw new Error(`${view.result.created} of ${people} were brought in`)
}

async function contextOf(bytes: Uint8Array, store: Store): Promise<Context> {
  const founding = {
    id: 'unit',
    name: '长宁市第一中学',
    kind: 'unit',
    region: 'shaanxi',
    areaCode: '990101',
    parent: null,
  } as const
  await store.insert('organisations', newOrganisation(founding, { state: 'verified', at: NOW }))
  const ports = { ...cloudbasePorts(configFrom(anyKeys())), sampleContent: 'allowed' as const }
  const files = { ...ports.files, read: async () => bytes, remove: async () => undefined }
  return {
    call: newCall('office', 'bench', nodeDice),
    openid: 'o-bench',
    now: NOW,
    dice: nodeDice,
    store,
    packs,
    ports: { ...ports, files },
  }
}
