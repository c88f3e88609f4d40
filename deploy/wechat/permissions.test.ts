import { type ManagerStandIn, startManager, WECHAT_TOKEN } from '../../local/manager'
import { wechatPermissions } from './permissions'

const envId = 'env-1a'
let standIn: ManagerStandIn
beforeEach(async () => {
  standIn = await startManager({ envId })
})
afterEach(() => standIn.stop())

const asking = (token = WECHAT_TOKEN) => wechatPermissions({ envId, token, origin: standIn.origin })

test('a token that WeChat does not know is told, with the way out', async () => {
  await expect(asking('stolen').read('api')).rejects.toThrow('微信不认这个 access_token（40014）')
})

test('another refusal keeps its code', async () => {
  await expect(asking().write('nobody', [])).rejects.toThrow('-501000')
})

test('what was written is read; before, there is nothing', async () => {
  const latest = {
    zip: '',
    description: '',
    handler: '',
    runtime: '',
    timeout: 3,
    memory: 256,
    variables: {},
  }
  standIn.state.functions.api = {
    status: 'Active',
    pollsUntilActive: 0,
    latest,
    versions: [],
    aliases: {},
    triggers: [],
  }
  expect(await asking().read('api')).toEqual([])
  await asking().write('api', ['wxacode.getUnlimited'])
  expect(await asking().read('api')).toEqual(['wxacode.getUnlimited'])
})
