import type { DemoSlide } from '../shapes'

export const WIDTH = 1280
export const HEIGHT = 720

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
const text = (x: number, y: number, size: number, fill: string, words: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" ${more}>${escaped(words)}</text>`

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
  const body = lines
    .map((line, i) => text(96, 236 + i * 68, 48, '#ffffff', line, 'font-weight="700"'))
    .join('')
  const below = 236 + lines.length * 68
  return frame(
    `${mountains.replace(/#1558a6/g, '#ffffff')}${text(96, 130, 24, '#cfe0f5', '专业技术人员继续教育')}${body}
    ${text(96, below + 20, 30, '#ffffff', lecture)}${text(96, below + 76, 24, '#cfe0f5', teacher)}
    <rect x="1016" y="88" width="168" height="48" rx="24" fill="#ffffff" opacity=".16"/>${text(1100, 121, 24, '#ffffff', '演示样片', 'text-anchor="middle"')}
    ${text(1184, 172, 20, '#cfe0f5', `代表 ${minutes} 分钟课程`, 'text-anchor="end"')}`,
    '#1558a6',
  )
}

/** One slide: a title, a few large lines, and where the words come from. */
export function slideSvg({ title, lines, source }: DemoSlide, place: string): string {
  const body = lines
    .map((line, i) => text(96, 300 + i * 78, 46, '#17202c', line, 'font-weight="500"'))
    .join('')
  return frame(
    `${mountains}<rect x="96" y="104" width="10" height="64" rx="5" fill="#1558a6"/>${text(130, 152, 42, '#1558a6', title, 'font-weight="700"')}${body}
    ${text(96, 664, 24, '#4c5a6b', source)}${text(1184, 664, 24, '#4c5a6b', place, 'text-anchor="end"')}`,
  )
}

function wrapped(words: string, width: number): string[] {
  const letters = [...words]
  const lines: string[] = []
  for (let i = 0; i < letters.length; i += width) lines.push(letters.slice(i, i + width).join(''))
  return lines
}
