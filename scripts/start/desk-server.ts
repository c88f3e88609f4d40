// The desk beside the phone: the choice of person, the way in, and the clock. It holds no rules; it only
// opens the phone.
import { readFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { DAY_MS } from '../../domain/kernel/instant'
import type { World } from '../world'

interface Choice {
  id: string
  title: string
  text: string
}

export interface Desk {
  origin: string
  stop(): Promise<void>
}

/** Launch scenes as WeChat numbers them: 1035 is an official account's menu, 1047 a mini-program code, 1005 search. */
const WAYS: readonly (Choice & { scene: number })[] = [
  { id: 'code', title: '单位二维码', text: '扫单位贴出的登记码', scene: 1047 },
  { id: 'menu', title: '陕西12333 菜单', text: '公众号左下角“微官网”进来', scene: 1035 },
  { id: 'search', title: '微信搜索', text: '在微信里搜“学时”', scene: 1005 },
]

export async function serveDesk(world: World, wishedPort: number): Promise<Desk> {
  const server = http.createServer((request, response) => {
    answer(world, request).then(
      ({ type, body }) => {
        response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' })
        response.end(body)
      },
      (error: unknown) => {
        response.writeHead(404)
        response.end(String(error))
      },
    )
  })
  const port = await listen(server, wishedPort)
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function answer(world: World, request: http.IncomingMessage): Promise<{ type: string; body: string }> {
  const url = new URL(request.url ?? '/', 'http://desk')
  const json = (value: unknown) => ({ type: 'application/json; charset=utf-8', body: JSON.stringify(value) })
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /':
      return {
        type: 'text/html; charset=utf-8',
        body: readFileSync(path.join(__dirname, 'desk.html'), 'utf8'),
      }
    case 'GET /state':
      return json({ people: peopleOf(world), ways: WAYS, unitCode: world.seed.unitCode })
    case 'GET /phone':
      return json({ url: phoneUrl(world, url.searchParams) })
    case 'GET /clock':
      return json({ now: world.cloud.clock.now() })
    case 'POST /clock':
      await world.cloud.clock.advanceMs(await advanceOf(request))
      return json({ now: world.cloud.clock.now() })
    default:
      throw new Error('there is nothing here')
  }
}

interface Somebody extends Choice {
  openid: string
  /** Of the code on their unit's wall. */
  unitToken: string
}

function peopleOf(world: World): Somebody[] {
  const { personas, unitToken, unitName } = world.seed
  const { newcomer, almost, reviewer } = personas
  const here = (id: string, who: { openid: string }, says: { title: string; text: string }): Somebody => ({
    id,
    openid: who.openid,
    unitToken,
    ...says,
  })
  return [
    here('newcomer', newcomer, {
      title: `${newcomer.name}（新来的）`,
      text: `还没登记。登记时填：${newcomer.idNumber}`,
    }),
    here('almost', almost, { title: `${almost.name}（72/80 学时）`, text: '还差一讲课和一场考试' }),
    here('reviewer', reviewer, { title: `${reviewer.name}（单位审核员）`, text: `${unitName}人事` }),
    ...elsewhereOf(world),
  ]
}

/** Qinghai's notice is of 2023: before that its year has no rules, and the screens say so. */
const ELSEWHERE = [
  { region: 'qinghai', name: '青海', later: '通知是 2023 年的，先拨时钟。' },
  { region: 'shandong', name: '山东', later: '' },
  { region: 'ningxia', name: '宁夏', later: '' },
] as const

/** A new person in each other region, who registers by the code of a unit there. */
function elsewhereOf({ seed }: World): Somebody[] {
  return ELSEWHERE.map(({ region, name, later }) => {
    const { newcomer, unitToken, unitName } = seed.elsewhere[region]
    return {
      id: region,
      openid: newcomer.openid,
      unitToken,
      title: `${newcomer.name}（${name}，新来的）`,
      text: `${unitName}。${later}登记时填：${newcomer.idNumber}`,
    }
  })
}

function phoneUrl(world: World, chosen: URLSearchParams): string {
  const person = peopleOf(world).find(({ id }) => id === chosen.get('person'))
  if (!person) throw new Error('nobody here is called that')
  const way = WAYS.find(({ id }) => id === chosen.get('way')) ?? WAYS[0]
  const query = way?.id === 'code' ? { scene: person.unitToken } : {}
  return world.phones.url({ openid: person.openid, scene: way?.scene ?? 1001, query, frame: true })
}

/** Forward only, and a year at the most: time that ran cannot be taken back. */
async function advanceOf(request: http.IncomingMessage): Promise<number> {
  let text = ''
  for await (const part of request) text += String(part)
  const { advanceMs } = JSON.parse(text) as { advanceMs?: unknown }
  if (typeof advanceMs !== 'number' || !(advanceMs > 0) || advanceMs > 366 * DAY_MS)
    throw new Error('the clock only goes forward')
  return Math.round(advanceMs)
}

function listen(server: http.Server, wished: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      wished !== 0 && error.code === 'EADDRINUSE' ? resolve(listen(server, 0)) : reject(error),
    )
    server.listen(wished, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
}
