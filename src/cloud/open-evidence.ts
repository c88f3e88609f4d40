import type { AttachmentView } from '@server/claims/filing/views'
import Taro from '@tarojs/taro'
import { wasCancelled } from './was-cancelled'

type Evidence = Pick<AttachmentView, 'type' | 'name'>

export const isPhoto = ({ type }: Pick<AttachmentView, 'type'>): boolean => type.startsWith('image/')

/** Opens a photo over the page, and a document in the phone's own reader. */
export async function openEvidence(evidence: Evidence, url: string): Promise<void> {
  if (isPhoto(evidence)) {
    await Taro.previewImage({ urls: [url], current: url })
    return
  }
  const { tempFilePath } = await Taro.downloadFile({ url })
  if (evidence.type === 'application/pdf')
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true })
  else await forwardOfd(evidence, tempFilePath)
}

/** WeChat has no reader of OFD: it goes to a chat of the person's own, and opens on a computer or in a reader's program. */
async function forwardOfd({ name }: Evidence, filePath: string): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '微信里打不开 OFD 文件',
    content: '可以先转发给自己的“文件传输助手”，再用电脑或手机上的 OFD 阅读器打开。请不要转发给无关的人。',
    confirmText: '去转发',
    cancelText: '先不看',
  })
  if (!confirm) return
  try {
    await Taro.shareFileMessage({ filePath, fileName: name })
  } catch (cause) {
    if (!wasCancelled(cause)) throw cause
  }
}
