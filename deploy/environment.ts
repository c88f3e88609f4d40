// `environments/<name>.json`: what an environment is called and where it is, and by which names its secrets are found. No
// secret stands in it.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { FOLLOWING, SECRET_NAMES } from '../server/kernel/variables'
import { VARIABLE_NAMES } from './declaration'
import { stop } from './problem'

const variable = z.enum(VARIABLE_NAMES)
const name = z.string().regex(/^[A-Z][A-Z0-9_]*$/, { error: '大写字母、数字和下划线组成的变量名' })

/** A variable of the shell, or a file outside the repository that its owner alone can read. */
const source = z.union([z.strictObject({ variable: name }), z.strictObject({ file: z.string().min(1) })])
export type Source = z.infer<typeof source>

const environmentFile = z.strictObject({
  envId: z.string().regex(/^[a-z0-9-]{3,64}$/, { error: '云开发环境 ID' }),
  /** The mini-program's own id. */
  appId: z.string().regex(/^wx[0-9a-f]{16}$/, { error: '小程序的 AppID' }),
  stage: z.enum(['staging', 'production']),
  region: z.string().regex(/^[a-z]+-[a-z]+$/, { error: '地域，如 ap-shanghai' }),
  /** Where certificates are checked: it stands in every certificate's code, for ever. Null until its domain is bound. */
  publicOrigin: z.url({ protocol: /^https?$/, error: '以 https:// 开头的网址' }).nullable(),
  /** The key of the account that manages the environment. */
  account: z.strictObject({ secretId: source, secretKey: source }),
  /** WeChat's access token; null where permissions are uploaded with the developer tools. */
  wechatToken: source.nullable(),
  /** Variables that are no secret, by their values. */
  settings: z.partialRecord(variable, z.string()),
  /** Variables that are, by where they are found. */
  secrets: z.partialRecord(variable, source),
  /** A stand-in on this machine, to rehearse with; absent for a real environment. */
  standIn: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/, error: '本机的替身' }).optional(),
})

export type Environment = z.infer<typeof environmentFile> & { readonly name: string }

const FOLDER = path.join(__dirname, 'environments')

/** The environment of that name; stops where there is none, or where its file is not as it must be. */
export function environmentNamed(asked: string, folder = FOLDER): Environment {
  if (!/^[a-z][a-z0-9-]*$/.test(asked)) stop('ENVIRONMENT_NAME', `环境名只用小写字母、数字和连字符：${asked}`)
  const file = path.join(folder, `${asked}.json`)
  if (!existsSync(file))
    stop(
      'ENVIRONMENT_MISSING',
      `没有 deploy/environments/${asked}.json。照 example.json 写一份，不要把密钥写进去。`,
    )
  return { ...environmentIn(readFileSync(file, 'utf8')), name: asked }
}

function environmentIn(text: string): z.infer<typeof environmentFile> {
  const read = environmentFile.safeParse(jsonOf(text))
  if (!read.success) return stop('ENVIRONMENT_MALFORMED', `环境文件不对：${z.prettifyError(read.error)}`)
  const { settings, secrets } = read.data
  const open = SECRET_NAMES.find((secret) => settings[secret] !== undefined)
  if (open) stop('SECRET_IN_FILE', `${open} 是密钥，不能写在 settings 里；在 secrets 里写它的变量名或文件。`)
  if (settings.XUESHI_PUBLIC_ORIGIN !== undefined || secrets.XUESHI_PUBLIC_ORIGIN !== undefined)
    stop('ORIGIN_TWICE', 'XUESHI_PUBLIC_ORIGIN 由 publicOrigin 给出，不另外写。')
  const follows = FOLLOWING.find((one) => settings[one] !== undefined || secrets[one] !== undefined)
  if (follows) stop('FOLLOWS_TWICE', `${follows} 由 XUESHI_ID_KEYS 和 XUESHI_INDEX_KEY 算出，不另外写。`)
  return read.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return stop('ENVIRONMENT_MALFORMED', '环境文件不是 JSON。')
  }
}
