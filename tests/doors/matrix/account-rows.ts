import { CONSENT_VERSION } from '../../../server/people/consent'
import { DOCTOR } from '../../harness/said-title'
import { idNumberOf } from '../town'
import { contestRows } from './contest-rows'
import { anybody, having, type Rows, registered, WITHIN } from './row'

export const accountRows: Rows = {
  'account.enter': { input: () => ({ channel: 'search', scene: 1001 }), answers: anybody() },
  'account.me': { answers: registered() },
  'account.searchUnits': { input: () => ({ text: '演示' }), answers: anybody() },
  'account.consent': { input: () => ({ version: CONSENT_VERSION }), answers: anybody() },
  'account.phone': {
    input: (_, world) => ({ code: world.cloud.phoneCodes.issue('13800009999') }),
    answers: anybody(),
  },
  // A verified person keeps the unit they have: only another unit's confirmation changes it.
  'account.register': {
    input: ({ unit }, world) => ({
      name: '孟浩然',
      // Another number each time: one and the same is registered with some times a day.
      idNumber: idNumberOf('19890807', world.next('').slice(-3).replace('-', '').padStart(3, '1')),
      unitId: unit,
      consentVersion: CONSENT_VERSION,
      channel: 'search',
    }),
    answers: { ...anybody('ALREADY_REGISTERED'), nobody: 'CONSENT_MISSING' },
  },
  'account.contest': {
    input: () => ({ name: '孟浩然', idNumber: idNumberOf('19890807', '123'), statement: '这是我本人' }),
    // A verified account is one person, and cannot say that it is another.
    answers: { ...anybody('ALREADY_REGISTERED'), nobody: 'ok' },
  },
  'account.myContest': { answers: anybody() },
  ...contestRows,
  'policy.show': { input: () => ({ year: 2022, region: 'shandong' }), answers: anybody() },
  'policy.makeUp': { answers: registered() },
  'account.revealIdNumber': {
    input: ({ personId }, world) => ({ personId, reason: '核对身份', readingId: world.next('r') }),
    names: ['personId'],
    answers: having('reveal-id-number', WITHIN),
  },
  'account.titles': { answers: registered() },
  'account.sayTitle': {
    input: (_, world) => ({ actId: world.next('act'), held: DOCTOR }),
    answers: registered(),
  },
  'account.exportMine': { input: () => ({}), answers: registered() },
  'account.erasure': { answers: registered() },
  'account.erase': { input: () => ({ confirm: '注销' }), answers: registered() },
  'account.withdrawErasure': { answers: registered() },
}
