export default definePageConfig({ navigationBarTitleText: '日志' })
