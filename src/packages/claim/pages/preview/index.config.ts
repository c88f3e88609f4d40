export default definePageConfig({ navigationBarTitleText: '提交前看一遍' })
