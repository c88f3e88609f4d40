// WeChat's own address for it, as documented: `POST /tcb/uploadfuncconfig` and `/tcb/getfuncconfig`, with a token. The
// document names a third party's token; that one's own works must be seen on a real environment.
import * as z from 'zod'
import type { Permissions } from './port'

const WECHAT = 'https://api.weixin.qq.com'
/** The kind of configuration that holds permissions. */
const PERMISSIONS = 1
const NOTHING_UPLOADED = 85_089

const answer = z.object({
  errcode: z.number(),
  errmsg: z.string().default(''),
  config: z.string().optional(),
})
const config = z.object({
  permissions: z.object({ openapi: z.array(z.string()).default([]) }).default({ openapi: [] }),
})

interface Given {
  envId: string
  token: string
  /** A stand-in's address in tests. */
  origin?: string
}

export function wechatPermissions({ envId, token, origin = WECHAT }: Given): Permissions {
  const post = async (path: string, asked: object): Promise<z.infer<typeof answer>> => {
    const response = await fetch(`${origin}${path}?access_token=${encodeURIComponent(token)}`, {
      method: 'POST',
      body: JSON.stringify({ type: PERMISSIONS, env: envId, ...asked }),
    })
    return answer.parse(await response.json())
  }
  return {
    read: async (functionName) => {
      const {
        errcode,
        errmsg,
        config: kept,
      } = await post('/tcb/getfuncconfig', { function_name: functionName })
      if (errcode === NOTHING_UPLOADED) return []
      if (errcode !== 0) throw refused(errcode, errmsg)
      return config.parse(JSON.parse(kept || '{}')).permissions.openapi
    },
    write: async (functionName, openapi) => {
      const { errcode, errmsg } = await post('/tcb/uploadfuncconfig', {
        function_name: functionName,
        config: JSON.stringify({ permissions: { openapi } }),
      })
      if (errcode !== 0) throw refused(errcode, errmsg)
    },
  }
}

const OF_THE_TOKEN = [40_001, 40_014, 41_001, 42_001]

const refused = (code: number, message: string): Error =>
  new Error(
    OF_THE_TOKEN.includes(code)
      ? `微信不认这个 access_token（${code}）：重新取一个；或者把 wechatToken 设为 null，用开发者工具上传权限。`
      : `微信没有接受云调用权限（${code} ${message}）`,
  )
