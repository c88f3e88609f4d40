// A region begins by the command, and its first reviewer comes through the deployed functions.
import { found } from '../../scripts/found/found'
import { idNumberOf, Town } from './town'

let town: Town
beforeAll(async () => {
  town = await Town.open()
})
afterAll(() => town.close())

const NAME = '演示省人力资源和社会保障厅'
const FOUNDER = { name: '安若素', idNumber: idNumberOf('19790315', '301') }
const SECOND = { name: '纪怀远', idNumber: idNumberOf('19821109', '302') }

/** As from a shell that has the environment's keys, which a town's context leaves in this process. */
async function founding(): Promise<string> {
  const { envId } = town.cloud
  town.context()
  const argv = ['--env', envId, '--region', 'qinghai', '--body', NAME, '--area', '990000']
  const { text } = await found(argv, { colours: false })
  return /开通码\s+(f\w{15})/.exec(text)?.[1] ?? text
}

const scans = (openid: string, token: string) =>
  town.call(openid, 'account.enter', { channel: 'unit-code', scene: 1047, token })

test('two people with one code at the same moment: one begins, the other is nobody', async () => {
  const code = await founding()
  expect((await scans('o-founder', code)).data).toMatchObject({
    ...{ landing: { page: 'enrol', unit: { name: NAME } } },
  })
  await town.prepare('o-founder')
  await town.prepare('o-second', '13900008802')
  const answers = await Promise.all([
    town.register('o-founder', { ...FOUNDER, token: code }),
    town.register('o-second', { ...SECOND, token: code }),
  ])
  expect(answers.map((answer) => answer.code).sort()).toEqual(['TOKEN_USED', null].sort())
  const [first, other] = answers[0].code === null ? ['o-founder', 'o-second'] : ['o-second', 'o-founder']
  const { data } = await town.call<{ children: { name: string }[] }>(first, 'organisation.tree', {})
  expect(data?.children.map(({ name }) => name)).toEqual([NAME])
  expect((await town.call(other, 'organisation.tree', {})).code).toBe('NOT_REGISTERED')
  expect((await scans(other, code)).code).toBe('TOKEN_USED')
  expect(await founding()).toContain('已经有审核人')
})
