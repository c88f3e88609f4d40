import { type Classroom, startClassroom } from '../../../tests/harness/classroom'
import { outboxEvent } from '../../kernel/acts'
import type { Context } from '../../kernel/context'
import type { Message } from '../../kernel/ports/port'
import { deliverOutbox } from './deliver-outbox'

let room: Classroom
let stop: () => Promise<void>
beforeAll(async () => {
  ;({ room, stop } = await startClassroom())
})
afterAll(() => stop())

/** The clock's door, with a messenger that keeps each message it was given. */
function postman(refuses = false): { ctx: Context; sent: Message[] } {
  const sent: Message[] = []
  const ctx = room.context()
  const send = async (message: Message): Promise<void> => {
    if (refuses) throw new Error('43101: the person does not take messages')
    sent.push(message)
  }
  return { ctx: { ...ctx, ports: { ...ctx.ports, messages: { send } } }, sent }
}

const happened = (id: string, kind: string, payload: Record<string, string>) =>
  room.store.insert('outbox', outboxEvent({ id, kind, payload }, room.context()))

test('what was passed is told once, however many runs meet', async () => {
  for (let n = 0; n < 5; n += 1)
    await happened(`passed-${n}`, 'exam-closed', { personId: 'p-a', passed: 'true' })
  await happened('failed', 'exam-closed', { personId: 'p-a', passed: 'false' })
  await happened('unknown', 'something-else', { personId: 'p-a' })
  await happened('nobody', 'exam-closed', { personId: 'p-gone', passed: 'true' })
  const { ctx, sent } = postman()
  const runs = await Promise.all([deliverOutbox(ctx), deliverOutbox(ctx), deliverOutbox(ctx)])
  expect(runs.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(8)
  expect(sent).toHaveLength(5)
  expect(sent[0]).toMatchObject({ openid: 'o-a', template: 'exam-passed', data: { phrase1: '合格' } })
  expect(await deliverOutbox(ctx)).toEqual({ delivered: 0 })
})

test('somebody who takes no messages stands in nobody’s way', async () => {
  await happened('refused', 'exam-closed', { personId: 'p-a', passed: 'true' })
  const silenced = jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  expect(await deliverOutbox(postman(true).ctx)).toEqual({ delivered: 1 })
  silenced.mockRestore()
  expect(await room.store.get('outbox', 'refused')).toMatchObject({ state: 'done' })
})
