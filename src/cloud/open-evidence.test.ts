import Taro from '@tarojs/taro'
import { openEvidence } from './open-evidence'

const phone = Taro as unknown as Record<string, jest.Mock>
beforeEach(() => {
  for (const name of ['previewImage', 'openDocument', 'shareFileMessage'])
    phone[name] = jest.fn(async () => ({}))
  phone.downloadFile = jest.fn(async () => ({ tempFilePath: 'wxfile://a' }))
})

test('a photo is shown, a PDF opened, and neither is forwarded', async () => {
  await openEvidence({ type: 'image/png', name: '证.png' }, 'https://a/1')
  expect(phone.previewImage).toHaveBeenCalledWith({ urls: ['https://a/1'], current: 'https://a/1' })
  expect(phone.downloadFile).not.toHaveBeenCalled()
  await openEvidence({ type: 'application/pdf', name: '证.pdf' }, 'https://a/2')
  expect(phone.openDocument).toHaveBeenCalledWith(expect.objectContaining({ fileType: 'pdf' }))
  expect(phone.shareFileMessage).not.toHaveBeenCalled()
})

test('an OFD, which WeChat cannot open, is forwarded where the person wants that', async () => {
  const ofd = { type: 'application/ofd', name: '证照.ofd' } as const
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false } as never)
  await openEvidence(ofd, 'https://a/3')
  expect(phone.shareFileMessage).not.toHaveBeenCalled()
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: true } as never)
  await openEvidence(ofd, 'https://a/3')
  expect(phone.shareFileMessage).toHaveBeenCalledWith({ filePath: 'wxfile://a', fileName: '证照.ofd' })
  expect(phone.openDocument).not.toHaveBeenCalled()
})
