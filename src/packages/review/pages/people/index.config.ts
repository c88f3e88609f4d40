export default definePageConfig({ navigationBarTitleText: '核对本单位人员', onReachBottomDistance: 120 })
