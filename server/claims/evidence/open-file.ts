import type { RefusalCode } from '../../../domain/kernel/refusal'
import { refuse } from '../../kernel/refused'
import type { Attachment } from './attachment'
import { fileTypeOf } from './file-type'
import { openJpeg } from './open-jpeg'
import { openOfd } from './open-ofd'
import { openPdf } from './open-pdf'
import { openPng } from './open-png'

export interface OpenedFile {
  type: Attachment['type']
  /** As others see it. */
  shown: Uint8Array
}

/** Whatever keeps a file from being evidence is said as it is attached, and not by the reviewer days later. */
export const FILE_REFUSALS = [
  'FILE_ACTIVE',
  'FILE_DAMAGED',
  'FILE_LOCKED',
  'FILE_TYPE',
] as const satisfies readonly RefusalCode[]

/** Opens a file as its bytes say, and refuses what a reviewer could not open, or should not. */
export async function openFile(bytes: Uint8Array, name: string): Promise<OpenedFile> {
  const type = fileTypeOf(bytes)
  switch (type) {
    case 'image/jpeg':
      return { type, shown: openJpeg(bytes) ?? refuse('FILE_DAMAGED', { name }) }
    case 'image/png':
      return { type, shown: openPng(bytes) ?? refuse('FILE_DAMAGED', { name }) }
    case 'application/pdf':
      return { type, shown: pdfOf(bytes, name) }
    case 'archive':
      return { type: 'application/ofd', shown: await ofdOf(bytes, name) }
    default:
      return refuse('FILE_TYPE', { name, format: type })
  }
}

function pdfOf(bytes: Uint8Array, name: string): Uint8Array {
  const opened = openPdf(bytes)
  switch (opened.state) {
    case 'opened':
      return opened.bytes
    case 'damaged':
      return refuse('FILE_DAMAGED', { name })
    case 'locked':
      return refuse('FILE_LOCKED', { name })
    case 'active':
      return refuse('FILE_ACTIVE', { name })
  }
}

async function ofdOf(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const opened = await openOfd(bytes)
  switch (opened) {
    case 'opened':
      return bytes
    case 'damaged':
      return refuse('FILE_DAMAGED', { name })
    case 'locked':
      return refuse('FILE_LOCKED', { name })
    default:
      return refuse('FILE_TYPE', { name, format: opened })
  }
}
