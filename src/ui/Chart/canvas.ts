import type { Pen } from '@qiun/ucharts'
import Taro from '@tarojs/taro'

/** A canvas of the page with its size in the pixels of the design. */
export interface FoundCanvas {
  node: Taro.Canvas
  width: number
  height: number
}

const TRIES = 5
const BETWEEN_MS = 80

/**
 * A canvas that was just put on the page is not there at once: it is asked for a few times. Null where it never
 * comes.
 */
export async function canvasOf(id: string): Promise<FoundCanvas | null> {
  await new Promise<void>((resolve) => Taro.nextTick(() => resolve()))
  for (let left = TRIES; left > 0; left -= 1) {
    const found = await asked(id)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
  }
  return null
}

function asked(id: string): Promise<FoundCanvas | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true }, (answer) => {
        const found = answer as FoundCanvas | null
        resolve(found?.node && found.width > 0 && found.height > 0 ? found : null)
      })
      .exec()
  })
}

/** As many pixels as the phone has, measured in those of the design. Null where the phone gives no such context. */
export function penOf({ node, width, height }: FoundCanvas): Pen | null {
  const { pixelRatio } = Taro.getWindowInfo()
  const context = node.getContext('2d') as unknown as CanvasRenderingContext2D | null
  if (!context) return null
  node.width = Math.round(width * pixelRatio)
  node.height = Math.round(height * pixelRatio)
  context.scale(pixelRatio, pixelRatio)
  return withSetters(context)
}

const FAMILY = 'PingFang SC, Noto Sans SC, sans-serif'

/** uCharts adds these itself where they are missing, but knows one family of type only: ours is the screen's. */
function withSetters(context: CanvasRenderingContext2D): Pen {
  const set = (values: Partial<CanvasRenderingContext2D>): void => {
    Object.assign(context, values)
  }
  return Object.assign(context, {
    setStrokeStyle: (strokeStyle: string) => set({ strokeStyle }),
    setLineWidth: (lineWidth: number) => set({ lineWidth }),
    setLineCap: (lineCap: CanvasLineCap) => set({ lineCap }),
    setFontSize: (sizePx: number) => set({ font: `${sizePx}px ${FAMILY}` }),
    setFillStyle: (fillStyle: string) => set({ fillStyle }),
    setTextAlign: (textAlign: CanvasTextAlign) => set({ textAlign }),
    setTextBaseline: (textBaseline: CanvasTextBaseline) => set({ textBaseline }),
    setShadow: (x: number, y: number, blur: number, colour: string) =>
      set({ shadowOffsetX: x, shadowOffsetY: y, shadowBlur: blur, shadowColor: colour }),
    draw: () => undefined,
  })
}
