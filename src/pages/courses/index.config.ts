export default definePageConfig({ navigationBarTitleText: '课程', onReachBottomDistance: 120 })
