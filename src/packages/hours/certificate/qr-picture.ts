import { encode } from 'uqr'

export interface QrPicture {
  /** True where the module is dark, row by row, the quiet zone included. */
  modules: boolean[][]
  /** Modules a side. */
  size: number
}

/** The standard asks for four light modules around the code. */
const QUIET_ZONE = 4

/** Error correction M, as the certificate's payload was measured for: a screenshot of it reads. */
export function qrPicture(text: string): QrPicture {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE, boostEcc: false })
  return { modules: data, size }
}

/** As a picture of its own, dark on light in both themes: a reader needs that contrast. */
export function qrDataUrl({ modules, size }: QrPicture): string {
  const path = modules.flatMap((row, y) =>
    runsOf(row).map(({ from, to }) => `M${from} ${y}h${to - from}v1H${from}z`),
  )
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path.join('')}"/></svg>`
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}

/** Dark stretches of a row, half-open. */
export function runsOf(row: readonly boolean[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  row.forEach((dark, x) => {
    const last = runs[runs.length - 1]
    if (!dark) return
    if (last !== undefined && last.to === x) last.to = x + 1
    else runs.push({ from: x, to: x + 1 })
  })
  return runs
}

const LEAST_MODULE_PX = 2
const WIDEST_PX = 216

/** Side on screen: whole pixels a module, so that its edges stay sharp; at least two, which is four on a phone's screen. */
export const sideOnScreen = (size: number): number =>
  size * Math.max(LEAST_MODULE_PX, Math.floor(WIDEST_PX / size))
