import { joinPath } from './page-url'
import { objectUrl } from './temporary-files'

/** The address the browser loads for a source named in the program, seen from the file that names it. */
export function assetUrl(source: unknown, fromFolder = ''): string {
  const text = typeof source === 'string' ? source : ''
  if (!text) return ''
  if (text.startsWith('wxfile:')) return objectUrl(text) ?? ''
  if (/^(https?|data|blob|cloud):/.test(text)) return text
  if (text.startsWith('//')) return `https:${text}`
  return text.startsWith('/') ? `/_dist${text}` : `/_dist/${joinPath(fromFolder, text)}`
}
