import { hoursOf } from '../../domain/kernel/hours'
import { ACTS, type ActPayloads, type EventKind } from '../kernel/acts'
import { FOLLOWS, LOG_WORDS, ROLE_WORDS } from './act-words'
import type { Told } from './inbox/told'

type Payload = NonNullable<ActPayloads[EventKind]>
type Every<Union> = (Union extends unknown ? (payload: Union) => void : never) extends (
  every: infer All,
) => void
  ? All
  : never

/** A value of every field that an event can carry: one that is new does not compile before it is here, too. */
const EVERY_FIELD: Every<Payload> = {
  ...{ personId: 'p1', byName: '李想', role: 'unit-reviewer', level: 'unit' },
  ...{ orgId: 'o1', orgName: '演示市人社局', nextOrgId: '', unitId: 'u1', unitName: '演示单位' },
  ...{ claimId: 'c1', contestId: 'k1', voidingId: 'v1', entryId: 'e1', attemptId: 'a1', caseId: 'k1' },
  ...{ batchId: 'b1', rowId: 'r1', certificate: '', clauseId: 'SX22-16' },
  ...{ title: '很长很长的培训班名称'.repeat(4), hours: hoursOf(6.5), year: 2022 },
  ...{ note: '请补一张盖章的培训证明，并写明每天的内容', reason: '证书不实' },
  ...{ dueOn: '2022年9月8日', lapsesOn: '2024年9月8日', credited: true, verified: true, passed: true },
}
/** The same where all was decided the other way, and nothing is said of why. */
const OTHERWISE: Every<Payload> = {
  ...EVERY_FIELD,
  ...{ level: 'above', title: '', note: '', credited: false, verified: false, passed: false },
}

const KINDS = Object.keys(FOLLOWS) as EventKind[]
const toldOf = (kind: EventKind, payload: Every<Payload>): Told | null => FOLLOWS[kind].inbox(payload, '课时')

test('the log speaks Chinese of every act and every role', () => {
  for (const words of [...Object.values(LOG_WORDS), ...Object.values(ROLE_WORDS)])
    expect(words).toMatch(/^(?!.*学时)[\p{Script=Han}、]+$/u)
})

test('each act has its words where it is kept, and nowhere else', () => {
  const kept = (how: string) =>
    Object.entries(ACTS).flatMap(([kind, act]) => (act.kept === how || act.kept === 'both' ? [kind] : []))
  expect(Object.keys(LOG_WORDS).sort()).toEqual(kept('line').sort())
  expect(Object.keys(FOLLOWS).sort()).toEqual(kept('event').sort())
})

test.each(KINDS)('%s: the inbox speaks Chinese, and calls an hour as the region does', (kind) => {
  for (const told of [EVERY_FIELD, OTHERWISE].map((payload) => toldOf(kind, payload))) {
    if (!told) continue
    expect(`${told.title}${told.text}`).not.toMatch(/[A-Za-z]|undefined|学时/)
    for (const value of Object.values(told.subscription?.data ?? {}))
      expect(value.length).toBeLessThanOrEqual(20)
  }
})
