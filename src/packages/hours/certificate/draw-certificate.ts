import type { CertificateView } from '@server/books/certificate/views'
import {
  headline,
  hoursLines,
  issuedText,
  levelsText,
  numberText,
  SEAL_COLUMNS,
  stateText,
} from './certificate-words'
import { qrPicture, runsOf } from './qr-picture'

/** The saved picture, in its own pixels: wide enough to print on A5. */
export const PICTURE = { width: 1080, height: 1560 } as const

/** A picture is paper: it has one set of colours, in either theme of the phone. */
const INK = '#17202c'
const QUIET = '#4c5a6b'
const AZURITE = '#1558a6'
const CINNABAR = '#b3261e'
const RULE = '#e3e8ee'
const FAMILY = 'PingFang SC, Noto Sans SC, sans-serif'

type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillRect'
  | 'strokeRect'
  | 'fillText'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>

interface Words {
  text: string
  x: number
  y: number
  sizePx: number
  colour?: string
  bold?: boolean
  align?: CanvasTextAlign
}

/** Draws the whole card for the album: the printed or sent picture equals the page. */
export function drawCertificate(pen: Pen, certificate: CertificateView): void {
  paper(pen)
  heading(pen, certificate)
  hours(pen, certificate)
  qrCode(pen, certificate)
  seal(pen, certificate)
}

function write(pen: Pen, { text, x, y, sizePx, colour = INK, bold = false, align = 'left' }: Words): void {
  pen.font = `${bold ? '600 ' : ''}${sizePx}px ${FAMILY}`
  pen.fillStyle = colour
  pen.textAlign = align
  pen.textBaseline = 'middle'
  pen.fillText(text, x, y)
}

function paper(pen: Pen): void {
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, PICTURE.width, PICTURE.height)
  pen.strokeStyle = AZURITE
  pen.lineWidth = 4
  pen.strokeRect(36, 36, PICTURE.width - 72, PICTURE.height - 72)
  pen.lineWidth = 1
  pen.strokeRect(50, 50, PICTURE.width - 100, PICTURE.height - 100)
}

function heading(pen: Pen, certificate: CertificateView): void {
  const x = PICTURE.width / 2
  const lines: Omit<Words, 'x' | 'align'>[] = [
    { text: '专业技术人员继续教育', y: 160, sizePx: 40, colour: QUIET },
    { text: '学时证书', y: 240, sizePx: 68, bold: true },
    { text: certificate.name, y: 380, sizePx: 60, bold: true },
    { text: certificate.idNumberMasked, y: 450, sizePx: 34, colour: QUIET },
    { text: certificate.unitName, y: 504, sizePx: 34, colour: QUIET },
    { text: headline(certificate), y: 600, sizePx: 42 },
  ]
  for (const line of lines) write(pen, { ...line, x, align: 'center' })
}

function hours(pen: Pen, certificate: CertificateView): void {
  pen.fillStyle = RULE
  pen.fillRect(110, 670, PICTURE.width - 220, 2)
  pen.fillRect(110, 850, PICTURE.width - 220, 2)
  hoursLines(certificate).forEach((line, index) => {
    const x = 240 + index * 300
    write(pen, { text: line.hours, x, y: 740, sizePx: 46, bold: true, align: 'center' })
    write(pen, { text: line.name, x, y: 798, sizePx: 32, colour: QUIET, align: 'center' })
  })
  write(pen, { text: levelsText(certificate), x: PICTURE.width / 2, y: 910, sizePx: 36, align: 'center' })
}

function qrCode(pen: Pen, certificate: CertificateView): void {
  const { modules, size } = qrPicture(certificate.checkUrl)
  const modulePx = Math.max(4, Math.floor(430 / size))
  const left = 96
  const top = 990
  pen.fillStyle = '#000000'
  modules.forEach((row, y) => {
    for (const { from, to } of runsOf(row)) {
      pen.fillRect(left + from * modulePx, top + y * modulePx, (to - from) * modulePx, modulePx)
    }
  })
  const x = left + size * modulePx + 24
  const lines: Omit<Words, 'x'>[] = [
    { text: '扫码核验真伪', y: 1050, sizePx: 36, bold: true },
    { text: '编号', y: 1120, sizePx: 28, colour: QUIET },
    { text: numberText(certificate.number), y: 1164, sizePx: 36 },
    { text: '签发日期', y: 1226, sizePx: 28, colour: QUIET },
    { text: issuedText(certificate), y: 1270, sizePx: 36 },
  ]
  for (const line of lines) write(pen, { ...line, x })
  write(pen, { text: certificate.issuerName, x: 110, y: 1440, sizePx: 34 })
}

function seal(pen: Pen, certificate: CertificateView): void {
  const isValid = certificate.state === 'valid'
  const colour = isValid ? CINNABAR : QUIET
  const [left, top, side] = [850, 1350, 130]
  pen.strokeStyle = colour
  pen.lineWidth = 6
  pen.strokeRect(left, top, side, side)
  SEAL_COLUMNS.forEach((column, x) => {
    Array.from(column).forEach((character, y) => {
      const centre = { x: left + 36 + x * 58, y: top + 38 + y * 56 }
      write(pen, { text: character, ...centre, sizePx: 48, bold: true, colour, align: 'center' })
    })
  })
  if (!isValid) {
    write(pen, {
      text: stateText[certificate.state],
      x: 780,
      y: 1420,
      sizePx: 40,
      bold: true,
      colour,
      align: 'right',
    })
  }
}
