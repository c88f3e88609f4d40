import { assetUrl } from '../asset-url'
import { element } from '../dom'
import { openLayer } from './layer'

/** Pictures over the whole screen; a tap closes them. */
export function viewPictures(urls: string[], current: string | number | undefined): void {
  const index = typeof current === 'number' ? current : Math.max(0, urls.indexOf(current ?? ''))
  const pictures = urls.map((url) => {
    const picture = element('img')
    picture.src = assetUrl(url)
    return picture
  })
  const strip = element('div', { className: 'picture-strip' }, pictures)
  const view = element('div', { className: 'phone-pictures', role: 'dialog', label: '图片预览' }, [
    strip,
    element('button', { className: 'picture-close', text: '关闭', onTap: () => layer.close() }),
  ])
  const layer = openLayer('covering', view)
  strip.scrollLeft = index * strip.clientWidth
}
