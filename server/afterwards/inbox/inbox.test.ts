import { type Day, instant, startOfDay } from '../../../domain/kernel/instant'
import { OFFICE_TEMPLATES } from '../../../scripts/office-templates'
import { type Ledger, startLedger } from '../../../tests/harness/ledger'
import type { Act } from '../../kernel/acts'
import type { Context } from '../../kernel/context'
import { packs } from '../../kernel/packs'
import type { Message } from '../../kernel/ports/port'
import { record } from '../../kernel/record'
import { deliverOutbox } from '../clock/deliver-outbox'
import { listInbox, markRead } from './list-inbox'
import { remind } from './remind'
import { remindersAt } from './reminder-dates'

const NOON_MS = 12 * 3_600_000
/** The end of a run that lies before its beginning. */
const TIME_IS_OVER = 0

let ledger: Ledger
const sent: Message[] = []
beforeAll(async () => {
  ledger = await startLedger()
  ledger.ctx.ports.messages.send = async (message) => {
    sent.push(message)
  }
})
afterAll(() => ledger.stop())
beforeEach(() => sent.splice(0))

const happened = (act: Act) => ledger.store.transact((tx) => record(tx, ledger.ctx, act))
const at = (on: string): Context => ({ ...ledger.ctx, now: instant(startOfDay(on as Day) + NOON_MS) })

test('an event is one message, read once, and nobody else’s', async () => {
  const person = await ledger.person('told')
  const other = await ledger.person('other')
  const note = '请补一张盖章的培训证明'
  await happened({
    id: 'e1',
    kind: 'claim-returned',
    subject: { of: 'claim', id: 'c' },
    by: { actorId: 'reviewer', role: 'unit-reviewer', scope: 'unit-1' },
    payload: {
      personId: 'told',
      claimId: 'c',
      title: '论文',
      orgId: 'unit-1',
      nextOrgId: '',
      note,
      credited: false,
    },
  })
  await Promise.all([deliverOutbox(ledger.ctx), deliverOutbox(ledger.ctx)])
  const inbox = await listInbox(ledger.ctx, person, undefined)
  expect(inbox).toMatchObject({ unread: 1, messages: [{ title: '申报已退回，请补正', isUnread: true }] })
  expect(inbox.messages[0]?.place).toEqual({ page: 'claim', claimId: 'c' })
  expect(sent).toHaveLength(1)
  const ids = inbox.messages.map(({ id }) => id)
  expect(await markRead(ledger.ctx, other, ids)).toEqual({ unread: 0 })
  expect((await listInbox(ledger.ctx, person, undefined)).unread).toBe(1)
  expect(await markRead(ledger.ctx, person, [...ids, ...ids, 'nothing'])).toEqual({ unread: 0 })
})

test('a message of WeChat that is refused changes nothing in the inbox', async () => {
  const person = await ledger.person('refuses')
  const silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const refusing = {
    ...ledger.ctx,
    ports: {
      ...ledger.ctx.ports,
      messages: {
        templates: OFFICE_TEMPLATES,
        send: async () => {
          throw new Error('43101')
        },
      },
    },
  }
  await happened({
    id: 'e2',
    kind: 'binding-contested',
    subject: { of: 'person', id: 'refuses' },
    by: { actorId: 'reviewer', role: 'unit-reviewer', scope: 'unit-1' },
    payload: { personId: 'refuses' },
  })
  await deliverOutbox(refusing)
  silenced.mockRestore()
  expect(await listInbox(ledger.ctx, person, undefined)).toMatchObject({ unread: 1 })
})

describe('reminders', () => {
  const days = (region: string, on: string): string[] => {
    const pack = packs.windowOf(region, startOfDay(on as Day))
    return pack ? remindersAt(pack, startOfDay(on as Day)).map(({ id, daysLeft }) => `${id} ${daysLeft}`) : []
  }

  test('thirty days before, a week before and the day before; a day missed is made good', () => {
    const study = (on: string) => days('qinghai', on).filter((id) => id.includes(':study:'))
    expect(study('2023-11-19')).toEqual([])
    expect(study('2023-11-20')).toEqual(['qinghai:2023:study:2023-12-20:30 30'])
    expect(study('2023-11-25')).toEqual(['qinghai:2023:study:2023-12-20:30 25'])
    expect(study('2023-12-13')).toEqual(['qinghai:2023:study:2023-12-20:7 7'])
    expect(study('2023-12-19')).toEqual(['qinghai:2023:study:2023-12-20:1 1'])
    expect(study('2023-12-20')).toEqual([])
  })

  test('QH23-21: those who hand in and those who review are told in time of the days of the notice', () => {
    expect(days('qinghai', '2023-12-03')).toEqual(
      expect.arrayContaining([
        'qinghai:2023:submit-claim:2023-12-10:7 7',
        'qinghai:2023:verify-claim:2023-12-20:30 17',
      ]),
    )
    expect(days('qinghai', '2023-12-10').join()).not.toContain('submit-claim:2023-12-10')
    expect(days('qinghai', '2023-12-19')).toContain('qinghai:2023:verify-claim:2023-12-20:1 1')
    expect(days('qinghai', '2023-12-20').join()).not.toContain('verify-claim:2023-12-20')
  })

  test('the closing of a window is told of by its year, to trainees and reviewers', () => {
    const noon = instant(startOfDay('2022-12-24' as Day) + NOON_MS)
    const pack = packs.windowOf('shaanxi', noon)
    expect(pack && remindersAt(pack, noon)).toEqual([
      {
        ...{ id: 'shaanxi:2022:window-2022:2022-12-31:7', label: '2022 年学时截止', day: '2022年12月31日' },
        ...{ daysLeft: 7, year: 2022, isPast: false, concerns: 'both' },
      },
    ])
  })

  test('whoever misses hours is told what, in chunks, once; whoever misses none is not', async () => {
    const behind = await ledger.person('behind')
    await ledger.earn(behind, ['c1', 8])
    const done = await ledger.person('done')
    await ledger.earn(done, ['d1', 56])
    for (const [n, hours] of [12, 10, 2].entries()) {
      await ledger.earn(done, [`p${n}`, hours], { category: 'public', subjectId: `sx22-public-${n + 1}` })
    }
    for (let n = 0; n < 60; n += 1) await ledger.person(`many-${String(n).padStart(2, '0')}`)
    const ctx = at('2022-12-24')
    const first = await remind(ctx, TIME_IS_OVER)
    expect(first.reminded).toBeGreaterThan(0)
    expect(first.reminded).toBeLessThanOrEqual(20)
    let told = first.reminded
    for (let more = -1; more !== 0; told += more) more = (await remind(ctx, TIME_IS_OVER)).reminded
    expect((await remind(ctx)).reminded).toBe(0)
    const { messages } = await listInbox(ctx, behind, undefined)
    expect(messages).toHaveLength(1)
    expect(messages[0]?.text).toMatch(/^2022 年还差 24 .+、48 .+，2022年12月31日前完成。$/)
    expect((await listInbox(ctx, done, undefined)).messages).toHaveLength(0)
    expect(told).toBeGreaterThanOrEqual(61)
  })

  test('a reviewer with a queue is told of it, one with nothing to do is not', async () => {
    const reviewer = await ledger.person('reviewer')
    const roles = [{ role: 'unit-reviewer' as const, orgId: 'unit-1', until: null, grantedBy: '' }]
    await ledger.store.replace('persons', { ...reviewer, roles })
    const idle = await ledger.person('idle')
    await ledger.store.replace('persons', {
      ...idle,
      roles: [{ role: 'unit-reviewer' as const, orgId: 'unit-9', until: null, grantedBy: '' }],
    })
    await ledger.person('waits', 'claimed')
    const ctx = at('2022-12-30')
    for (let more = -1; more !== 0; ) more = (await remind(ctx)).reminded
    const kinds = async (person: typeof reviewer) =>
      (await listInbox(ctx, person, undefined)).messages.map(({ kind, text }) => `${kind} ${text}`)
    expect((await kinds(reviewer)).join()).toContain('1 人等你核对')
    expect((await kinds(idle)).join()).not.toContain('核对')
  })
})
