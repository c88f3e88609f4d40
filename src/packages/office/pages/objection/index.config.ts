export default definePageConfig({ navigationBarTitleText: '复查异议' })
