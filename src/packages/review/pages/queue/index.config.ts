export default definePageConfig({ navigationBarTitleText: '待办', onReachBottomDistance: 120 })
