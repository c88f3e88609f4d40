import Taro from '@tarojs/taro'
import { isTab, PAGES, type Page, type PageName } from './pages'

export interface Route {
  readonly kind: 'tab' | 'page'
  readonly url: string
}

type Routes = {
  readonly [N in PageName]: (typeof PAGES)[N] extends Page<infer P>
    ? object extends P
      ? (of?: P) => Route
      : (of: P) => Route
    : never
}

/** Every page of `pages.ts` with its parameters: `routes.course({ courseId })`. */
export const routes = Object.fromEntries(
  Object.entries<Page>(PAGES).map(([name, page]) => [name, (of: object = {}) => routeTo(page, of)]),
) as Routes

function routeTo(page: Page, parameters: object): Route {
  const url = `/${page.path}/index`
  if (isTab(page)) return { kind: 'tab', url }
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return { kind: 'page', url: query.length === 0 ? url : `${url}?${query.join('&')}` }
}

/** WeChat keeps so many pages; the next one is refused. */
const MOST_PAGES = 10

/** Opens a page over the present one; a tab page replaces everything. Where no page fits any more, it takes the last one's place. */
export function open(route: Route): void {
  if (route.kind === 'tab') heard(Taro.switchTab({ url: route.url }))
  else if (Taro.getCurrentPages().length >= MOST_PAGES) heard(Taro.redirectTo({ url: route.url }))
  else heard(Taro.navigateTo({ url: route.url }))
}

/** Opens a page in place of the present one, where going back to this step would make no sense. */
export function replace(route: Route): void {
  heard(route.kind === 'tab' ? Taro.switchTab({ url: route.url }) : Taro.redirectTo({ url: route.url }))
}

/** A page that does not open says so: its package may not have come, without a network. */
function heard(opening: Promise<unknown>): void {
  opening.catch(() => Taro.showToast({ title: '页面没有打开，请看看网络再点一次', icon: 'none' }))
}

/** One step back, or home where there is nothing to go back to. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) heard(Taro.navigateBack())
  else open(routes.home())
}
