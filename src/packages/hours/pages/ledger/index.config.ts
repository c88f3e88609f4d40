export default definePageConfig({ navigationBarTitleText: '学时记录', onReachBottomDistance: 120 })
