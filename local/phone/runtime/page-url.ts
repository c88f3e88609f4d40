export interface PageUrl {
  path: string
  query: Record<string, string>
}

export const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/')

export function joinPath(...parts: string[]): string {
  const out: string[] = []
  for (const part of parts.join('/').split('/')) {
    if (part === '..') out.pop()
    else if (part && part !== '.') out.push(part)
  }
  return out.join('/')
}

/** A page is named from the root, or from the folder of the page that names it. */
export function absoluteUrl(url: string, currentPath: string): string {
  if (url.startsWith('/')) return url
  const [path = '', ...query] = url.split('?')
  const joined = `/${joinPath(folderOf(currentPath), path)}`
  return query.length > 0 ? `${joined}?${query.join('?')}` : joined
}

/** WeChat hands the query over as written: nothing is decoded. */
export function parsePageUrl(url: string): PageUrl {
  const [path = '', queryText = ''] = url.split('?')
  const query: Record<string, string> = {}
  for (const pair of queryText.split('&')) {
    if (!pair) continue
    const equals = pair.indexOf('=')
    if (equals < 0) query[pair] = ''
    else query[pair.slice(0, equals)] = pair.slice(equals + 1)
  }
  return { path: path.replace(/^\//, '').replace(/\.html$/, ''), query }
}
