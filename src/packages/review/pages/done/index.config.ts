export default definePageConfig({ navigationBarTitleText: '已办', onReachBottomDistance: 120 })
