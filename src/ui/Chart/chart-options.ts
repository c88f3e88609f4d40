import type { UChartsAxis, UChartsOptions, UChartsSeries } from '@qiun/ucharts'
import { CHART_COLOURS, type ChartTheme } from './chart-colours'

export interface ChartPoint {
  name: string
  /** Null where there is nothing yet: a line ends before it. */
  value: number | null
  /** Written at the point; most points of a dense chart have none. */
  label: string
  /** The point in words, for screen readers. */
  words: string
}

export interface ChartPicture {
  kind: 'columns' | 'line' | 'bars'
  points: readonly ChartPoint[]
  /** The top of the axis, so that half of it is a number one can read. */
  most: number
  axisText(value: number): string
  tone: 'brand' | 'done'
}

export interface ChartSurface {
  widthPx: number
  heightPx: number
  /** How much larger than designed the phone sets type. */
  scale: number
  theme: ChartTheme
}

const TYPE_PX = 13
const BAR_PX = 14
const COLUMN_MOST_PX = 18
/** Of the room that a column has; the rest parts it from the next. */
const COLUMN_SHARE = 0.7
const BAR_ROW_PX = 36
const UPRIGHT_PX = 176
/** As a share of the type size: the width of a digit, beside a square character, and the gap between two names. */
const DIGIT = 0.6
const GAP = 0.7
/** A number stands clear of the point on a line that it belongs to. */
const ABOVE_POINT_PX = -5

/** One row for each bar; upright charts have one height. Both grow with the type. */
export const chartHeightPx = ({ kind, points }: ChartPicture, scale: number): number =>
  Math.round((kind === 'bars' ? points.length * BAR_ROW_PX : UPRIGHT_PX) * scale)

/** The options of uCharts, which keeps and changes the object, so each drawing gets one of its own. */
export function optionsOf(picture: ChartPicture, surface: ChartSurface): UChartsOptions {
  return picture.kind === 'bars' ? barOptions(picture, surface) : uprightOptions(picture, surface)
}

const typePx = ({ scale }: ChartSurface): number => Math.round(TYPE_PX * scale)

function common({ kind, points, tone }: ChartPicture, surface: ChartSurface) {
  const colours = CHART_COLOURS[surface.theme]
  const fontSize = typePx(surface)
  const series: UChartsSeries = {
    name: '',
    color: colours[tone],
    data: points.map(({ value }) => value),
    textColor: colours.strong,
    textSize: fontSize,
    textOffset: kind === 'line' ? ABOVE_POINT_PX : 0,
    formatter: (_, index) => points[index]?.label ?? '',
  }
  return {
    width: surface.widthPx,
    height: surface.heightPx,
    // The context is scaled to the phone's pixels before; uCharts then measures in the pixels of the design.
    pixelRatio: 1,
    animation: false,
    fontSize,
    fontColor: colours.text,
    categories: points.map(({ name }) => name),
    series: [series],
    legend: { show: false },
    dataLabel: true,
    dataPointShape: kind === 'line',
  }
}

function uprightOptions(picture: ChartPicture, surface: ChartSurface): UChartsOptions {
  const { kind, points, most, axisText } = picture
  const colours = CHART_COLOURS[surface.theme]
  const fontSize = typePx(surface)
  const every = everyNth(points, surface)
  const columnPx = Math.min(COLUMN_MOST_PX, Math.floor(COLUMN_SHARE * slotPxOf(points, surface)))
  const axis: UChartsAxis = {
    min: 0,
    max: most,
    axisLine: false,
    fontSize,
    fontColor: colours.text,
    formatter: (value) => axisText(Number(value)),
  }
  return {
    ...common(picture, surface),
    type: kind === 'columns' ? 'column' : 'area',
    // Above the highest column there is room for its label.
    padding: [fontSize + 6, 6, 0, 2],
    xAxis: {
      disableGrid: true,
      axisLine: true,
      axisLineColor: colours.line,
      fontSize,
      fontColor: colours.text,
      lineHeight: fontSize + 8,
      formatter: (name, index) => (index % every === 0 ? name : ''),
    },
    yAxis: { disableGrid: false, gridColor: colours.line, gridType: 'solid', splitNumber: 2, data: [axis] },
    extra: {
      column: { type: 'group', width: columnPx, barBorderRadius: [4, 4, 0, 0] },
      area: { type: 'straight', opacity: 0.16, addLine: true, width: 2, gradient: false },
    },
  }
}

/** Large type on a narrow phone: every second or third name, rather than names into each other. */
function everyNth(points: readonly ChartPoint[], surface: ChartSurface): number {
  const widest = Math.max(...points.map(({ name }) => widthOf(name)))
  return Math.max(1, Math.ceil(((widest + GAP) * typePx(surface)) / slotPxOf(points, surface)))
}

/** A point's share of the width, beside the numbers of the axis. */
const slotPxOf = (points: readonly ChartPoint[], surface: ChartSurface): number =>
  (surface.widthPx - 4 * typePx(surface)) / Math.max(1, points.length)

const widthOf = (name: string): number =>
  Array.from(name).reduce((sum, character) => sum + (character <= '~' ? DIGIT : 1), 0)

function barOptions(picture: ChartPicture, surface: ChartSurface): UChartsOptions {
  const colours = CHART_COLOURS[surface.theme]
  const fontSize = typePx(surface)
  const shared = common(picture, surface)
  return {
    ...shared,
    type: 'bar',
    // Right of the longest bar there is room for its label.
    padding: [0, fontSize * 3, 0, 0],
    xAxis: {
      disabled: true,
      disableGrid: true,
      axisLine: false,
      fontSize,
      fontColor: colours.text,
      min: 0,
      max: picture.most,
      splitNumber: 2,
    },
    yAxis: {
      disableGrid: true,
      data: [
        {
          type: 'categories',
          categories: shared.categories,
          axisLine: false,
          fontSize,
          fontColor: colours.strong,
        },
      ],
    },
    extra: {
      bar: { type: 'group', width: Math.round(BAR_PX * surface.scale), barBorderRadius: [4, 4, 4, 4] },
    },
  }
}
