// One local world: the cloud with its seeded demo, and the phone that runs the built mini-program against it.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { FUNCTIONS } from '../deploy/declaration'
import { NAMED_INTERFACES } from '../deploy/privacy'
import { type LocalCloud, PATIENCE, startCloud } from '../local/cloud'
import type { Pack } from '../local/phone/pack/pack'
import { type PhoneServer, servePhone } from '../local/phone/serve'
import { declarations, uploads } from '../server/collections'
import { secretsOf } from './local-secrets'
import { OFFICE_TEMPLATES, TEMPLATE_KEYWORDS } from './office-templates'
import { type DemoSeed, seedDemo } from './seed'

export interface World {
  dataDir: string
  cloud: LocalCloud
  phones: PhoneServer
  /** The demo's people and codes; a world that began empty has none, and throws. */
  readonly seed: DemoSeed
  secrets: Record<string, string>
  stop(): Promise<void>
}

export interface WorldOptions {
  dataDir: string
  /**
   * Deletes the data that is there first, or begins with a copy of the world that `foundWorld` left. `empty`: as an
   * environment just after it was deployed, with no demo.
   */
  begins: 'fresh' | 'founded' | 'where it stood' | 'empty'
  ports?: { cloud: number; phone: number }
  /** The built mini-program, packed before; packed anew where it is left out. */
  packed?: Pack
  /** As of the local cloud: how many times its time-out a function is given. */
  patience?: number
  onProgress(line: string): void
}

/** Lectures as video, encoded once for all worlds of this machine. */
export const LECTURES = path.resolve('.local/lectures')

/** A seeded world in which nobody has done anything yet. */
const FOUNDED = path.resolve('.local/founded')

/** The mini-program as it would be uploaded. */
export const BUILT = path.resolve('dist/weapp')

/** The demo lives in the year its notice speaks of: Monday 2022-08-15, 10:00 in Beijing. */
const DEMO_STARTS_AT = Date.parse('2022-08-15T10:00:00+08:00')

export async function openWorld({
  dataDir,
  begins,
  ports,
  packed,
  patience = 1,
  onProgress,
}: WorldOptions): Promise<World> {
  if (begins !== 'where it stood') rmSync(dataDir, { recursive: true, force: true })
  if (begins === 'founded') cpSync(FOUNDED, dataDir, { recursive: true })
  mkdirSync(dataDir, { recursive: true })
  const port = await freePort(ports?.cloud ?? 0)
  const origin = `http://127.0.0.1:${port}`
  const secrets = secretsOf(dataDir)
  const cloud = await startCloud({
    dataDir,
    functionsDir: path.resolve('dist/cloudfunctions'),
    functions: FUNCTIONS,
    collections: declarations,
    uploads,
    port,
    patience,
    templates: TEMPLATE_KEYWORDS,
    functionEnv: {
      ...secrets,
      XUESHI_PUBLIC_ORIGIN: `${origin}/web`,
      XUESHI_SAMPLES: 'allowed',
      XUESHI_TEMPLATES: JSON.stringify(OFFICE_TEMPLATES),
    },
  })
  await cloud.clock.set(clockOf(dataDir))
  const seed =
    begins === 'empty' ? null : await seedDemo(cloud, { lecturesDir: LECTURES, secrets, onProgress })
  const phones = await servePhone({
    dist: BUILT,
    ...(packed ? { packed } : {}),
    cloudOrigin: cloud.origin,
    // As the console of the real program lists the storage's host (docs/operations.md).
    downloadHosts: [new URL(cloud.origin).host],
    privacyGuide: NAMED_INTERFACES,
    ...(ports ? { port: await freePort(ports.phone) } : {}),
  })
  const keeper = setInterval(() => keepClock(dataDir, cloud.clock.now()), 5_000)
  return {
    dataDir,
    cloud,
    phones,
    get seed() {
      if (!seed) throw new Error('this world began empty: nobody was seeded')
      return seed
    },
    secrets,
    async stop() {
      clearInterval(keeper)
      keepClock(dataDir, cloud.clock.now())
      await phones.stop()
      await cloud.stop()
    },
  }
}

/** Seeds a world for others to begin with: seeding takes longer than many a journey through it. */
export async function foundWorld(): Promise<void> {
  const world = await openWorld({
    dataDir: FOUNDED,
    begins: 'fresh',
    patience: PATIENCE,
    onProgress: () => undefined,
  })
  await world.stop()
}

const clockFile = (dataDir: string): string => path.join(dataDir, 'clock.json')

/** The demo's clock goes on from where it stood, as if the machine had slept. */
function clockOf(dataDir: string): number {
  if (!existsSync(clockFile(dataDir))) return DEMO_STARTS_AT
  return (JSON.parse(readFileSync(clockFile(dataDir), 'utf8')) as { now: number }).now
}

function keepClock(dataDir: string, now: number): void {
  writeFileSync(clockFile(dataDir), JSON.stringify({ now }))
}

/** The wished port, or any other where it is taken; certificates keep the address they were issued with. */
function freePort(wished: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      wished !== 0 && error.code === 'EADDRINUSE' ? resolve(freePort(0)) : reject(error),
    )
    probe.listen(wished, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

/** A short fingerprint of a build's sources, so that `npm start` rebuilds only when it must. */
export const fingerprint = (texts: readonly string[]): string =>
  createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16)
