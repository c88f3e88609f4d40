import { assetUrl } from '../asset-url'
import { builtinOf } from '../builtins/builtin'
import { setFullScreen } from '../builtins/video-controls'
import { canvasBehind, canvasNodeOf } from '../canvas-node'
import { viewPictures } from '../layers/picture-view'
import { offerDownload } from '../layers/saved-note'
import { problem } from '../record'
import { asBlob, heldFile, holdFile, objectUrl } from '../temporary-files'
import { ApiFailure, asyncApi } from './async-api'
import { requirePrivacy } from './privacy'

const onTopPage = (selector: string) => document.querySelector(`.phone-page:not([hidden]) ${selector}`)

function videoContext(id: string) {
  const host = () => onTopPage(`wx-video[id="${CSS.escape(id)}"]`)
  const player = (): HTMLVideoElement | null => host()?.querySelector('video') ?? null
  const fullScreen = (on: boolean) => {
    const builtin = builtinOf(host())
    if (builtin) setFullScreen(builtin, on)
  }
  return {
    play: () => {
      // A play that is overtaken by a pause or a new source is no fault of the program.
      player()
        ?.play()
        .catch((error: Error) => {
          if (error.name !== 'AbortError' && error.name !== 'NotSupportedError')
            problem(`video.play: ${error.message}`)
        })
    },
    pause: () => player()?.pause(),
    stop: () => {
      const video = player()
      if (!video) return
      video.pause()
      video.currentTime = 0
    },
    seek: (seconds: number) => {
      const video = player()
      if (video) video.currentTime = seconds
    },
    playbackRate: (rate: number) => {
      const video = player()
      if (video) video.playbackRate = rate
    },
    requestFullScreen: () => fullScreen(true),
    exitFullScreen: () => fullScreen(false),
    showStatusBar() {},
    hideStatusBar() {},
    exitPictureInPicture() {},
    requestBackgroundPlayback() {},
    exitBackgroundPlayback() {},
    sendDanmu() {},
  }
}

interface CanvasFileOptions {
  canvas?: unknown
  canvasId?: string
  x?: number
  y?: number
  width?: number
  height?: number
  destWidth?: number
  destHeight?: number
  fileType?: 'png' | 'jpg'
  quality?: number
}

async function canvasToFile(options: CanvasFileOptions) {
  const found = options.canvasId
    ? onTopPage(`canvas[data-canvas-id="${CSS.escape(options.canvasId)}"]`)
    : null
  const source = canvasBehind(options.canvas) ?? (found instanceof HTMLCanvasElement ? found : null)
  if (!source) throw new ApiFailure('canvas is empty')
  const { x = 0, y = 0, width = source.width - x, height = source.height - y } = options
  const out = document.createElement('canvas')
  out.width = options.destWidth ?? width
  out.height = options.destHeight ?? height
  out.getContext('2d')?.drawImage(source, x, y, width, height, 0, 0, out.width, out.height)
  const type = options.fileType === 'jpg' ? 'image/jpeg' : 'image/png'
  const blob = await new Promise<Blob | null>((resolve) => out.toBlob(resolve, type, options.quality))
  if (!blob) throw new ApiFailure('canvas could not be written')
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return { tempFilePath: holdFile({ bytes, type }, options.fileType === 'jpg' ? 'jpg' : 'png') }
}

/** Pictures the program has put into the phone's album, as paths. */
export const album: string[] = []

async function saveToAlbum({ filePath }: { filePath: string }): Promise<void> {
  await requirePrivacy('saveImageToPhotosAlbum')
  const url = objectUrl(filePath)
  if (!url) throw new ApiFailure(`file not found: ${filePath}`)
  album.push(filePath)
  if (!navigator.webdriver) {
    const fileName = filePath.split('/').at(-1) ?? 'picture.png'
    offerDownload(url, { fileName, words: '图片已存入相册' })
  }
}

async function imageInfo({ src }: { src: string }) {
  const picture = new Image()
  picture.src = assetUrl(src)
  await picture.decode()
  return {
    width: picture.naturalWidth,
    height: picture.naturalHeight,
    path: src,
    orientation: 'up',
    type: 'unknown',
  }
}

interface OffscreenOptions {
  type?: string
  width?: number
  height?: number
}

function offscreenCanvas({ width = 300, height = 150 }: OffscreenOptions = {}) {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvasNodeOf(canvas)
}

/** The bytes of a saved picture, so that a test can read it as a person would. */
export async function albumPicture(index: number): Promise<string | null> {
  const path = album.at(index)
  const file = path ? heldFile(path) : undefined
  if (!file) return null
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsDataURL(asBlob(file))
  })
}

interface PreviewOptions {
  urls: string[]
  current?: string | number
}

export const mediaApi = {
  createVideoContext: videoContext,
  createOffscreenCanvas: offscreenCanvas,
  canvasToTempFilePath: asyncApi<CanvasFileOptions>('canvasToTempFilePath', canvasToFile),
  saveImageToPhotosAlbum: asyncApi<{ filePath: string }>('saveImageToPhotosAlbum', saveToAlbum),
  getImageInfo: asyncApi<{ src: string }>('getImageInfo', imageInfo),
  previewImage: asyncApi<PreviewOptions>('previewImage', ({ urls, current }) => viewPictures(urls, current)),
  previewMedia: asyncApi<{ sources: { url: string }[]; current?: number }>(
    'previewMedia',
    ({ sources, current }) =>
      viewPictures(
        sources.map(({ url }) => url),
        current,
      ),
  ),
}
