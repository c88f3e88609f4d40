import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendJson } from './body'
import type { Parts } from './parts'

const REFUSED = { error: 'permission denied: this path is open to functions alone', errCode: -503002 }

/**
 * A phone's `uploadFile`, into a folder that was declared for it and nowhere else. What lies there already is not
 * written over, and no phone can read it back: an address is a function's to give.
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
