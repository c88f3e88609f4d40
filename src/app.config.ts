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

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/courses/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'packages/enrol',
      pages: [
        'pages/consent/index',
        'pages/identity/index',
        'pages/phone/index',
        'pages/unit/index',
        'pages/confirm/index',
        'pages/contest/index',
        'pages/body/index',
        'pages/move/index',
      ],
    },
    {
      root: 'packages/study',
      pages: ['pages/course/index', 'pages/player/index', 'pages/exam/index', 'pages/result/index'],
    },
    {
      root: 'packages/hours',
      pages: ['pages/ledger/index', 'pages/why/index', 'pages/objection/index', 'pages/certificate/index'],
    },
    { root: 'packages/mine', pages: ['pages/inbox/index', 'pages/privacy/index'] },
    { root: 'packages/policy', pages: ['pages/policy/index'] },
    {
      root: 'packages/title',
      pages: ['pages/check/index', 'pages/year/index', 'pages/plan/index'],
    },
    {
      root: 'packages/claim',
      pages: [
        'pages/kinds/index',
        'pages/form/index',
        'pages/preview/index',
        'pages/mine/index',
        'pages/claim/index',
      ],
    },
    {
      root: 'packages/review',
      pages: [
        'pages/queue/index',
        'pages/claim/index',
        'pages/done/index',
        'pages/delegate/index',
        'pages/people/index',
        'pages/unit-code/index',
      ],
    },
    {
      root: 'packages/office',
      pages: [
        'pages/tree/index',
        'pages/roles/index',
        'pages/import/index',
        'pages/overview/index',
        'pages/behind/index',
        'pages/log/index',
        'pages/outside/index',
        'pages/outside-batch/index',
        'pages/outside-keys/index',
        'pages/checks/index',
        'pages/check/index',
        'pages/sample/index',
        'pages/objections/index',
        'pages/objection/index',
        'pages/certifying/index',
        'pages/integrity/index',
      ],
    },
  ],
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
      { pagePath: 'pages/home/index', text: '首页', iconPath: '@homeIcon', selectedIconPath: '@homeIconOn' },
      {
        pagePath: 'pages/courses/index',
        text: '课程',
        iconPath: '@coursesIcon',
        selectedIconPath: '@coursesIconOn',
      },
      { pagePath: 'pages/me/index', text: '我的', iconPath: '@meIcon', selectedIconPath: '@meIconOn' },
    ],
  },
  usingComponents: Object.fromEntries(components.map((name) => [`t-${name}`, tdesign(name)])),
  lazyCodeLoading: 'requiredComponents',
  componentFramework: 'glass-easel',
  darkmode: true,
  themeLocation: 'theme.json',
  __usePrivacyCheck__: true,
} as Parameters<typeof defineAppConfig>[0])
