/** Files that a program holds by a path of the phone (`wxfile://…`): chosen, downloaded or drawn. */
export interface HeldFile {
  bytes: Uint8Array
  type: string
}

const files = new Map<string, HeldFile>()
const objectUrls = new Map<string, string>()
let count = 0

export function holdFile(file: HeldFile, extension: string): string {
  count += 1
  const path = `wxfile://tmp_${Date.now().toString(36)}${count}.${extension}`
  files.set(path, file)
  return path
}

export function writeFile(path: string, file: HeldFile): void {
  forgetFile(path)
  files.set(path, file)
}

export const heldFile = (path: string): HeldFile | undefined => files.get(path)

export function forgetFile(path: string): boolean {
  const url = objectUrls.get(path)
  if (url) URL.revokeObjectURL(url)
  objectUrls.delete(path)
  return files.delete(path)
}

/** An address that the browser can show for a path of the phone; undefined when there is no such file. */
export function objectUrl(path: string): string | undefined {
  const file = files.get(path)
  if (!file) return undefined
  const known = objectUrls.get(path)
  if (known) return known
  const url = URL.createObjectURL(asBlob(file))
  objectUrls.set(path, url)
  return url
}

export const asBlob = (file: HeldFile): Blob => new Blob([new Uint8Array(file.bytes)], { type: file.type })

export function extensionOf(name: string, fallback = 'bin'): string {
  return /\.([a-z0-9]{1,5})(?:[?#]|$)/i.exec(name)?.[1]?.toLowerCase() ?? fallback
}
