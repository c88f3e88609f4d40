import jsQR from 'jsqr'
import { qrDataUrl, qrPicture, runsOf, sideOnScreen } from './qr-picture'

/** As a real one: an origin, and 93 signed bytes in base32. */
const CHECK_URL = `HTTPS://CHECK.EXAMPLE.CN/WEB/#${'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.repeat(5).slice(0, 149)}`

function pixelsOf(modules: boolean[][], scale: number): Uint8ClampedArray {
  const side = modules.length * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const dark = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true
      pixels.fill(dark ? 0 : 255, (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  }
  return pixels
}

test('a reader finds the address in it, at the size of a screenshot', () => {
  const { modules, size } = qrPicture(CHECK_URL)
  const scale = 4
  expect(jsQR(pixelsOf(modules, scale), size * scale, size * scale)?.data).toBe(CHECK_URL)
})

test('on a screen 390 wide it fits, at least four device pixels a module, its quiet zone around it', () => {
  const { modules, size } = qrPicture(CHECK_URL)
  expect(sideOnScreen(size)).toBeLessThanOrEqual(300)
  expect((sideOnScreen(size) / size) * 2).toBeGreaterThanOrEqual(4)
  expect(Number.isInteger(sideOnScreen(size) / size)).toBe(true)
  for (const edge of [0, 1, 2, 3]) expect(modules[edge]?.some(Boolean)).toBe(false)
})

test('dark stretches, and the picture made of them', () => {
  expect(runsOf([false, true, true, false, true])).toEqual([
    { from: 1, to: 3 },
    { from: 4, to: 5 },
  ])
  const url = qrDataUrl({ modules: [[true, false]], size: 2 })
  expect(decodeURIComponent(url)).toContain('d="M0 0h1v1H0z"')
})
