import type { CertificateView } from '@server/books/certificate/views'
import Taro from '@tarojs/taro'
import { drawCertificate, PICTURE } from './draw-certificate'

export const CANVAS_ID = 'certificate-canvas'

interface CanvasFields {
  node: Taro.Canvas
}

/** The canvas of the page, off the screen's edge: a phone draws only onto one that exists. */
function canvasNode(): Promise<Taro.Canvas> {
  return new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${CANVAS_ID}`)
      .fields({ node: true, size: true }, (found) => {
        const node = (found as CanvasFields | null)?.node
        if (node) resolve(node)
        else reject(new Error('the canvas is not on the page'))
      })
      .exec()
  })
}

/** Draws the certificate and gives back the picture's path. */
export async function certificatePicture(certificate: CertificateView): Promise<string> {
  const canvas = await canvasNode()
  canvas.width = PICTURE.width
  canvas.height = PICTURE.height
  drawCertificate(canvas.getContext('2d') as unknown as CanvasRenderingContext2D, certificate)
  const { width, height } = PICTURE
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas,
    x: 0,
    y: 0,
    width,
    height,
    destWidth: width,
    destHeight: height,
    fileType: 'png',
  })
  return tempFilePath
}

/** `denied`: the person, or an earlier answer of theirs, keeps the album closed; only its settings open it again. */
export type Saved = 'saved' | 'denied' | 'failed'

export async function saveToAlbum(certificate: CertificateView): Promise<Saved> {
  try {
    const filePath = await certificatePicture(certificate)
    await Taro.saveImageToPhotosAlbum({ filePath })
    return 'saved'
  } catch (cause) {
    const message = (cause as { errMsg?: unknown } | null)?.errMsg
    return typeof message === 'string' && /deny|denied|authorize|cancel/.test(message) ? 'denied' : 'failed'
  }
}

/** Sends the picture to a chat; where the phone cannot, it is shown large, to be held and sent. */
export async function sharePicture(certificate: CertificateView): Promise<void> {
  const path = await certificatePicture(certificate)
  if (Taro.canIUse('showShareImageMenu')) await Taro.showShareImageMenu({ path })
  else await Taro.previewImage({ urls: [path], current: path })
}
