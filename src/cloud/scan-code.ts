import Taro from '@tarojs/taro'
import { open, routes } from '@/routes'
import { comeIn } from './arrive'
import { scannedEntry } from './entry'

/**
 * Opens the camera, then the page to which the code points; a refused code is explained on the home page, and a
 * foreign app's code is named as such.
 */
export async function scanCode(): Promise<void> {
  const scanned = await Taro.scanCode({ onlyFromCamera: false }).catch(() => null)
  if (scanned === null) return
  const entry = scannedEntry(pathOf(scanned))
  if (entry === null) {
    void Taro.showModal({
      title: '没有认出这个二维码',
      content: '请扫描单位出示的登记二维码',
      confirmText: '知道了',
      showCancel: false,
    })
    return
  }
  const landing = await comeIn(entry)
  if (landing === null || landing.page === 'home') open(routes.home())
}

/** WeChat's own code names a page (`path`, which the types leave out); any other code only says a text. */
function pathOf({ path, result }: { result: string; path?: string }): string {
  return path === undefined || path === '' ? result : path
}
