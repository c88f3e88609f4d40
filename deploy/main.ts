// npm run deploy -- plan | apply | status | rollback --env NAME
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildFunctions } from '../scripts/build-functions'
import { bundleOf } from './bundle'
import { apply, plan, REFUSED, rollback, status } from './commands'
import { type Environment, environmentNamed } from './environment'
import type { Call } from './manager/call'
import { cloudbaseManager } from './manager/cloudbase'
import { loopbackCall } from './manager/loopback'
import { managerNodeCall } from './manager/manager-node'
import { patient, REAL_TIME } from './manager/patience'
import { toldProblem } from './plan'
import type { Commit } from './preflight'
import { Stopped, stop } from './problem'
import { type Surroundings, secretOf } from './secrets'
import { cleanOf, type Site } from './site'
import { realOutside, standInOutside } from './smoke'
import { wechatPermissions } from './wechat/permissions'

const ROOT = path.resolve(__dirname, '..')
const BUILT = path.join(ROOT, '.local/deploy/functions')

const USAGE = `用法：npm run deploy -- 命令 --env 环境名
  plan      看要做什么，什么都不改（退出码 0 没有要做的，2 有）；--out 文件 把计划留下来
  apply     照做；正式环境要 --plan 文件（30 分钟内的计划）
  status    现在是什么版本，与声明差在哪里
  rollback  --to 回执：流量回到那一次的版本
  --prune   （plan、apply）删除没有声明的索引；数据从不删除
环境写在 deploy/environments/<环境名>.json，照 example.json。`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      env: { type: 'string' },
      out: { type: 'string' },
      plan: { type: 'string' },
      to: { type: 'string' },
      prune: { type: 'boolean', default: false },
    },
  })
  const [command] = positionals
  if (values.env === undefined || command === undefined) return stop('USAGE', USAGE)
  const site = await siteOf(environmentNamed(values.env))
  switch (command) {
    case 'plan':
      return guarded(site, () => plan(site, { out: values.out, prune: values.prune }))
    case 'apply':
      return guarded(site, () => apply(site, { file: values.plan, prune: values.prune }))
    case 'status':
      return guarded(site, () => status(site))
    case 'rollback':
      return guarded(site, () => rollback(site, { to: values.to }))
    default:
      return stop('USAGE', USAGE)
  }
}

/** An error's words may repeat what was sent. */
async function guarded(site: Site, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    console.error(cleanOf(site)(told(error)))
    return REFUSED
  }
}

function told(error: unknown): string {
  if (error instanceof Stopped) return toldProblem(error.problem)
  return error instanceof Error ? `没有完成：${error.message}` : String(error)
}

async function siteOf(environment: Environment): Promise<Site> {
  const surroundings: Surroundings = { variables: process.env, repository: ROOT }
  const { standIn } = environment
  const call = patient(callOf(environment, surroundings), REAL_TIME)
  await buildFunctions(BUILT)
  const clean = cleanOf({ environment, surroundings })
  return {
    environment,
    surroundings,
    reading: {
      manager: cloudbaseManager(call, environment),
      permissions: permissionsOf(environment, surroundings),
      waiting: REAL_TIME,
    },
    outside: standIn === undefined ? realOutside : standInOutside(standIn),
    commit: commitHere(),
    bundleOf: (name) => bundleOf(path.join(BUILT, name)),
    receipts: path.join(ROOT, 'deploy/receipts'),
    say: (line) => console.log(clean(line)),
  }
}

function callOf({ account, envId, region, standIn }: Environment, surroundings: Surroundings): Call {
  if (standIn !== undefined) return loopbackCall(standIn)
  const secretId = needed('secretId', account.secretId, surroundings)
  const secretKey = needed('secretKey', account.secretKey, surroundings)
  return managerNodeCall({ secretId, secretKey, envId, region })
}

function permissionsOf({ wechatToken, envId, standIn }: Environment, surroundings: Surroundings) {
  if (wechatToken === null) return null
  const token = needed('access_token', wechatToken, surroundings)
  return wechatPermissions(standIn === undefined ? { envId, token } : { envId, token, origin: standIn })
}

function needed(...asked: Parameters<typeof secretOf>): string {
  const found = secretOf(...asked)
  return typeof found === 'string' ? found : stop(found.code, found.sentence)
}

function commitHere(): Commit {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim()
  return { id: git('rev-parse', '--short', 'HEAD'), isClean: git('status', '--porcelain') === '' }
}

// Whoever reads the lines may stop before the end (`| head`): the work goes on to its receipt.
process.stdout.on('error', () => undefined)

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(told(error))
    process.exitCode = REFUSED
  },
)
