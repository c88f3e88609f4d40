// The environment of a function: read here alone, and whole before anything is answered.
import * as z from 'zod'
import type { AnyDoor } from '../../domain/kernel/doors'
import { day } from '../../domain/kernel/instant'
import { REGIONS, type Region } from '../../domain/kernel/regions'
import type { Secrets } from './ports/port'
import { fitsTemplate, type OfficeTemplates, TEMPLATE_NAMES } from './templates'
import { FOLLOWING, VARIABLES, type VariableName, WITHOUT_DEFAULT } from './variables'

export interface Config {
  readonly secrets: Secrets
  /** WeChat's templates of the messages that the product sends. */
  readonly templates: OfficeTemplates
  /** Where the page that checks certificates is served; empty where no web function is reached. */
  readonly publicOrigin: string
  readonly sampleContent: 'allowed' | 'refused'
  readonly homeRegion: Region
}

type Environment = Readonly<Record<string, string | undefined>>

const hex = (digits: number, before = '') =>
  z.string().regex(new RegExp(`^${before}[0-9a-f]{${digits}}$`, 'i'), {
    error: before === '' ? `${digits} hex digits` : `${before} and ${digits} hex digits`,
  })

const json = z.string().transform((text, ctx): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    ctx.addIssue({ code: 'custom', message: 'JSON' })
    return z.NEVER
  }
})

/** Keys by version, and by which of them is written. */
const keysOf = (digits: number) =>
  z
    .object({ current: z.int().min(1), keys: z.record(z.coerce.number().int().min(1), hex(digits)) })
    .refine(({ current, keys }) => keys[current] !== undefined, { error: 'a key of the current version' })

const idNumberKeys = keysOf(32)

/** The first key alone, as hex; from its first exchange on, all that there are. */
const indexKeys = z
  .string()
  .transform((text) => (text.startsWith('{') ? text : JSON.stringify({ current: 1, keys: { 1: text } })))
  .pipe(json)
  .pipe(keysOf(64))

/** A certificate names its key in one byte. */
const MOST_KEYS = 255

const dayText = z.iso.date({ error: 'a day like 2026-12-31' }).transform((text) => day(text))

const pastKey = z.object({
  keyId: z.int().min(1).max(MOST_KEYS),
  publicKeyHex: hex(128, '04'),
  from: dayText.nullable().default(null),
  until: dayText,
  stolenOn: dayText.nullable().default(null),
})

/** `{"reminder":{"id":"…","fields":{"subject":"thing1","note":"thing4"}}}` */
const officeTemplates = z
  .partialRecord(
    z.enum(TEMPLATE_NAMES),
    z.object({ id: z.string().min(1), fields: z.record(z.string(), z.string()) }),
  )
  .refine(
    (given) =>
      TEMPLATE_NAMES.every((name) => {
        const template = given[name]
        return template === undefined || fitsTemplate(name, template.fields)
      }),
    { error: 'templates with a keyword of its kind for each field' },
  )

/** What follows from the keys of numbers, for a function that has none of them: see `ports/intake.ts`. */
const intake = z.object({
  sealTo: z.object({ keyVersion: z.int().min(1), publicKeyHex: hex(128, '04') }),
  batchKeys: keysOf(64),
})

/** An empty variable is one that is not set: a console that lists all of them leaves some empty. */
const ENVIRONMENT = z.object({
  XUESHI_ID_KEYS: json.pipe(idNumberKeys).optional(),
  XUESHI_INDEX_KEY: indexKeys.optional(),
  XUESHI_INTAKE: json.pipe(intake).optional(),
  XUESHI_LOG_KEY: hex(64).optional(),
  XUESHI_SIGN_KEY: hex(64).optional(),
  XUESHI_SIGN_PUBLIC_KEY: hex(128, '04').optional(),
  /** The name of the key that signs; one more each time it is exchanged, and the first of its days. */
  XUESHI_SIGN_KEY_ID: z.coerce.number({ error: 'a number' }).int().min(1).max(MOST_KEYS).default(1),
  XUESHI_SIGN_FROM: dayText.optional(),
  /** The public halves of the keys before it: `[{"keyId":1,"publicKeyHex":"04…","from":null,"until":"2026-12-31"}]`. */
  XUESHI_PAST_SIGN_KEYS: json.pipe(z.array(pastKey)).default([]),
  XUESHI_PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/, error: 'an address that begins with https://' })
    .default(''),
  XUESHI_SAMPLES: z.enum(['allowed', 'refused'], { error: 'allowed or refused' }).default('refused'),
  XUESHI_TEMPLATES: json.pipe(officeTemplates).default({}),
  /** Shaanxi where nothing is set: the entry is its 陕西12333. */
  XUESHI_HOME_REGION: z.enum(REGIONS, { error: `one of ${REGIONS.join(', ')}` }).default('shaanxi'),
})

/** The platform's own domains: a browser shows a warning before their pages, and a certificate's code never changes. */
const PLATFORM_DOMAINS =
  /(^|\.)(tcloudbase\.com|tcloudbaseapp\.com|qcloud\.la|myqcloud\.com|tencentcs\.com)$/i

export const isPlatforms = (origin: string): boolean =>
  URL.canParse(origin) && PLATFORM_DOMAINS.test(new URL(origin).hostname)

/** A name that a key had is never another's: certificates bear it. */
const WHOLE = ENVIRONMENT.refine(
  ({ XUESHI_PUBLIC_ORIGIN: origin, XUESHI_SAMPLES: samples }) =>
    samples === 'allowed' || !isPlatforms(origin),
  {
    path: ['XUESHI_PUBLIC_ORIGIN'],
    error: 'of a filed domain of your own: before a page of the platform’s a browser warns',
  },
).refine(
  ({ XUESHI_SIGN_KEY_ID: current, XUESHI_PAST_SIGN_KEYS: past }) =>
    new Set([current, ...past.map(({ keyId }) => keyId)]).size === past.length + 1,
  { path: ['XUESHI_SIGN_KEY_ID'], error: 'a number that no key before it had' },
)

type Read = z.output<typeof WHOLE>

const isNeeded = (name: string): boolean => (WITHOUT_DEFAULT as readonly string[]).includes(name)

/** Every variable but for what follows from others: of what no function runs, a command or a test. */
const OF_ALL = (Object.keys(ENVIRONMENT.shape) as VariableName[]).filter(
  (name) => !(FOLLOWING as readonly VariableName[]).includes(name),
)

/**
 * The configuration that a function works with, of its own variables alone (`variables.ts`), or of all where none is
 * named. Throws where one of them is missing or malformed, so that a function with half an environment does not start to
 * write. The message names the variables and never a value: some of them are keys. Worked example: `office` without keys →
 * `this function's environment is incomplete: XUESHI_ID_KEYS is missing; XUESHI_INDEX_KEY is missing`.
 */
export function configFrom(env: Environment, of?: AnyDoor): Config {
  const own: readonly VariableName[] = of === undefined ? OF_ALL : VARIABLES[of]
  const set = Object.fromEntries(own.map((name) => [name, env[name]]).filter(([, value]) => value))
  const missing = own.filter((name) => isNeeded(name) && set[name] === undefined)
  // Read once in a process: to compile a reader for it takes longer than to read.
  const read = WHOLE.safeParse(set, { jitless: true })
  const wrong = [...missing.map((name) => `${name} is missing`), ...(read.success ? [] : wrongIn(read.error))]
  if (wrong.length > 0 || !read.success)
    throw new Error(`this function's environment is incomplete: ${wrong.join('; ')}`)
  const { data } = read
  return {
    secrets: secretsOf(data, of ?? 'this process'),
    templates: data.XUESHI_TEMPLATES,
    publicOrigin: data.XUESHI_PUBLIC_ORIGIN,
    sampleContent: data.XUESHI_SAMPLES,
    homeRegion: data.XUESHI_HOME_REGION,
  }
}

/** A secret that its function does not have is a fault at its first use, by name. */
function secretsOf(data: Read, who: string): Secrets {
  const held = <N extends VariableName & keyof Read>(name: N): NonNullable<Read[N]> => {
    const value = data[name]
    if (value === undefined || value === null) throw new Error(`${who} holds no ${name}`)
    return value as NonNullable<Read[N]>
  }
  return {
    get idNumberKeys() {
      return held('XUESHI_ID_KEYS')
    },
    get indexKeys() {
      return held('XUESHI_INDEX_KEY')
    },
    ...(data.XUESHI_INTAKE ? { intake: data.XUESHI_INTAKE } : {}),
    ...(data.XUESHI_LOG_KEY ? { logKey: data.XUESHI_LOG_KEY } : {}),
    signing: {
      get privateKeyHex() {
        return held('XUESHI_SIGN_KEY')
      },
      get current() {
        return {
          keyId: data.XUESHI_SIGN_KEY_ID,
          publicKeyHex: held('XUESHI_SIGN_PUBLIC_KEY'),
          from: data.XUESHI_SIGN_FROM ?? null,
          until: null,
        }
      },
      past: data.XUESHI_PAST_SIGN_KEYS,
    },
  }
}

/** The configuration of the process that this is. */
export const configHere = (of?: AnyDoor): Config => configFrom(process.env, of)

/** The platform's name of the environment; absent where the platform knows it by itself. */
export const cloudEnvironment = (): string | undefined => process.env.TCB_ENV

/** The version of the function that runs, as the platform numbers it; `npm run deploy -- status` says of which commit it is. */
export const runningVersion = (): string => process.env.SCF_FUNCTIONVERSION ?? ''

/** The platform's mark of a timer's run; set for each call, so read at each call. */
export const isTimersMark = (): boolean => process.env.TRIGGER_SRC === 'timer'

/** The address of who asks over HTTP, as the platform states it; set for each call, so read at each call. */
export const callerAddress = (): string => process.env.TCB_SOURCE_IP ?? ''

const wrongIn = ({ issues }: z.ZodError): string[] => [
  ...new Set(issues.map(({ path: [name], message }) => `${String(name)} must be ${message}`)),
]
