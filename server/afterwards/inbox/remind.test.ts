import { type Day, instant, plusMs, startOfDay } from '../../../domain/kernel/instant'
import { type Ledger, postingOf, startLedger } from '../../../tests/harness/ledger'
import { postHours } from '../../books/hours/post-hours'
import type { Context } from '../../kernel/context'
import { packs } from '../../kernel/packs'
import { accept } from '../../kernel/refused'
import { listInbox } from './list-inbox'
import { remind } from './remind'

const NOON_MS = 12 * 3_600_000

let ledger: Ledger
beforeAll(async () => {
  ledger = await startLedger()
  ledger.ctx.ports.messages.send = async () => undefined
})
afterAll(() => ledger.stop())

const at = (on: string): Context => ({ ...ledger.ctx, now: instant(plusMs(startOfDay(on as Day), NOON_MS)) })

async function remindAll(ctx: Context): Promise<void> {
  for (let more = -1; more !== 0; ) more = (await remind(ctx)).reminded
}

const textsOf = async (ctx: Context, id: string): Promise<string[]> => {
  const person = await ledger.store.get('persons', id)
  if (!person) throw new Error(`${id} is nobody`)
  return (await listInbox(ctx, person, undefined)).messages.map(({ text }) => text)
}

/** Eight hours of a year that can be made up for. */
async function begin(id: string, targetYear: number): Promise<void> {
  const person = await ledger.person(id)
  const pack = accept(packs.standardOf('shaanxi', targetYear))
  await ledger.store.transact((tx) => postHours(tx, { ...postingOf(person, [id, 8]), targetYear, pack }))
}

test('of a past year only those are reminded who began it; of this year everybody is', async () => {
  await begin('began-2021', 2021)
  await ledger.person('began-nothing')
  const september = at('2022-09-29')
  await remindAll(september)
  expect(await textsOf(september, 'began-2021')).toEqual([expect.stringMatching(/^2021 年还差/)])
  expect(await textsOf(september, 'began-nothing')).toEqual([])

  const december = at('2022-12-30')
  await remindAll(december)
  for (const id of ['began-2021', 'began-nothing'])
    expect(await textsOf(december, id)).toContainEqual(expect.stringMatching(/^2022 年还差/))
})

test('an account without a WeChat is told nothing', async () => {
  const left = await ledger.person('left')
  await ledger.store.replace('persons', { ...left, openid: '' })
  const ctx = at('2022-12-24')
  await remindAll(ctx)
  expect(await textsOf(ctx, 'left')).toEqual([])
})
