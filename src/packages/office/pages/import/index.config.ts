export default definePageConfig({ navigationBarTitleText: '导入人员名册', onReachBottomDistance: 160 })
