/** A photo or PDF that shows what is claimed. The hash is of its bytes: the same file in two claims is found. */
export interface Attachment {
  fileId: string
  name: string
  type: 'image/jpeg' | 'image/png' | 'application/pdf'
  bytes: number
  sha256: string
}

/** Ids of the files that are attached. */
export const filesOf = ({ attachments }: { attachments: readonly Attachment[] }): string[] =>
  attachments.map(({ fileId }) => fileId)
