export default definePageConfig({ navigationBarTitleText: '学时证书' })
