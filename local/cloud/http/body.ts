import type { IncomingMessage, ServerResponse } from 'node:http'

export class BodyTooLarge extends Error {}

export async function bodyOf(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of request) {
    sizeBytes += (chunk as Buffer).length
    // The rest is read and dropped, so that the sender still receives the answer.
    if (sizeBytes <= limitBytes) chunks.push(chunk as Buffer)
  }
  if (sizeBytes > limitBytes) throw new BodyTooLarge(`the body has ${sizeBytes} bytes: over ${limitBytes}`)
  return Buffer.concat(chunks)
}

export function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(value))
}
