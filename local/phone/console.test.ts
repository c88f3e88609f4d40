// What the console of a program lists, and the phone holds it to.
import type { Phone } from './driver'
import { type PhoneFixture, startPhoneFixture } from './fixtures/phone-fixture'
import { servePhone } from './serve'

let fixture: PhoneFixture
beforeAll(async () => {
  fixture = await startPhoneFixture()
})
afterAll(() => fixture.stop())
afterEach(() => fixture.putDown())

test('what the privacy guide does not name fails, whatever the person says', async () => {
  const silent = await servePhone({ dist: fixture.program.dist, cloudOrigin: fixture.cloud.origin })
  const phone = await fixture.hold({ server: silent })
  const said = await phone.page.evaluate(async () => {
    const { wx } = window.phone.app()
    try {
      await wx.chooseMessageFile?.({ count: 1 })
      return 'chosen'
    } catch (error) {
      const { errMsg, errno } = error as { errMsg: string; errno: number }
      return `${errMsg} ${errno}`
    }
  })
  expect(said).toBe('chooseMessageFile:fail api scope is not declared in the privacy agreement 112')
  await silent.stop()
})

test('a file is fetched by its address only from a declared host, as WeChat does', async () => {
  const { program, cloud } = fixture
  const declared = await servePhone({
    dist: program.dist,
    cloudOrigin: cloud.origin,
    downloadHosts: [new URL(cloud.origin).host],
  })
  const fetched = (phone: Phone) =>
    phone.page.evaluate(async (url) => {
      const { wx } = window.phone.app()
      try {
        return Object.keys((await wx.downloadFile?.({ url })) as object)
      } catch (error) {
        return [(error as Error).message]
      }
    }, `${cloud.origin}/lecture.mp4`)
  expect(await fetched(await fixture.hold())).toEqual(['downloadFile:fail url not in domain list'])
  const other = await fixture.hold({ server: declared })
  expect(await fetched(other)).toContain('tempFilePath')
  await declared.stop()
})
