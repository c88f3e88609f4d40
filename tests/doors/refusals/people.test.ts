import { checkCharacterOf, type IdNumber } from '../../../domain/identity/id-number'
import { plusDays } from '../../../domain/kernel/instant'
import { foundRegion } from '../../../server/bodies/found-region'
import { CONSENT_VERSION, consent } from '../../../server/people/consent'
import { contest } from '../../../server/people/contest'
import type { EntryTokenDocument } from '../../../server/people/documents'
import { enter } from '../../../server/people/enter'
import { hashesOfNumber } from '../../../server/people/number-hashes'
import { phone } from '../../../server/people/phone'
import { newToken } from '../../../server/people/read-token'
import { type Registration, register } from '../../../server/people/register'
import { revealIdNumber } from '../../../server/people/reveal-id-number'
import { sayTitle } from '../../../server/people/say-title'
import { DOCTOR } from '../../harness/said-title'
import type { World } from '../matrix/world'
import { idNumberOf } from '../town'
import { type Provocation, provokesEach } from './provoke'
import { GONE, impostor, spent, takeNumber } from './situations'

const NUMBER = idNumberOf('19890807', '123')
const WITHOUT_AREA = '00010119890807123'

/** Numbers as they are typed, each with one fault. */
const FAULTY = {
  ID_NUMBER_AREA: WITHOUT_AREA + checkCharacterOf(WITHOUT_AREA),
  ID_NUMBER_CHECKSUM: NUMBER.slice(0, -1) + (NUMBER.endsWith('0') ? '1' : '0'),
  ID_NUMBER_DATE: idNumberOf('19890230', '123'),
  ID_NUMBER_MALFORMED: '12345',
}

/** A caller without a person, who agreed and gave a phone number. */
async function agreed(world: World, openid = world.next('o-agreed')): Promise<string> {
  await world.calls(openid).account.consent({ version: CONSENT_VERSION })
  await world.calls(openid).account.phone({ code: world.cloud.phoneCodes.issue('13800009999') })
  return openid
}

const registers = (world: World, openid: string, change: Partial<Registration> = {}) =>
  world.calls(openid).account.register({
    ...{ name: '孟浩然', idNumber: NUMBER, unitId: 'station' },
    ...{ consentVersion: CONSENT_VERSION, channel: 'search', ...change },
  })

const registersWith =
  (change: Partial<Registration>): Provocation =>
  async (world) =>
    registers(world, await agreed(world), change)

/** Something was learned in that person's name. */
const enrolled = (world: World, personId: string) =>
  world.store.insert('enrolments', {
    ...{ _id: `${personId}:course`, personId, courseId: 'course', courseTitle: '课程', targetYear: 2022 },
    exam: { attempts: 0, openAttemptId: null, nextAt: null, bestScorePercent: null, passed: false },
    ...{ lectures: {}, startedAt: world.now, makeUpConfirmedAt: null },
  })

const contests = (world: World, change: { name?: string; idNumber?: string }, openid = 'o-newcomer') =>
  world
    .calls(openid)
    .account.contest({ name: '孟浩然', idNumber: NUMBER, statement: '这是我本人', ...change })

/** A unit's code, changed, as the token that stands in it. */
async function token(world: World, change: Partial<EntryTokenDocument> = {}): Promise<string> {
  const { _id } = await world.store.insert('entry-tokens', {
    ...{ _id: newToken('unit', world.as('')), kind: 'unit', unitId: 'station', courseId: null },
    ...{ expiresAt: world.now, singleUse: true, usedBy: 'o-another', ...change },
  })
  return _id
}

/** Codes by which nobody enters or registers any more. */
const CODES = {
  expired: (world: World) => token(world),
  foreign: async () => 'coupon',
  unknown: async (world: World) => newToken('unit', world.as('')),
  used: (world: World) => token(world, { expiresAt: plusDays(world.now, 1) }),
}

const entersWith =
  (code: keyof typeof CODES): Provocation =>
  async (world) => {
    const entry = { channel: 'unit-code', scene: 1047, token: await CODES[code](world) } as const
    return world.calls('o-newcomer').account.enter(entry)
  }

const registersWithCode =
  (code: keyof typeof CODES): Provocation =>
  async (world) =>
    registers(world, await agreed(world), { token: await CODES[code](world) })

/** The founding code of a region that nobody reviews for yet, and its first body. */
async function founding(world: World): Promise<{ code: string; orgId: string }> {
  const given = { region: 'qinghai', name: '演示省人力资源和社会保障厅', areaCode: '990000' } as const
  const founded = await foundRegion(world.as(''), given)
  const { orgId = '' } = (await world.store.get('foundings', given.region)) ?? {}
  return { code: 'code' in founded ? founded.code : '', orgId }
}

const scans = (world: World, openid: string, code: string) =>
  world.calls(openid).account.enter({ channel: 'unit-code', scene: 1047, token: code })

provokesEach(
  {
    consent: {
      CONSENT_MISSING: (world) => world.calls('o-newcomer').account.consent({ version: '2001-01' }),
    },
    phone: {
      PHONE_CODE_INVALID: (world) => world.calls('o-newcomer').account.phone({ code: 'never-issued' }),
      PHONE_CODE_USED: async (world) => {
        const code = world.cloud.phoneCodes.issue('13800009999')
        await world.calls('o-first').account.phone({ code })
        return world.calls('o-second').account.phone({ code })
      },
      TOO_OFTEN: async (world) => {
        await spent(world, 'phone-code', 'o-hurried')
        return world.calls('o-hurried').account.phone({ code: 'another' })
      },
    },
    enter: {
      ID_NUMBER_TAKEN: async (world) => {
        const { code, orgId } = await founding(world)
        const { openid } = await impostor(world, orgId)
        return scans(world, openid, code)
      },
      REGISTERED_ELSEWHERE: async (world) => scans(world, 'o-trainee', (await founding(world)).code),
      TOKEN_EXPIRED: entersWith('expired'),
      TOKEN_FOREIGN: entersWith('foreign'),
      TOKEN_UNKNOWN: entersWith('unknown'),
      TOKEN_USED: entersWith('used'),
    },
    register: {
      ALREADY_REGISTERED: async (world) => registers(world, await agreed(world, 'o-trainee')),
      CONSENT_MISSING: (world) => registers(world, 'o-newcomer'),
      ID_NUMBER_AREA: registersWith({ idNumber: FAULTY.ID_NUMBER_AREA }),
      ID_NUMBER_CHECKSUM: registersWith({ idNumber: FAULTY.ID_NUMBER_CHECKSUM }),
      ID_NUMBER_DATE: registersWith({ idNumber: FAULTY.ID_NUMBER_DATE }),
      ID_NUMBER_MALFORMED: registersWith({ idNumber: FAULTY.ID_NUMBER_MALFORMED }),
      ID_NUMBER_TAKEN: async (world) => {
        const idNumber = idNumberOf('19890809', '301')
        await takeNumber(world, hashesOfNumber(idNumber as IdNumber, world.as('').ports.secrets)[0])
        const { code } = await founding(world)
        return registers(world, await agreed(world), { idNumber, token: code })
      },
      ID_NUMBER_UNDER_AGE: registersWith({ idNumber: idNumberOf('20120807', '123') }),
      IDENTITY_FIXED: async (world) => {
        const openid = await agreed(world)
        const { person } = await registers(world, openid, { idNumber: idNumberOf('19890808', '201') })
        await enrolled(world, person.id)
        return registers(world, openid, { name: '李太白', idNumber: idNumberOf('19890808', '203') })
      },
      NAME_MALFORMED: registersWith({ name: '孟3' }),
      NAME_UNREADABLE: registersWith({ name: '孟\ue000' }),
      ORG_NOT_VERIFIED: async (world) =>
        registers(world, await agreed(world), { unitId: await world.waitingBody('unit', 'water') }),
      PHONE_MISSING: async (world) => {
        await world.calls('o-unreachable').account.consent({ version: CONSENT_VERSION })
        return registers(world, 'o-unreachable')
      },
      REGISTERED_ELSEWHERE: async (world) => {
        const { openid } = await world.person('station', { binding: 'claimed' })
        return registers(world, await agreed(world, openid), { token: (await founding(world)).code })
      },
      TOKEN_EXPIRED: registersWithCode('expired'),
      TOKEN_FOREIGN: registersWithCode('foreign'),
      TOKEN_UNKNOWN: registersWithCode('unknown'),
      TOKEN_USED: registersWithCode('used'),
      TOO_OFTEN: async (world) => {
        const openid = await agreed(world)
        await spent(world, 'register', openid)
        return registers(world, openid)
      },
      UNIT_UNKNOWN: registersWith({ unitId: GONE }),
    },
    contest: {
      ALREADY_REGISTERED: (world) => contests(world, {}, 'o-trainee'),
      ID_NUMBER_AREA: (world) => contests(world, { idNumber: FAULTY.ID_NUMBER_AREA }),
      ID_NUMBER_CHECKSUM: (world) => contests(world, { idNumber: FAULTY.ID_NUMBER_CHECKSUM }),
      ID_NUMBER_DATE: (world) => contests(world, { idNumber: FAULTY.ID_NUMBER_DATE }),
      ID_NUMBER_MALFORMED: (world) => contests(world, { idNumber: FAULTY.ID_NUMBER_MALFORMED }),
      NAME_MALFORMED: (world) => contests(world, { name: '孟3' }),
      NAME_UNREADABLE: (world) => contests(world, { name: '孟\ue000' }),
      TOO_OFTEN: async (world) => {
        await spent(world, 'contest', 'o-quarrelsome')
        return contests(world, {}, 'o-quarrelsome')
      },
    },
    sayTitle: {
      INPUT_INVALID: (world) =>
        world.calls('o-trainee').account.sayTitle({
          ...{ actId: world.next('act'), held: { ...DOCTOR, obtainedYear: 2099 } },
        }),
      TOO_OFTEN: async (world) => {
        const { openid } = await world.person('station')
        await spent(world, 'say-title', openid)
        return world.calls(openid).account.sayTitle({ actId: world.next('act'), held: null })
      },
    },
    revealIdNumber: {
      OUT_OF_SCOPE: (world) =>
        world.calls('o-unit-reviewer').account.revealIdNumber({
          ...{ personId: 'p-survey', reason: '核对身份', readingId: world.next('r') },
        }),
      TOO_OFTEN: async (world) => {
        await spent(world, 'read-number', 'unit-reviewer')
        return world.calls('o-unit-reviewer').account.revealIdNumber({
          ...{ personId: 'p-station', reason: '核对身份', readingId: world.next('r') },
        })
      },
    },
  },
  { consent, phone, enter, register, contest, sayTitle, revealIdNumber },
)
