import { assetUrl } from '../asset-url'
import { element } from '../dom'
import { type Layer, openLayer } from './layer'

export interface ToastOptions {
  title?: string
  icon?: string
  image?: string
  duration?: number
  mask?: boolean
}

const DEFAULT_DURATION_MS = 1500

let shown: Layer | undefined
let timer: ReturnType<typeof setTimeout> | undefined

export function hideToast(): void {
  clearTimeout(timer)
  shown?.close()
  shown = undefined
}

function picture(icon: string, image: string | undefined): HTMLElement | null {
  if (image) {
    const img = element('img', { className: 'toast-image' })
    img.src = assetUrl(image)
    return img
  }
  return icon === 'none' ? null : element('i', { className: `toast-icon ${icon}` })
}

/** There is one toast at a time, and a loading one is a toast too, as on the phone. */
function draw(options: ToastOptions, icon: string, role: string): void {
  hideToast()
  const box = element('div', { className: 'phone-toast', role }, [
    picture(icon, options.image),
    element('p', { text: options.title ?? '' }),
  ])
  box.classList.toggle('with-icon', icon !== 'none')
  shown = openLayer(options.mask ? 'covering' : 'passing', box)
}

export function showToast(options: ToastOptions): void {
  draw(options, options.icon ?? 'success', 'alert')
  timer = setTimeout(hideToast, options.duration ?? DEFAULT_DURATION_MS)
}

export const showLoading = (options: ToastOptions): void => draw(options, 'loading', 'status')
