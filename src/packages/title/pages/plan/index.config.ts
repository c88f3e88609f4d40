export default definePageConfig({ navigationBarTitleText: '学习规划' })
