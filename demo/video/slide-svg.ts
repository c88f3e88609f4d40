// Slides in the visual language of the screens: 石青 for emphasis, dark ink for text, much empty space.
import type { DemoFigure, DemoSlide } from '../shapes'
import { wrapTitle } from './wrap-title'

const WIDTH = 1280
const HEIGHT = 720
const MARGIN = 96
const INNER = WIDTH - 2 * MARGIN

const AZURITE = '#1558a6'
const AZURITE_DEEP = '#0f4584'
const AZURITE_PALE = '#e8f0fa'
const INK = '#17202c'
const INK_QUIET = '#4c5a6b'
const PAPER = '#f4f6f9'
const ON_AZURITE = '#ffffff'
const ON_AZURITE_QUIET = '#cfe0f5'

export interface TitleFacts {
  course: string
  /** The learning kind and the year of the course. */
  kind: string
  lecture: { number: number; title: string }
  teacher: { name: string; title: string; unit: string }
  /** Nominal minutes (标称时长) of the lecture. */
  nominalMinutes: number
}

export interface SlidePlace {
  course: string
  number: number
  count: number
}

const escaped = (words: string): string => words.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

interface Words {
  x: number
  y: number
  size: number
  fill: string
  words: string
  weight?: 400 | 500 | 700
  anchor?: 'start' | 'middle' | 'end'
}

const text = ({ x, y, size, fill, words, weight = 400, anchor = 'start' }: Words): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(words)}</text>`

interface Box {
  x: number
  y: number
  width: number
  height: number
  radius: number
  fill: string
  opacity?: number
}

const box = ({ x, y, width, height, radius, fill, opacity = 1 }: Box): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" fill-opacity="${opacity}"/>`

/** Mountains at the foot, the same line on every picture, so that slides belong together. */
const mountains = (fill: string): string =>
  `<path d="M0 720V640L150 596L290 634L470 570L660 632L820 590L1010 638L1140 604L1280 632V720Z" fill="${fill}" fill-opacity=".08"/>
  <path d="M0 720V672L210 636L400 668L620 622L860 672L1060 640L1280 668V720Z" fill="${fill}" fill-opacity=".12"/>`

const picture = (content: string, background: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Noto Sans SC">
  <defs><linearGradient id="azurite" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${AZURITE}"/><stop offset="1" stop-color="${AZURITE_DEEP}"/></linearGradient></defs>
  <rect width="${WIDTH}" height="${HEIGHT}" fill="${background}"/>${content}</svg>`

/** A rounded mark that ends at the right margin; Chinese characters are as wide as they are high, digits about half. */
function mark(words: string, colours: { fill: string; ink: string; opacity: number }): string {
  const size = 22
  const wide = [...words].reduce(
    (sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? size : size * 0.58),
    0,
  )
  const width = Math.round(wide) + 44
  const x = WIDTH - MARGIN - width
  return (
    box({ x, y: 68, width, height: 44, radius: 22, fill: colours.fill, opacity: colours.opacity }) +
    text({ x: x + width / 2, y: 98, size, fill: colours.ink, words, weight: 500, anchor: 'middle' })
  )
}

/** The opening of a lecture: course, lecture, teacher with title and unit (SX20 附件3); and that it is a sample. */
export function titleSvg({ course, kind, lecture, teacher, nominalMinutes }: TitleFacts): string {
  const lines = wrapTitle(course, 23)
  const size = lines.length > 1 ? 46 : 54
  const first = lines.length > 1 ? 226 : 252
  const below = first + (lines.length - 1) * 70
  const title = lines.map((words, i) =>
    text({ x: MARGIN, y: first + i * 70, size, fill: ON_AZURITE, words, weight: 700 }),
  )
  return picture(
    [
      mountains(ON_AZURITE),
      text({ x: MARGIN, y: 99, size: 24, fill: ON_AZURITE_QUIET, words: kind }),
      mark(`样片 · 代表 ${nominalMinutes} 分钟`, { fill: ON_AZURITE, ink: ON_AZURITE, opacity: 0.16 }),
      ...title,
      text({
        x: MARGIN,
        y: below + 84,
        size: 34,
        fill: ON_AZURITE,
        words: `第 ${lecture.number} 讲　${lecture.title}`,
        weight: 500,
      }),
      box({ x: MARGIN, y: below + 132, width: 72, height: 4, radius: 2, fill: ON_AZURITE, opacity: 0.5 }),
      text({
        x: MARGIN,
        y: below + 196,
        size: 30,
        fill: ON_AZURITE,
        words: `主讲　${teacher.name}`,
        weight: 500,
      }),
      text({
        x: MARGIN,
        y: below + 242,
        size: 26,
        fill: ON_AZURITE_QUIET,
        words: `${teacher.title}　${teacher.unit}`,
      }),
    ].join(''),
    'url(#azurite)',
  )
}

/** One slide: a title; the notice's words, or its figures, on a card; and where they stand. */
export function slideSvg(slide: DemoSlide, { course, number, count }: SlidePlace): string {
  const { title, lines, figures, source } = slide
  const foot = { y: 642, size: 26, fill: INK_QUIET }
  const shortCourse = course.length > 26 ? `${course.slice(0, 25)}…` : course
  return picture(
    [
      mountains(AZURITE),
      text({ x: MARGIN, y: 98, size: 22, fill: INK_QUIET, words: shortCourse }),
      mark('样片', { fill: AZURITE_PALE, ink: AZURITE, opacity: 1 }),
      box({ x: MARGIN, y: 150, width: 8, height: 48, radius: 4, fill: AZURITE }),
      text({ x: MARGIN + 28, y: 190, size: 44, fill: AZURITE, words: title, weight: 700 }),
      figures ? figureCards(figures, lines) : quoteCard(lines),
      text({ ...foot, x: MARGIN, words: `依据　${source}` }),
      text({ ...foot, x: WIDTH - MARGIN, words: `${number} / ${count}`, anchor: 'end' }),
    ].join(''),
    PAPER,
  )
}

const CARD_TOP = 240
const CARD_HEIGHT = 332

function quoteCard(lines: readonly string[]): string {
  const size = lines.some(({ length }) => length > 18) ? 44 : 50
  const step = size * 1.72
  const middle = CARD_TOP + CARD_HEIGHT / 2 + size * 0.36
  const body = lines.map((words, i) =>
    text({ x: MARGIN + 72, y: middle + (i - (lines.length - 1) / 2) * step, size, fill: INK, words }),
  )
  const bar = { x: MARGIN, y: CARD_TOP + 28, width: 6, height: CARD_HEIGHT - 56, radius: 3 }
  return [
    box({ x: MARGIN, y: CARD_TOP, width: INNER, height: CARD_HEIGHT, radius: 20, fill: ON_AZURITE }),
    box({ ...bar, fill: AZURITE, opacity: 0.28 }),
    ...body,
  ].join('')
}

/** Up to three figures side by side, each with its unit and its subject; a line of the notice under them. */
function figureCards(figures: readonly DemoFigure[], lines: readonly string[]): string {
  const gap = 28
  const width = (INNER - gap * (figures.length - 1)) / figures.length
  const height = lines.length > 0 ? 236 : CARD_HEIGHT
  // One size for all, by the longest of them: cards stand side by side.
  const size = figures.some(({ amount, unit }) => amount.length + unit.length > 7) ? 76 : 92
  const cards = figures.map(({ amount, unit, label }, i) => {
    const x = MARGIN + i * (width + gap)
    const middle = x + width / 2
    const base = CARD_TOP + height / 2
    return (
      box({ x, y: CARD_TOP, width, height, radius: 20, fill: ON_AZURITE }) +
      `<text x="${middle}" y="${base + 18}" text-anchor="middle" fill="${AZURITE}" font-weight="700"><tspan font-size="${size}">${escaped(amount)}</tspan><tspan font-size="32" dx="10">${escaped(unit)}</tspan></text>` +
      text({ x: middle, y: base + 76, size: 28, fill: INK_QUIET, words: label, anchor: 'middle' })
    )
  })
  const below = lines.map((words, i) =>
    text({ x: MARGIN, y: CARD_TOP + height + 62 + i * 50, size: 32, fill: INK, words }),
  )
  return [...cards, ...below].join('')
}
