export default definePageConfig({ navigationBarTitleText: '为什么' })
