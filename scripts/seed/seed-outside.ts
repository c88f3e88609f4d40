import { sm2 } from 'sm-crypto-v2'
import { people } from '../../demo'
import { idNumberOf } from '../../demo/content/id-number-of'
import { type SentBatch, type SentRow, signedTextOf } from '../../domain/outside/batch'
import type { Context } from '../../server/kernel/context'
import { holderOf } from '../../server/kernel/holder'
import { receiveBatch } from '../../server/outside/receive-batch'
import { regionInScope } from '../../server/outside/region-in-scope'
import { setKey } from '../../server/outside/set-key'
import { workBatches } from '../../server/outside/work-batches'

const PROVIDER = 'ta-yxlearning'
const STAFF = 'shandong-bureau'
const COLLEAGUE = 'shandong-reviewer'

/**
 * A platform of the city has sent July, so that staff find rows to reconcile: accepted ones, unreadable ones,
 * and one of a person who has not registered yet. It is signed and received like any batch; the demo keeps no
 * key to sign another.
 */
export async function seedOutside(ctx: Context): Promise<void> {
  const batch: SentBatch = {
    format: 1,
    providerId: PROVIDER,
    region: 'shandong',
    month: '2022-07',
    sequence: 1,
    rows: rowsOfJuly(),
  }
  if (await ctx.store.get('outside-batches', `${PROVIDER}:2022-07:1`)) return
  const openid = people.find(({ id }) => id === STAFF)?.openid ?? ''
  const binding = await ctx.store.get('bindings', openid)
  const person = binding ? await ctx.store.get('persons', binding.personId) : null
  if (!person) throw new Error(`${STAFF} did not register`)
  const scope = await regionInScope(ctx.store, holderOf(person, 'read-outside', ctx))
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  await setKey(ctx, scope, { providerId: PROVIDER, publicKeyHex: publicKey })
  const provider = await ctx.store.get('outside-providers', PROVIDER)
  const signature = sm2.doSignature(signedTextOf(batch), privateKey, { hash: true, publicKey })
  await receiveBatch(ctx, { batch, keyId: provider?.keys.length ?? 1, signature })
  await workBatches(ctx)
}

function rowsOfJuly(): SentRow[] {
  const { name = '', idNumber = '' } = people.find(({ id }) => id === COLLEAGUE) ?? {}
  const colleague = { name, idNumber }
  const stranger = { name: '闵秋实', idNumber: idNumberOf('19910203', '615') }
  const course = { category: 'professional', hours: '16', completedOn: '2022-07-18', examPassed: true }
  return [
    { ...colleague, ...course, rowId: '0001', courseCode: 'ZY-2207', courseTitle: '设施蔬菜病虫害绿色防控' },
    {
      ...colleague,
      ...course,
      rowId: '0002',
      courseCode: 'GX-2201',
      courseTitle: '人文素养与职业道德',
      category: 'public',
      hours: '8',
    },
    {
      ...colleague,
      ...course,
      rowId: '0003',
      courseCode: 'ZY-2209',
      courseTitle: '土壤检测技术',
      examPassed: false,
    },
    { ...stranger, ...course, rowId: '0004', courseCode: 'ZY-2207', courseTitle: '设施蔬菜病虫害绿色防控' },
    {
      ...stranger,
      ...course,
      rowId: '0005',
      courseCode: 'GX-2201',
      courseTitle: '人文素养与职业道德',
      hours: '八',
    },
  ]
}
