export default definePageConfig({ navigationBarTitleText: '认证权限' })
