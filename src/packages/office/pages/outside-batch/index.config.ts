export default definePageConfig({ navigationBarTitleText: '对账', onReachBottomDistance: 120 })
