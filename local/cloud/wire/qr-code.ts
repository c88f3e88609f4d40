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
  const side = size * MODULE_PX
  // One byte a pixel, as the file has it.
  const grey = Buffer.alloc(side * side, 255)
  for (const [y, row] of data.entries())
    for (const [x, dark] of row.entries())
      for (let line = y * MODULE_PX; dark && line < (y + 1) * MODULE_PX; line += 1)
        grey.fill(0, line * side + x * MODULE_PX, line * side + (x + 1) * MODULE_PX)
  const png = Object.assign(new PNG({ width: side, height: side }), { data: grey })
  // Which filter is least is tried for each line; squares need none.
  return PNG.sync.write(png, { inputColorType: 0, inputHasAlpha: false, colorType: 0, filterType: 0 })
}
