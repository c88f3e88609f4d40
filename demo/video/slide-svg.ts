import type { DemoSlide } from '../shapes'

export const WIDTH = 1280
export const HEIGHT = 720

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
interface Words {
  x: number
  y: number
  size: number
  fill: string
  words: string
  bold?: boolean
  anchor?: 'middle' | 'end'
}

const text = ({ x, y, size, fill, words, bold = false, anchor }: Words): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${bold ? ' font-weight="700"' : ''}${anchor ? ` text-anchor="${anchor}"` : ''}>${escaped(words)}</text>`

/** Mountains of 石青 at the foot of every slide: the same line, so that slides belong together. */
const mountains = `<path d="M0 720 V612 L150 556 L290 606 L470 520 L660 602 L820 548 L1010 610 L1140 566 L1280 604 V720 Z" fill="#1558a6" opacity=".10"/>
<path d="M0 720 V652 L210 606 L400 648 L620 590 L860 652 L1060 612 L1280 650 V720 Z" fill="#1558a6" opacity=".16"/>`

const frame = (content: string, background = '#f4f6f9'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Noto Sans SC"><rect width="${WIDTH}" height="${HEIGHT}" fill="${background}"/>${content}</svg>`

export interface TitleFacts {
  course: string
  lecture: string
  teacher: string
  minutes: number
}

/** The opening of a lecture: course, lecture, teacher with title and unit; and that it is a sample. */
export function titleSvg({ course, lecture, teacher, minutes }: TitleFacts): string {
  const lines = wrapped(course, 22)
  const below = 236 + lines.length * 68
  const white = { x: 96, fill: '#ffffff' }
  const pale = { x: 96, fill: '#cfe0f5' }
  const body = lines
    .map((words, i) => text({ ...white, y: 236 + i * 68, size: 48, words, bold: true }))
    .join('')
  return frame(
    `${mountains.replace(/#1558a6/g, '#ffffff')}${text({ ...pale, y: 130, size: 24, words: '专业技术人员继续教育' })}${body}
    ${text({ ...white, y: below + 20, size: 30, words: lecture })}${text({ ...pale, y: below + 76, size: 24, words: teacher })}
    <rect x="1016" y="88" width="168" height="48" rx="24" fill="#ffffff" opacity=".16"/>
    ${text({ ...white, x: 1100, y: 121, size: 24, words: '演示样片', anchor: 'middle' })}
    ${text({ ...pale, x: 1184, y: 172, size: 20, words: `代表 ${minutes} 分钟课程`, anchor: 'end' })}`,
    '#1558a6',
  )
}

/** One slide: a title, a few large lines, and where the words come from. */
export function slideSvg({ title, lines, source }: DemoSlide, place: string): string {
  const body = lines
    .map((words, i) => text({ x: 96, y: 300 + i * 78, size: 46, fill: '#17202c', words }))
    .join('')
  const quiet = { y: 664, size: 24, fill: '#4c5a6b' }
  return frame(
    `${mountains}<rect x="96" y="104" width="10" height="64" rx="5" fill="#1558a6"/>
    ${text({ x: 130, y: 152, size: 42, fill: '#1558a6', words: title, bold: true })}${body}
    ${text({ ...quiet, x: 96, words: source })}${text({ ...quiet, x: 1184, words: place, anchor: 'end' })}`,
  )
}

function wrapped(words: string, width: number): string[] {
  const letters = [...words]
  const lines: string[] = []
  for (let i = 0; i < letters.length; i += width) lines.push(letters.slice(i, i + width).join(''))
  return lines
}
