export default definePageConfig({ navigationBarTitleText: '职称评审', onReachBottomDistance: 120 })
