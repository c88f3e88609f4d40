// npm run backup -- --env local|NAME --to DIR
// npm run backup -- verify --from DIR [--against local|NAME]
// npm run restore -- --env local|NAME --from DIR
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { collections, declarations } from '../../server/collections'
import type { VerifyingKey } from '../../server/kernel/ports/port'
import { backUp } from './back-up'
import { type Environment, hasLocalData, LOCAL, openEnvironment, publicKeysFrom } from './environment'
import { tableOf } from './findings'
import type { Program } from './manifest'
import { CollectionMissing, Undone } from './port'
import { restore } from './restore'
import { isFaulty, verify } from './verify'

const USAGE = `备份   npm run backup -- --env local|环境名 --to 文件夹 [--key 公钥] [--files digests|names] [--passes 3] [--page 100]
核对   npm run backup -- verify --from 文件夹 [--against local|环境名] [--key 公钥]
恢复   npm run restore -- --env local|环境名 --from 文件夹 [--moving]
  --key   GET /web/key 的回答：一个文件，或者它的网址
  --data  本机的云的数据文件夹（默认 .local/data）；没有在运行的，命令自己开`

const OPTIONS = {
  env: { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
  against: { type: 'string' },
  key: { type: 'string' },
  files: { type: 'string', default: 'digests' },
  passes: { type: 'string', default: '3' },
  page: { type: 'string', default: '100' },
  moving: { type: 'boolean', default: false },
  data: { type: 'string', default: '.local/data' },
} as const

type Values = ReturnType<typeof parsed>['values']

const parsed = () => parseArgs({ options: OPTIONS, allowPositionals: true })

/** As many documents as the platform gives at once. */
const PAGE_MOST = 1_000
const FILE_DOCUMENTS = 20_000
/** After so many documents a restore notes how far it is. */
const PAGE_WRITTEN = 100
const ROOT = path.resolve(__dirname, '../..')
const NAMES = declarations.map(({ name }) => name)
const say = (line: string): void => console.log(line)

/** Each ends with the exit code; null where its options are not such. */
const COMMANDS: Record<string, (values: Values) => Promise<number> | null> = {
  backup: ({ env, to, key, files, passes, data, page }) => {
    const asked = { key, digestsFiles: files === 'digests', mostPasses: Number(passes), page: Number(page) }
    if (!env || !to || !/^(digests|names)$/.test(files) || !(asked.mostPasses >= 2)) return null
    if (!(asked.page >= 1 && asked.page <= PAGE_MOST)) return null
    refuseNoData(env, data)
    return within(env, data, (environment) => backedUp(environment, { dir: path.resolve(to), ...asked }))
  },
  verify: ({ from, against, key, data }) => {
    if (!from) return null
    const dir = path.resolve(from)
    if (!against) return verified(dir, key, null)
    refuseNoData(against, data)
    return within(against, data, (environment) => verified(dir, key, environment))
  },
  restore: ({ env, from, moving, data }) => {
    if (!env || !from) return null
    return within(env, data, async ({ store, name }) => {
      const dir = path.resolve(from)
      const told = {
        store,
        environment: name,
        names: NAMES,
        dir,
        takesMoving: moving,
        page: PAGE_WRITTEN,
        say,
      }
      const where = env === LOCAL ? `${env} --data ${data}` : env
      const documents = await restore({ ...told, now: Date.now })
      say(
        `恢复完成，共 ${documents} 条。请接着核对：npm run backup -- verify --from ${from} --against ${where}`,
      )
      return 0
    })
  },
}

/** Only a restore makes the cloud that it speaks of. */
function refuseNoData(env: string, data: string): void {
  if (env === LOCAL && !hasLocalData(data)) throw new Undone(`${data} 里没有本机的云的数据`)
}

interface Asked {
  dir: string
  key: string | undefined
  digestsFiles: boolean
  mostPasses: number
  page: number
}

async function backedUp({ store, name, webOrigin }: Environment, asked: Asked): Promise<number> {
  const { dir, key, ...rest } = asked
  const publicKeys = key ? await publicKeysFrom(key) : await ownKeys(webOrigin)
  if (publicKeys === null) say('没有给公钥（--key）：核对证书时要另外给出')
  const told = { store, environment: name, names: NAMES, dir, program: programHere(), publicKeys }
  const manifest = await backUp({ ...told, ...rest, fileDocuments: FILE_DOCUMENTS, now: Date.now, say })
  if (manifest.stoodAt === null)
    say(`注意：${manifest.moving.join('、')} 一直在变，这份备份不是同一时刻的；请在人少时再做一份`)
  say(
    `备份完成：${dir}\n摘要 ${manifest.digest}\n请把摘要另外记下，并核对：npm run backup -- verify --from ${dir}`,
  )
  return 0
}

/** What the local cloud's own web function answers; null where it has none. */
const ownKeys = (webOrigin: string | null): Promise<VerifyingKey[] | null> =>
  webOrigin === null ? Promise.resolve(null) : publicKeysFrom(`${webOrigin}/key`).catch(() => null)

async function verified(dir: string, key: string | undefined, against: Environment | null): Promise<number> {
  const publicKeys = key ? await publicKeysFrom(key) : null
  const findings = await verify({ dir, list: collections, publicKeys, against, say })
  say(`\n${tableOf(findings)}`)
  return isFaulty(findings) ? 1 : 0
}

async function within(
  env: string,
  data: string,
  work: (environment: Environment) => Promise<number>,
): Promise<number> {
  const environment = await openEnvironment(env, data)
  try {
    return await work(environment)
  } finally {
    await environment.close()
  }
}

function programHere(): Program {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }
  return { version, gitId: gitIdHere() }
}

/** A downloaded archive has no git to ask. */
function gitIdHere(): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  } catch {
    return null
  }
}

async function main(): Promise<void> {
  try {
    const { values, positionals } = parsed()
    const [command = 'backup', ...more] = positionals
    const done = more.length === 0 ? (COMMANDS[command]?.(values) ?? null) : null
    if (done === null) console.error(USAGE)
    process.exitCode = done === null ? 2 : await done
  } catch (error) {
    console.error(sentenceOf(error))
    process.exitCode = 1
  }
}

/** What the operator is told; anything that is not theirs to mend goes on as a fault. */
function sentenceOf(error: unknown): string {
  if (error instanceof Undone) return error.message
  if (error instanceof CollectionMissing) return `环境里没有集合 ${error.collection}：请先部署`
  if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) return USAGE
  throw error
}

if (require.main === module) void main()
