import { chooseFiles } from '../layers/file-chooser'
import { offerDownload } from '../layers/saved-note'
import {
  extensionOf,
  forgetFile,
  type HeldFile,
  heldFile,
  holdFile,
  objectUrl,
  writeFile,
} from '../temporary-files'
import { ApiFailure, asyncApi } from './async-api'
import { keepDownload, withTask } from './cloud'
import { requirePrivacy } from './privacy'

async function take(file: File): Promise<{ path: string; held: HeldFile }> {
  const held = { bytes: new Uint8Array(await file.arrayBuffer()), type: file.type }
  return { path: holdFile(held, extensionOf(file.name)), held }
}

async function choose(api: string, accept: string, limit: number): Promise<File[]> {
  await requirePrivacy(api)
  const files = await chooseFiles({ accept, limit })
  if (files.length === 0) throw new ApiFailure('cancel')
  return files
}

interface MediaOptions {
  count?: number
  mediaType?: string[]
}

async function chooseMedia({ count = 9, mediaType = ['image', 'video'] }: MediaOptions) {
  const kinds = mediaType.includes('mix') ? ['image', 'video'] : mediaType
  const files = await choose('chooseMedia', kinds.map((kind) => `${kind}/*`).join(','), count)
  const tempFiles = await Promise.all(
    files.map(async (file) => {
      const { path, held } = await take(file)
      const fileType = held.type.startsWith('video') ? 'video' : 'image'
      return { tempFilePath: path, size: file.size, fileType, width: 0, height: 0, duration: 0 }
    }),
  )
  return { tempFiles, type: kinds.length > 1 ? 'mix' : (kinds[0] ?? 'image') }
}

async function chooseImage({ count = 9 }: { count?: number }) {
  const files = await choose('chooseImage', 'image/*', count)
  const taken = await Promise.all(files.map(take))
  return {
    tempFilePaths: taken.map(({ path }) => path),
    tempFiles: taken.map(({ path, held }) => ({ path, size: held.bytes.length })),
  }
}

interface MessageFileOptions {
  count?: number
  type?: string
  extension?: string[]
}

async function chooseMessageFile({ count = 100, type = 'all', extension = [] }: MessageFileOptions) {
  const accept =
    type === 'image' ? 'image/*' : extension.map((name) => `.${name.replace(/^\./, '')}`).join(',')
  const files = await choose('chooseMessageFile', accept, count)
  const tempFiles = await Promise.all(
    files.map(async (file) => ({
      path: (await take(file)).path,
      name: file.name,
      size: file.size,
      type: file.type.startsWith('image') ? 'image' : 'file',
      time: Math.floor(file.lastModified / 1000),
    })),
  )
  return { tempFiles }
}

function mustHold(path: string): HeldFile {
  const file = heldFile(path)
  if (!file) throw new ApiFailure(`no such file or directory "${path}"`)
  return file
}

function decoded(bytes: Uint8Array, encoding: string | undefined): string | ArrayBuffer {
  if (!encoding) return new Uint8Array(bytes).buffer
  if (encoding === 'base64') {
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }
  return new TextDecoder(encoding === 'utf8' ? 'utf-8' : encoding).decode(bytes)
}

function encoded(data: string | ArrayBuffer, encoding: string | undefined): Uint8Array {
  if (typeof data !== 'string') return new Uint8Array(data)
  if (encoding === 'base64') return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
  return new TextEncoder().encode(data)
}

interface FileOptions {
  filePath: string
  tempFilePath?: string
  path?: string
  data?: string | ArrayBuffer
  encoding?: string
}

const write = (path: string, data: string | ArrayBuffer, encoding?: string) =>
  writeFile(path, { bytes: encoded(data, encoding), type: '' })

function remove(path: string): void {
  mustHold(path)
  forgetFile(path)
}

const fileSystem = {
  readFile: asyncApi<FileOptions>('readFile', ({ filePath, encoding }) => ({
    data: decoded(mustHold(filePath).bytes, encoding),
  })),
  readFileSync: (path: string, encoding?: string) => decoded(mustHold(path).bytes, encoding),
  writeFile: asyncApi<FileOptions>('writeFile', ({ filePath, data, encoding }) =>
    write(filePath, data ?? '', encoding),
  ),
  writeFileSync: write,
  access: asyncApi<FileOptions>('access', ({ path }) => void mustHold(path ?? '')),
  accessSync: (path: string) => void mustHold(path),
  unlink: asyncApi<FileOptions>('unlink', ({ filePath }) => remove(filePath)),
  unlinkSync: remove,
  getFileInfo: asyncApi<FileOptions>('getFileInfo', ({ filePath }) => ({
    size: mustHold(filePath).bytes.length,
  })),
  saveFile: asyncApi<FileOptions>('saveFile', ({ tempFilePath }) => ({ savedFilePath: tempFilePath })),
}

/** Documents the program has opened, as paths. */
const opened: string[] = []

function openDocument({ filePath }: { filePath: string }): void {
  const url = objectUrl(filePath)
  if (!url) throw new ApiFailure(`file doesn't exist: ${filePath}`)
  opened.push(filePath)
  const fileName = filePath.split('/').at(-1) ?? 'document'
  if (!navigator.webdriver) offerDownload(url, { fileName, words: `已打开 ${fileName}` })
}

/** The name and bytes of the document opened last, so that a test can read it as a person would. */
export async function openedDocument(): Promise<{ name: string; base64: string } | null> {
  const path = opened.at(-1)
  const file = path ? heldFile(path) : undefined
  if (!path || !file) return null
  return { name: path.split('/').at(-1) ?? '', base64: String(decoded(file.bytes, 'base64')) }
}

interface DownloadOptions {
  url: string
}

/** A file on its way to a chat: here it is saved, as the chat would. */
function shareFileMessage({ filePath, fileName }: { filePath: string; fileName?: string }): void {
  const url = objectUrl(filePath)
  if (!url) throw new ApiFailure(`file doesn't exist: ${filePath}`)
  const shown = fileName ?? filePath.split('/').at(-1) ?? 'file'
  if (!navigator.webdriver) offerDownload(url, { fileName: shown, words: `已转发 ${shown}` })
}

export const filesApi = {
  chooseMedia: asyncApi<MediaOptions>('chooseMedia', chooseMedia),
  chooseImage: asyncApi<{ count?: number }>('chooseImage', chooseImage),
  chooseMessageFile: asyncApi<MessageFileOptions>('chooseMessageFile', chooseMessageFile),
  openDocument: asyncApi<{ filePath: string }>('openDocument', openDocument),
  shareFileMessage: asyncApi<{ filePath: string; fileName?: string }>('shareFileMessage', shareFileMessage),
  getFileSystemManager: () => fileSystem,
  downloadFile: (options: DownloadOptions) =>
    withTask(
      asyncApi<DownloadOptions>('downloadFile', async ({ url }) => ({
        tempFilePath: await keepDownload(url, '/_download'),
        statusCode: 200,
      }))(options),
    ),
}
