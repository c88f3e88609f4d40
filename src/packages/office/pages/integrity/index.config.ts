export default definePageConfig({ navigationBarTitleText: '失信记录' })
