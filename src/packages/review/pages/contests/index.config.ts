export default definePageConfig({ navigationBarTitleText: '账号争议', onReachBottomDistance: 120 })
