// What is looked at before anything is carried out, and what only a person can do, with the exact words to type.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { signerOf } from '../server/books/certificate/signing'
import { configFrom, isPlatforms } from '../server/kernel/config'
import { DOOR_NAMES } from '../server/kernel/variables'
import { FUNCTION_NAMES, FUNCTIONS, MINIMUM_LIBRARY } from './declaration'
import type { Environment } from './environment'
import { followingVariables } from './following'
import type { EnvironmentFacts } from './manager/port'
import { GUIDE_FILE } from './privacy'
import type { Problem } from './problem'
import { type Found, type Surroundings, variablesOf } from './secrets'

export interface Commit {
  readonly id: string
  readonly isClean: boolean
}

const problem = (code: string, sentence: string): Problem => ({ code, sentence })

/** The values that functions are given, looked at as a function does that starts with them. */
export async function checkedVariables(
  environment: Environment,
  surroundings: Surroundings,
): Promise<Found<Record<string, string>>> {
  const { values, problems } = variablesOf(environment, surroundings)
  if (problems.length > 0) return { values, problems }
  const wrong = [...ofProduction(environment, values), ...(await ofKeys(values))]
  if (wrong.length > 0) return { values, problems: wrong }
  const all = { ...values, ...followingVariables(values) }
  return { values: all, problems: ofFunctions(all) }
}

/** Each with its own variables and no other, as it starts. */
const ofFunctions = (values: Record<string, string>): Problem[] =>
  DOOR_NAMES.flatMap((name) => {
    try {
      configFrom(values, name)
      return []
    } catch (error) {
      return [problem('VARIABLES_MALFORMED', `函数 ${name} 启动不了：${toldBy(error)}`)]
    }
  })

/** The configuration's own message names variables and no value; of any other nothing is told. */
const toldBy = (error: unknown): string =>
  error instanceof Error && error.message.startsWith('this function') ? error.message : ''

function ofProduction({ stage, publicOrigin }: Environment, values: Record<string, string>): Problem[] {
  if (stage !== 'production') return []
  return [
    ...(values.XUESHI_SAMPLES === 'allowed'
      ? [problem('SAMPLES_IN_PRODUCTION', '正式环境不许 XUESHI_SAMPLES=allowed：演示课会给真的学时。')]
      : []),
    ...(publicOrigin !== null && isPlatforms(publicOrigin)
      ? [
          problem(
            'PLATFORM_DOMAIN',
            `正式环境不用平台的默认域名 ${publicOrigin}：浏览器会先显示警告页，而证书上的网址以后不能改。换成已备案的自有域名。`,
          ),
        ]
      : []),
    ...(publicOrigin?.startsWith('http:')
      ? [problem('ORIGIN_NOT_HTTPS', 'publicOrigin 要以 https:// 开头。')]
      : []),
  ]
}

const PROBE = Uint8Array.of(1)

/** A pair that does not fit would sign certificates that nobody can check. */
async function ofKeys(values: Record<string, string>): Promise<Problem[]> {
  try {
    const { signing } = configFrom(values).secrets
    const signer = await signerOf(signing)
    if (signer.verify(PROBE, signer.sign(PROBE))) return []
  } catch (error) {
    const told = toldBy(error)
    if (told) return [problem('VARIABLES_MALFORMED', `环境变量不全或写错，函数启动不了：${told}`)]
  }
  return [
    problem(
      'SIGN_KEYS_APART',
      '证书的签名私钥和公钥不是一对；检查 XUESHI_SIGN_KEY 和 XUESHI_SIGN_PUBLIC_KEY。',
    ),
  ]
}

export function ofEnvironment({ envId, region, stage }: Environment, there: EnvironmentFacts): Problem[] {
  return [
    ...(there.status === 'NORMAL'
      ? []
      : [
          problem(
            'ENVIRONMENT_STATUS',
            `环境 ${envId} 的状态是 ${there.status}，不是 NORMAL；到控制台看原因。`,
          ),
        ]),
    ...(there.region === region || there.region === ''
      ? []
      : [
          problem(
            'ENVIRONMENT_REGION',
            `环境 ${envId}（${stage}）在 ${there.region}，环境文件里写的是 ${region}。`,
          ),
        ]),
  ]
}

export const ofCommit = ({ isClean }: Commit, { stage }: Environment): Problem[] =>
  isClean || stage !== 'production'
    ? []
    : [problem('UNCOMMITTED', '有没提交的改动：正式环境只部署提交过的代码，先提交。')]

/** What no request can do, with the exact values. Nobody can look whether it was done, so it is told each time. */
export function byHand(
  { envId, publicOrigin, wechatToken }: Environment,
  { downloadDomain, hasLog }: EnvironmentFacts,
  root: string,
): string[] {
  const guide = existsSync(path.join(root, GUIDE_FILE))
    ? GUIDE_FILE
    : `${GUIDE_FILE}（先运行 npm run reference）`
  return [
    '小程序后台 → 设置 → 服务类目：政务民生（主体是机关或事业单位）；教育类目需要许可证',
    '小程序后台 → 设置 → 小程序备案：先备案再发布；平台初审一两个工作日，管局再 1–20 个工作日',
    `小程序后台 → 开发管理 → 服务器域名 → downloadFile 合法域名：https://${downloadDomain}`,
    `小程序后台 → 设置 → 服务内容声明 → 用户隐私保护指引：逐行填 ${guide}`,
    `小程序后台 → 设置 → 基础库最低版本：${MINIMUM_LIBRARY}`,
    publicOrigin === null
      ? '证书查验网址还没定（publicOrigin 为 null）：发第一张证书之前绑定已备案的自有域名'
      : `云开发控制台 → HTTP 访问服务：${new URL(publicOrigin).host} 已备案，证书没有过期`,
    ...(hasLog ? [] : ['云开发控制台 → 日志管理：先开通日志服务，之后新建的函数才留得下日志']),
    ...(wechatToken === null ? permissionsByHand(envId) : []),
    '用一台手机的小程序读一次集合 persons，应当被拒绝（本命令只核对了权限设置）',
  ]
}

const permissionsByHand = (envId: string): string[] =>
  FUNCTION_NAMES.filter((name) => FUNCTIONS[name].openapi.length > 0).map(
    (name) =>
      `没有配置微信 access_token：用开发者工具选环境 ${envId}，在 cloudfunctions/${name} 上右键“上传并部署：云端安装依赖（不上传 node_modules）”，它会带上云调用权限 ${FUNCTIONS[name].openapi.join('、')}；之后再运行一次 apply`,
  )
