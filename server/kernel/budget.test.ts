import { instant, plusDays, plusSeconds } from '../../domain/kernel/instant'
import { anyKeys } from '../../scripts/any-keys'
import { A_CALL } from '../../tests/harness/a-call'
import { memoryStore } from '../../tests/simulation/memory-store'
import { dropSpent, type Spending, spend, spendIn } from './budget'
import { configFrom } from './config'
import type { Context } from './context'
import { OUR_LIMITS } from './our-limits'
import { Refused } from './refused'

const EVENING = instant(Date.parse('2022-08-15T23:59:00+08:00'))
const MIDNIGHT = Date.parse('2022-08-16T00:00:00+08:00')
const { most } = OUR_LIMITS['phone-code']

const world = (): Pick<Context, 'store' | 'ports' | 'now' | 'call'> & {
  store: ReturnType<typeof memoryStore>
} => {
  const { secrets } = configFrom(anyKeys())
  const ports = { secrets } as Context['ports']
  return { call: A_CALL, store: memoryStore(), ports, now: EVENING }
}

const refusedWith = async (work: Promise<unknown>): Promise<object | null> => {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

const codes = (key: string, weight = 1): Spending => ({ limit: 'phone-code', key, weight })

test('so many in a window and no more; the refusal says when the next one begins', async () => {
  const ctx = world()
  for (let n = 0; n < most; n += 1) await spend(ctx, codes('o-one'))
  expect(await refusedWith(spend(ctx, codes('o-one')))).toEqual({
    code: 'TOO_OFTEN',
    details: { againAt: MIDNIGHT },
  })
  expect(await refusedWith(spend(ctx, codes('o-two')))).toBeNull()
  expect(await refusedWith(spend({ ...ctx, now: instant(MIDNIGHT) }, codes('o-one')))).toBeNull()
})

test('of several limits all or none are spent', async () => {
  const ctx = world()
  await spend(ctx, codes('full', most))
  await refusedWith(spend(ctx, codes('other'), codes('full')))
  expect(await refusedWith(spend(ctx, codes('other', most)))).toBeNull()
})

test('callers at the same moment do not spend more together', async () => {
  const ctx = world()
  const all = await Promise.all(Array.from({ length: most + 5 }, () => refusedWith(spend(ctx, codes('o')))))
  expect(all.filter((refusal) => refusal === null).length).toBeLessThanOrEqual(most)
})

test('a transaction that is refused spends nothing', async () => {
  const ctx = world()
  const failing = ctx.store.transact(async (tx) => {
    await spendIn(tx, ctx, codes('o', most))
    throw new Error('refused afterwards')
  })
  await expect(failing).rejects.toThrow('refused afterwards')
  expect(await refusedWith(spend(ctx, codes('o')))).toBeNull()
})

test('the key is not readable in what is kept, which ends with its window', async () => {
  const ctx = world()
  await spend(ctx, codes('o-readable'), { limit: 'new-body', key: 'o-readable' })
  expect(JSON.stringify(ctx.store.all('budgets'))).not.toContain('o-readable')
  expect(await dropSpent({ ...ctx, now: plusSeconds(EVENING, 30) })).toEqual({ dropped: 0 })
  expect(await dropSpent({ ...ctx, now: plusDays(EVENING, 1) })).toEqual({ dropped: 1 })
  expect(await dropSpent({ ...ctx, now: plusDays(EVENING, 8) })).toEqual({ dropped: 1 })
})
