import type { Browser } from 'playwright-core'
import { launchBrowser, openPhone } from './driver'
import type { PhoneServer } from './serve'

export interface CrawlOptions {
  server: PhoneServer
  openid: string
  /** One that is open already; otherwise one is found, used and closed. */
  browser?: Browser
  /** Given before the query where a page cannot be opened without one: path → query. */
  queries?: Record<string, string>
  settleMs?: number
  onPage?(seen: PageSeen): void
}

export interface PageSeen {
  page: string
  problems: string[]
  text: string
}

/** Opens every page of the program by its path, as a scan could, and collects the problems of each. */
export async function crawl(options: CrawlOptions): Promise<PageSeen[]> {
  const own = options.browser ? undefined : await launchBrowser()
  const browser = options.browser ?? own?.browser
  if (!browser) throw new Error('there is no browser to crawl with')
  try {
    return await crawlWith(browser, options)
  } finally {
    await own?.close()
  }
}

async function crawlWith(browser: Browser, options: CrawlOptions): Promise<PageSeen[]> {
  const { server, openid, queries = {}, settleMs = 700 } = options
  const phone = await openPhone({ browser, server, openid })
  const seen: PageSeen[] = []
  let known = 0
  for (const page of server.pages) {
    const query = queries[page]
    const failure = await phone
      .openPath(`/${page}${query ? `?${query}` : ''}`)
      .then(() => undefined)
      .catch((error: Error) => error.message)
    await phone.page.waitForTimeout(settleMs)
    const problems = await phone.problems()
    const text = await phone.text()
    // A problem at launch belongs to no page, so it counts with the first one.
    const result = { page, text, problems: [...(failure ? [failure] : []), ...problems.slice(known)] }
    known = problems.length
    seen.push(result)
    options.onPage?.(result)
  }
  await phone.close()
  return seen
}
