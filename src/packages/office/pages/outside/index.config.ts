export default definePageConfig({ navigationBarTitleText: '外部学时', onReachBottomDistance: 120 })
