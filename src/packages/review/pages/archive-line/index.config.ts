export default definePageConfig({ navigationBarTitleText: '记一条学习档案' })
