import { PNG } from 'pngjs'
import { encode } from 'uqr'

const MODULE_PX = 8
const QUIET_MODULES = 4

/** The content of a local code: a real one opens WeChat, this one names the page that it would open. */
export const codeContent = (scene: string, page: string): string =>
  `https://xueshi.local/q?page=${encodeURIComponent(page)}&scene=${encodeURIComponent(scene)}`

/** A picture that any reader of QR codes reads. (The real mini-program code is round, and opens WeChat alone.) */
export function qrPng(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_MODULES })
  const png = new PNG({ width: size * MODULE_PX, height: size * MODULE_PX, colorType: 0 })
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      const dark = data[Math.floor(y / MODULE_PX)]?.[Math.floor(x / MODULE_PX)] ?? false
      const at = (y * png.width + x) * 4
      png.data.fill(dark ? 0 : 255, at, at + 3)
      png.data[at + 3] = 255
    }
  }
  // Which filter is least is tried for each line; squares need none.
  return PNG.sync.write(png, { colorType: 0, filterType: 0 })
}
