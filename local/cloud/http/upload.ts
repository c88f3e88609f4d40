import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendJson } from './body'
import type { Parts } from './parts'

const REFUSED = { error: 'permission denied: this path is open to functions alone', errCode: -503002 }

/**
 * Handles a phone's `uploadFile`, into the folders declared for uploads only. An existing file is never
 * overwritten, and no phone can read it back: only a function gives out an address.
 */
export async function serveUpload(
  { fileDoor: { files }, uploads }: Pick<Parts, 'fileDoor' | 'uploads'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { searchParams } = new URL(request.url ?? '/', 'http://local')
  const key = searchParams.get('cloudPath') ?? ''
  const isOpen = uploads.some((folder) => key.startsWith(`${folder}/`)) && !key.includes('..')
  if (!isOpen || files.locate(key)) {
    request.resume()
    sendJson(response, REFUSED)
    return
  }
  await files.receive(key, request)
  sendJson(response, { fileID: files.fileIdOf(key) })
}
