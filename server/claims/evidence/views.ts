export interface AttachmentView {
  /** Of its bytes. */
  sha256: string
  name: string
  type: 'image/jpeg' | 'image/png' | 'application/pdf'
  bytes: number
}
