import { withPhoneType } from '../generic-type'
import { assetUrl } from './asset-url'

/** The canvas object of a script in the logic layer: no DOM node, but the drawing surface itself. */
export interface CanvasNode {
  width: number
  height: number
  getContext(kind: string, attributes?: unknown): unknown
  createImage(): HTMLImageElement
  createImageData(width: number, height: number): ImageData
  createPath2D(path?: string): Path2D
  requestAnimationFrame(callback: FrameRequestCallback): number
  cancelAnimationFrame(id: number): void
  toDataURL(type?: string, quality?: number): string
}

const nodes = new WeakMap<HTMLCanvasElement, CanvasNode>()
const canvases = new WeakMap<object, HTMLCanvasElement>()

export const canvasBehind = (node: unknown): HTMLCanvasElement | undefined =>
  typeof node === 'object' && node !== null ? canvases.get(node) : undefined

export function canvasNodeOf(canvas: HTMLCanvasElement): CanvasNode {
  const known = nodes.get(canvas)
  if (known) return known
  const node: CanvasNode = {
    get width() {
      return canvas.width
    },
    set width(value) {
      canvas.width = value
    },
    get height() {
      return canvas.height
    },
    set height(value) {
      canvas.height = value
    },
    getContext: (kind, attributes) => drawingContext(canvas, kind, attributes),
    createImage: phoneImage,
    createImageData: (width, height) => new ImageData(width, height),
    createPath2D: (path) => new Path2D(path),
    requestAnimationFrame: (callback) => requestAnimationFrame(callback),
    cancelAnimationFrame: (id) => cancelAnimationFrame(id),
    toDataURL: (type, quality) => canvas.toDataURL(type, quality),
  }
  nodes.set(canvas, node)
  canvases.set(node, canvas)
  return node
}

/** A picture whose source may be a path of the program or of the phone. */
function phoneImage(): HTMLImageElement {
  const image = new Image()
  image.crossOrigin = 'anonymous'
  const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')
  Object.defineProperty(image, 'src', {
    get: () => source?.get?.call(image) as string,
    set: (value: string) => source?.set?.call(image, assetUrl(value)),
  })
  return image
}

/** A canvas may be drawn onto another one; the program then names its node, the browser needs the element. */
function drawingContext(canvas: HTMLCanvasElement, kind: string, attributes: unknown): unknown {
  if (kind !== '2d') return canvas.getContext(kind, attributes)
  const context = canvas.getContext('2d')
  if (!context || Object.hasOwn(context, 'drawImage')) return context
  const drawImage = context.drawImage as (...parameters: unknown[]) => void
  const draw = (source: unknown, ...rest: unknown[]) =>
    drawImage.call(context, canvasBehind(source) ?? source, ...rest)
  Object.defineProperty(context, 'drawImage', { value: draw })
  const font = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'font')
  Object.defineProperty(context, 'font', {
    get: () => font?.get?.call(context) as string,
    set: (value: string) => font?.set?.call(context, withPhoneType(value)),
  })
  return context
}
