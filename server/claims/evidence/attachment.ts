/** A photo or document that shows what is claimed. */
export interface Attachment {
  fileId: string
  name: string
  /** OFD is what government offices issue (GB/T 33190). */
  type: 'image/jpeg' | 'image/png' | 'application/pdf' | 'application/ofd'
  /** Of the file as it is kept and shown. */
  bytes: number
  /** Of the file as it was given, so that the same file in two claims is found: a photo is kept without its position. */
  sha256: string
}

/** Ids of the files that are attached. */
export const filesOf = ({ attachments }: { attachments: readonly Attachment[] }): string[] =>
  attachments.map(({ fileId }) => fileId)
