import { element } from '../dom'
import { openLayer } from './layer'

const NOTE_LASTS_MS = 6000

/**
 * Offers a saved or opened file as a download, because a computer has neither a photo album nor WeChat's
 * document viewer.
 */
export function offerDownload(url: string, { fileName, words }: { fileName: string; words: string }): void {
  const link = element('a', { text: '下载' })
  link.href = url
  link.download = fileName
  const note = element('div', { className: 'phone-note', role: 'status' }, [
    element('span', { text: words }),
    link,
  ])
  const layer = openLayer('passing', note)
  setTimeout(layer.close, NOTE_LASTS_MS)
}
