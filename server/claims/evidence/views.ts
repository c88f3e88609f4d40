import type { Attachment } from './attachment'

export interface AttachmentView {
  /** Of the file as it was given. */
  sha256: string
  name: string
  type: Attachment['type']
  bytes: number
}
