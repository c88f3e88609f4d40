export default definePageConfig({ navigationBarTitleText: '概况' })
