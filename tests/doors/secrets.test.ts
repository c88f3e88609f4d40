// No function holds a secret for nothing: of each there is a call that goes well with what the function holds, and that
// fails by name where that one is withheld.

import type { AnyDoor } from '../../domain/kernel/doors'
import { plusDays, plusSeconds } from '../../domain/kernel/instant'
import { handleWeb } from '../../server/books/certificate/web'
import { configHere } from '../../server/kernel/config'
import type { Context } from '../../server/kernel/context'
import { callerInLog } from '../../server/kernel/ports/following'
import type { Secrets } from '../../server/kernel/ports/port'
import { VARIABLES, WITHOUT_DEFAULT } from '../../server/kernel/variables'
import { handlePartner } from '../../server/outside/partner-door'
import { workBatches } from '../../server/outside/work-batches'
import { stepJob } from '../../server/oversight/void-job'
import { CONSENT_VERSION } from '../../server/people/consent'
import { api } from '../../server/surface'
import { line, newPartner } from '../harness/partner'
import { plantSecrets } from './fuzz/town'
import { rosterFile } from './matrix/things'
import { placeOf, World } from './matrix/world'
import { idNumberOf } from './town'

type Secret = (typeof WITHOUT_DEFAULT)[number]

let country: World
beforeAll(async () => {
  country = await World.open()
  await plantSecrets(country)
})
afterAll(() => country.close())

/** The secrets of a function, without one of them. */
function heldBy(of: AnyDoor, withheld: Secret | null): Secrets {
  const { secrets } = configHere(of)
  const lacking = (name: Secret) => () => {
    if (name === withheld) throw new Error(`${of} holds no ${name}`)
  }
  const before = <T extends object>(target: T, reads: Partial<Record<keyof T, () => void>>): T =>
    new Proxy(target, {
      get: (from, key) => {
        reads[key as keyof T]?.()
        return from[key as keyof T]
      },
    })
  const signing = before(secrets.signing, {
    privateKeyHex: lacking('XUESHI_SIGN_KEY'),
    current: lacking('XUESHI_SIGN_PUBLIC_KEY'),
  })
  return before(
    new Proxy(secrets, { get: (from, key) => (key === 'signing' ? signing : from[key as keyof Secrets]) }),
    {
      idNumberKeys: lacking('XUESHI_ID_KEYS'),
      indexKeys: lacking('XUESHI_INDEX_KEY'),
      intake: lacking('XUESHI_INTAKE'),
      logKey: lacking('XUESHI_LOG_KEY'),
    },
  )
}

interface Using {
  /** What is called, as who reads the test knows it. */
  what: string
  call(ctx: (openid: string) => Context, world: World): Promise<unknown>
}

const verifiesPhone: Using = {
  what: 'account.phone',
  async call(ctx) {
    const phone = { exchange: async () => '13800000101' }
    const calling = ctx('o-new')
    const { account } = api.createCaller({ ...calling, ports: { ...calling.ports, phone } })
    await account.consent({ version: CONSENT_VERSION })
    await account.phone({ code: 'a-code' })
  },
}

const asksCertificate: Using = {
  what: 'certificate.issue',
  call: (ctx) =>
    api
      .createCaller(ctx('o-trainee'))
      .certificate.issue({ year: 2022 })
      .catch((error: Error) => {
        if (error.message !== 'YEAR_INCOMPLETE') throw error
      }),
}

const bringsRoster: Using = {
  what: 'roster.begin',
  async call(ctx, world) {
    const fileId = await rosterFile('unit-reviewer', world)
    await api.createCaller(ctx('o-unit-reviewer')).roster.begin({ fileId, fileName: '名册' })
  },
}

const academy = newPartner({ id: 'ta-tyjrp', region: 'shandong', name: '培训网' })
const JUNE = { month: '2022-06', sequence: 1 }
const pushed = async (ctx: Context, world: World): Promise<void> => {
  if (!(await world.store.get('outside-providers', academy.id))) await academy.enlist(world.store, world.now)
  const rows = [line({ name: '孔令仪', idNumber: idNumberOf('19910101', '101'), completedOn: '2022-06-20' })]
  const body = JSON.stringify(academy.sign({ ...JUNE, rows }))
  const answer = await handlePartner({ path: '/outside/batches', httpMethod: 'POST', body }, ctx)
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

const takesBatch: Using = { what: 'POST /outside/batches', call: (ctx, world) => pushed(ctx(''), world) }

const tellsKey: Using = {
  what: 'GET /key',
  call: (ctx) => handleWeb({ path: '/key', httpMethod: 'GET' }, ctx('')),
}

const worksBatch: Using = {
  what: 'work through batches',
  async call(ctx, world) {
    const web = world.as('')
    await pushed({ ...web, ports: { ...web.ports, secrets: heldBy('web', null) } }, world)
    await workBatches(ctx(''))
  },
}

const goesOnVoiding: Using = {
  what: 'a voiding that goes on by itself',
  async call(ctx, world) {
    const place = placeOf('unit-reviewer', 'own')
    const claim = await world.claim(place, { ownerId: 'trainee', at: 'bureau', state: 'credited' })
    const by = {
      personId: 'clerk-county',
      name: '',
      orgId: 'county',
      orgName: '',
      role: 'bureau-reviewer',
    } as const
    await world.store.insert('void-jobs', {
      ...{ _id: 'job', orgId: 'county', unitId: claim.unitId, unitName: '', reason: '不实', by },
      ...{ from: plusDays(world.now, -1), until: plusSeconds(world.now, 60), state: 'waiting' },
      ...{ cursor: null, looked: 0, voided: 0, startedAt: world.now, finishedAt: null },
    })
    await stepJob(ctx(''), 'job')
  },
}

const namesCaller: Using = {
  what: 'the line of a call',
  call: async (ctx) => callerInLog('o-1', ctx('o-1').ports.secrets),
}

const USES: Record<AnyDoor, Partial<Record<Secret, Using>>> = {
  api: {
    XUESHI_ID_KEYS: verifiesPhone,
    XUESHI_INDEX_KEY: verifiesPhone,
    XUESHI_SIGN_KEY: asksCertificate,
    XUESHI_SIGN_PUBLIC_KEY: asksCertificate,
  },
  study: { XUESHI_LOG_KEY: namesCaller },
  office: { XUESHI_ID_KEYS: bringsRoster, XUESHI_INDEX_KEY: bringsRoster },
  web: { XUESHI_INTAKE: takesBatch, XUESHI_SIGN_PUBLIC_KEY: tellsKey },
  clock: {
    XUESHI_ID_KEYS: worksBatch,
    XUESHI_INDEX_KEY: worksBatch,
    XUESHI_SIGN_KEY: goesOnVoiding,
    XUESHI_SIGN_PUBLIC_KEY: goesOnVoiding,
  },
}

/** What a call fails with, thrown or logged; empty where it goes well. */
async function faultOf(using: Using, of: AnyDoor, withheld: Secret | null): Promise<string> {
  const world = country.twin()
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const ctx = (openid: string): Context => {
    const whole = world.as(openid)
    return { ...whole, ports: { ...whole.ports, secrets: heldBy(of, withheld) } }
  }
  const thrown = await Promise.resolve()
    .then(() => using.call(ctx, world))
    .then(
      () => '',
      (error: unknown) => String(error),
    )
  const logged = said.mock.calls.map(([line]) => String(line)).join('')
  said.mockRestore()
  return `${thrown}${logged}`
}

const TABLE = (Object.keys(USES) as AnyDoor[]).flatMap((of) =>
  (Object.entries(USES[of]) as [Secret, Using][]).map(([name, using]): [AnyDoor, Secret, string, Using] => [
    of,
    name,
    using.what,
    using,
  ]),
)

test.each(TABLE)('%s needs %s: %s', async (of, name, _, using) => {
  expect(await faultOf(using, of, null)).toBe('')
  expect(await faultOf(using, of, name)).toContain(`${of} holds no ${name}`)
})

test('every secret that a function is given is in that table', () => {
  for (const of of Object.keys(USES) as AnyDoor[]) {
    const given = WITHOUT_DEFAULT.filter((name) => (VARIABLES[of] as readonly string[]).includes(name))
    expect([of, Object.keys(USES[of]).sort()]).toEqual([of, [...given].sort()])
  }
})
