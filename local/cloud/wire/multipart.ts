/** The bytes of one part of a multipart body. Read as bytes: decoding as text would break protobuf. */
export function partOf(body: Buffer, contentType: string, name: string): Buffer | null {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1]
  if (!boundary) return null
  const mark = Buffer.from(`--${boundary}`)
  for (let at = body.indexOf(mark); at !== -1; ) {
    const headEnd = body.indexOf('\r\n\r\n', at)
    if (headEnd < 0) return null
    const next = body.indexOf(mark, headEnd)
    if (body.subarray(at, headEnd).toString().includes(`name="${name}"`))
      return body.subarray(headEnd + 4, next - 2)
    at = next
  }
  return null
}

/** A text part, or '' where there is none. */
export const textPart = (body: Buffer, contentType: string, name: string): string =>
  partOf(body, contentType, name)?.toString() ?? ''
