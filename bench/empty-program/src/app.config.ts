export default defineAppConfig({
  pages: ['pages/index/index'],
  lazyCodeLoading: 'requiredComponents',
  componentFramework: 'glass-easel',
  glassEaselWebview: true,
} as Parameters<typeof defineAppConfig>[0])
