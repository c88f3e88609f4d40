/** The used part of uCharts, which ships no types. */
declare module '@qiun/ucharts' {
  export interface UChartsSeries {
    name: string
    color: string
    data: (number | { value: number; color: string } | null)[]
    textColor: string
    textSize: number
    textOffset: number
    formatter(value: number, index: number): string
  }

  export interface UChartsAxis {
    type?: 'categories'
    categories?: string[]
    min?: number
    max?: number
    disabled?: boolean
    axisLine?: boolean
    fontSize?: number
    fontColor?: string
    formatter?(value: number | string): string
  }

  export interface UChartsOptions {
    type: 'column' | 'area' | 'bar'
    width: number
    height: number
    pixelRatio: number
    animation: boolean
    fontSize: number
    fontColor: string
    /** Top, right, bottom, left. */
    padding: [number, number, number, number]
    categories: string[]
    series: UChartsSeries[]
    legend: { show: boolean }
    dataLabel: boolean
    dataPointShape: boolean
    xAxis: {
      disabled?: boolean
      disableGrid: boolean
      axisLine: boolean
      axisLineColor?: string
      fontSize: number
      fontColor: string
      lineHeight?: number
      min?: number
      max?: number
      splitNumber?: number
      formatter?(value: string, index: number): string
    }
    yAxis: {
      disableGrid: boolean
      gridColor?: string
      gridType?: 'solid' | 'dash'
      splitNumber?: number
      data: UChartsAxis[]
    }
    extra: {
      column?: { type: 'group'; width: number; barBorderRadius: number[] }
      bar?: { type: 'group'; width: number; barBorderRadius: number[] }
      area?: { type: 'straight'; opacity: number; addLine: boolean; width: number; gradient: boolean }
    }
  }

  /** A context with the setters of the old canvas, which uCharts speaks; those it does not find it adds itself. */
  export interface Pen extends CanvasRenderingContext2D {
    setStrokeStyle(style: string): void
    setLineWidth(width: number): void
    setLineCap(cap: CanvasLineCap): void
    setFontSize(sizePx: number): void
    setFillStyle(style: string): void
    setTextAlign(align: CanvasTextAlign): void
    setTextBaseline(baseline: CanvasTextBaseline): void
    setShadow(x: number, y: number, blur: number, colour: string): void
    draw(): void
  }

  export default class UCharts {
    constructor(options: UChartsOptions & { context: Pen })
    stopAnimation(): void
  }
}
