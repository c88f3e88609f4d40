import path from 'node:path'
import { parseArgs } from 'node:util'
import { isRegion, REGIONS } from '../../domain/kernel/regions'
import type { Founding } from '../../server/bodies/found-region'

export interface Order {
  /** `local`, or the id of an environment of CloudBase. */
  environment: string
  /** Where a local cloud keeps its data. */
  dataDir: string
  founding: Founding
}

export const USAGE = `用法：
  npm run found -- --env 环境ID --region shaanxi --body 陕西省人力资源和社会保障厅 --area 610000

  --env     云开发的环境 ID；本机的本地云写 local
  --region  地区：${REGIONS.join('、')}
  --body    地区最上级人社部门的全称
  --area    六位行政区划代码
  --data    本地云的数据目录，不写就是 .local/data`

const AREA = /^[1-9]\d{5}$/

/** The order of a command line, or what is wrong with it. */
export function orderOf(argv: readonly string[]): Order | { wrong: string } {
  const given = valuesOf(argv)
  if (given === null) return { wrong: '有一个参数不认识，或者少了它的值。' }
  const { env = '', region = '', body = '', area = '', data = '.local/data' } = given
  if (env === '') return { wrong: '请用 --env 写明环境。' }
  if (!isRegion(region)) return { wrong: `请用 --region 写明地区：${REGIONS.join('、')}。` }
  if (body === '') return { wrong: '请用 --body 写明机构全称。' }
  if (!AREA.test(area)) return { wrong: '请用 --area 写明六位行政区划代码。' }
  return { environment: env, dataDir: path.resolve(data), founding: { region, name: body, areaCode: area } }
}

const TEXT = { type: 'string' } as const

function valuesOf(argv: readonly string[]) {
  try {
    const options = { env: TEXT, region: TEXT, body: TEXT, area: TEXT, data: TEXT }
    return parseArgs({ args: [...argv], options }).values
  } catch {
    return null
  }
}
