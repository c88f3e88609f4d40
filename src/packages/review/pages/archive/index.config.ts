export default definePageConfig({ navigationBarTitleText: '学习档案', onReachBottomDistance: 120 })
