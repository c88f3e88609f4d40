import { element } from '../dom'
import { openLayer } from './layer'

const NOTE_LASTS_MS = 6000

/** A person at a desk has no photo album: what was saved is offered as a download. */
export function offerDownload(url: string, fileName: string): void {
  const link = element('a', { text: '下载' })
  link.href = url
  link.download = fileName
  const note = element('div', { className: 'phone-note', role: 'status' }, [
    element('span', { text: '图片已存入相册' }),
    link,
  ])
  const layer = openLayer('passing', note)
  setTimeout(layer.close, NOTE_LASTS_MS)
}
