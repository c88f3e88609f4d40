// Written against the real SDK alone: files, functions, the open API.
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { type Environment, openEnvironment, testLocally } from './environment'
import { failureOf, type Sdk, sdkOn } from './sdk'

let environment: Environment
let cloud: Sdk
const run = Date.now().toString(36)
const upload = (name: string, text: string) =>
  cloud.uploadFile({ cloudPath: `contract/${run}/${name}`, fileContent: Buffer.from(text) })
const NO_WECHAT = 'a real one belongs to a registered mini-program'

beforeAll(async () => {
  environment = await openEnvironment()
  cloud = (await sdkOn(environment)).cloud
})
afterAll(() => environment.stop())

describe('files', () => {
  test('are uploaded, downloaded, replaced and deleted', async () => {
    const { fileID } = await upload('文 件.txt', '你好')
    expect((await cloud.downloadFile({ fileID })).fileContent.toString()).toBe('你好')
    await upload('文 件.txt', '再见')
    expect((await cloud.downloadFile({ fileID })).fileContent.toString()).toBe('再见')
    expect((await cloud.deleteFile({ fileList: [fileID] })).fileList[0]?.status).toBe(0)
    await expect(cloud.downloadFile({ fileID })).rejects.toBeDefined()
  })

  test('are read by an address, and by ranges of bytes', async () => {
    const { fileID } = await upload('range.txt', '0123456789')
    const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] })
    const part = await fetch(fileList[0]?.tempFileURL ?? '', { headers: { range: 'bytes=2-5' } })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 2-5/10',
      '2345',
    ])
    await cloud.deleteFile({ fileList: [fileID] })
  })

  test('that are missing have a status of their own, beside those that are there', async () => {
    const { fileID } = await upload('there.txt', 'x')
    const { fileList } = await cloud.getTempFileURL({ fileList: [fileID, `${fileID}.missing`] })
    expect(fileList.map(({ status }) => status)).toEqual([0, -503003])
    await cloud.deleteFile({ fileList: [fileID] })
  })

  testLocally('end with their address, on the cloud’s clock', 'nobody moves a real clock', async () => {
    const { fileID } = await upload('short.txt', 'x')
    const { fileList } = await cloud.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })
    const address = fileList[0]?.tempFileURL ?? ''
    expect((await fetch(address)).status).toBe(200)
    expect((await fetch(address.replace('short', 'other'))).status).toBe(403)
    expect((await fetch(address, { method: 'PUT', body: 'y' })).status).toBe(403)
    await environment.local().clock.advanceMs(61_000)
    expect((await fetch(address)).status).toBe(403)
  })

  testLocally('are open for a day where nobody says for how long', 'nobody moves a real clock', async () => {
    const { fileID } = await upload('long.txt', 'x')
    const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] })
    const address = fileList[0]?.tempFileURL ?? ''
    await environment.local().clock.advanceMs(23 * 3_600_000)
    expect((await fetch(address)).status).toBe(200)
    await environment.local().clock.advanceMs(3_600_001)
    expect((await fetch(address)).status).toBe(403)
  })
})

describe('functions', () => {
  testLocally('are called with their event, and nobody’s openid', 'echo is not deployed there', async () => {
    const { result } = await cloud.callFunction({ name: 'echo', data: { a: 1 } })
    expect(result).toMatchObject({ event: { a: 1 }, openid: null })
  })

  testLocally('that do not exist, or fail, surface as errCode -1', 'nothing is deployed there', async () => {
    expect((await failureOf(cloud.callFunction({ name: 'nowhere' }))).errCode).toBe(-1)
    const failed = await failureOf(cloud.callFunction({ name: 'faulty', data: { how: 'throw' } }))
    expect([failed.errCode, failed.message.includes('on purpose')]).toEqual([-1, true])
  })

  testLocally('are not called with more than 100 KB', 'nothing is deployed there', async () => {
    const call = cloud.callFunction({ name: 'echo', data: { text: 'x'.repeat(110_000) } })
    expect((await failureOf(call)).errCode).toBe(-1)
  })
})

describe('the open API', () => {
  testLocally('draws codes that can be read', NO_WECHAT, async () => {
    const { contentType, buffer } = await cloud.openapi.wxacode.getUnlimited({
      scene: 'u=1',
      page: 'pages/a',
    })
    const { data, width, height } = PNG.sync.read(buffer)
    const read = jsQR(new Uint8ClampedArray(data), width, height)
    expect(contentType).toBe('image/png')
    expect(read?.data).toBe('https://xueshi.local/q?page=pages%2Fa&scene=u%3D1')
  })

  testLocally('refuses a scene that is too long, or of other characters', NO_WECHAT, async () => {
    for (const scene of ['x'.repeat(33), '单位', 'a b', 'a%20b', ''])
      expect((await failureOf(cloud.openapi.wxacode.getUnlimited({ scene }))).errCode).toBe(40169)
  })

  testLocally('puts messages into the outbox', NO_WECHAT, async () => {
    const data = { thing1: { value: '你好' }, phrase3: { value: '合格' } }
    const message = { touser: 'o-1', templateId: 'T', data }
    expect((await cloud.openapi.subscribeMessage.send(message)).errCode).toBe(0)
    const sent = environment.local().outbox.at(-1)
    expect(sent).toMatchObject({ api: 'subscribeMessage.send', args: { touser: 'o-1', template_id: 'T' } })
  })

  const sent = (templateId: string, data: Record<string, string>) =>
    cloud.openapi.subscribeMessage.send({
      touser: 'o-1',
      templateId,
      data: Object.fromEntries(Object.entries(data).map(([keyword, value]) => [keyword, { value }])),
    })
  testLocally('refuses a message that its template cannot hold', NO_WECHAT, async () => {
    const fits = { thing1: '你好', phrase3: '合格' }
    const wrong: [templateId: string, data: Record<string, string>, errCode: number][] = [
      ['our-own-name', fits, 40037],
      ['T', { phrase3: '合格' }, 47003],
      ['T', { ...fits, thing1: '' }, 47003],
      ['T', { ...fits, note: '你好' }, 47003],
      ['T', { ...fits, thing1: '好'.repeat(21) }, 47003],
      ['T', { ...fits, phrase3: '一二三四五六' }, 47003],
      ['T', { ...fits, phrase3: 'passed' }, 47003],
    ]
    for (const [templateId, data, errCode] of wrong)
      expect([data, (await failureOf(sent(templateId, data))).errCode]).toEqual([data, errCode])
    expect((await sent('T', { ...fits, thing1: '好'.repeat(20) })).errCode).toBe(0)
  })

  testLocally('gives a phone number for its code, once', NO_WECHAT, async () => {
    const code = environment.local().phoneCodes.issue('19900000000')
    const { phoneInfo } = await cloud.openapi.phonenumber.getPhoneNumber({ code })
    expect(phoneInfo.phoneNumber).toBe('19900000000')
    expect((await failureOf(cloud.openapi.phonenumber.getPhoneNumber({ code }))).errCode).toBe(40029)
    const late = environment.local().phoneCodes.issue('19900000000')
    await environment.local().clock.advanceMs(6 * 60_000)
    expect((await failureOf(cloud.openapi.phonenumber.getPhoneNumber({ code: late }))).errCode).toBe(40029)
  })

  testLocally('refuses what it does not have', NO_WECHAT, async () => {
    expect((await failureOf(cloud.openapi.security.msgSecCheck({ content: 'x' }))).errCode).toBe(-604100)
  })
})
