export default definePageConfig({ navigationBarTitleText: '机构', onReachBottomDistance: 120 })
