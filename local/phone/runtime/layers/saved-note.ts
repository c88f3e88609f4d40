import { element } from '../dom'
import { openLayer } from './layer'

const NOTE_LASTS_MS = 6000

/** A person at a desk has no photo album and no viewer of documents: what was saved or opened is offered as a download. */
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
