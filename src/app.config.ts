import { isTab, PAGES, type Page } from './pages'

const tdesign = (name: string): string => `tdesign-miniprogram/miniprogram_dist/${name}/${name}`

/** TDesign sits once, in the main package: copied into each subpackage it weighs twice as much. */
const components = [
  'button',
  'cell',
  'cell-group',
  'checkbox',
  'dialog',
  'icon',
  'input',
  'popup',
  'progress',
  'radio',
  'search',
  'step-item',
  'steps',
  'tag',
  'textarea',
]

const pages: readonly Page[] = Object.values(PAGES)

/** The packages that WeChat fetches when one of their pages is opened: one for each subject. */
const packages = [...new Set(pages.filter((page) => !isTab(page)).map(({ path }) => packageOf(path)))]

function packageOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}

export default defineAppConfig({
  pages: pages.filter(isTab).map(({ path }) => `${path}/index`),
  subPackages: packages.map((root) => ({
    root,
    pages: pages
      .filter(({ path }) => packageOf(path) === root)
      .map(({ path }) => `${path.slice(root.length + 1)}/index`),
  })),
  window: {
    navigationBarTitleText: '学时',
    navigationBarBackgroundColor: '@navBackground',
    navigationBarTextStyle: '@navText' as 'black',
    backgroundColor: '@pageBackground',
  },
  tabBar: {
    color: '@tabText',
    selectedColor: '@tabSelected',
    backgroundColor: '@tabBackground',
    borderStyle: '@tabBorder' as 'black',
    list: [
      {
        pagePath: `${PAGES.home.path}/index`,
        text: '首页',
        iconPath: '@homeIcon',
        selectedIconPath: '@homeIconOn',
      },
      {
        pagePath: `${PAGES.courses.path}/index`,
        text: '课程',
        iconPath: '@coursesIcon',
        selectedIconPath: '@coursesIconOn',
      },
      {
        pagePath: `${PAGES.me.path}/index`,
        text: '我的',
        iconPath: '@meIcon',
        selectedIconPath: '@meIconOn',
      },
    ],
  },
  usingComponents: Object.fromEntries(components.map((name) => [`t-${name}`, tdesign(name)])),
  lazyCodeLoading: 'requiredComponents',
  componentFramework: 'glass-easel',
  glassEaselWebview: true,
  sitemapLocation: 'sitemap.json',
  darkmode: true,
  themeLocation: 'theme.json',
  __usePrivacyCheck__: true,
} as Parameters<typeof defineAppConfig>[0])
