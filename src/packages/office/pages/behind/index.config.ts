export default definePageConfig({ navigationBarTitleText: '还没完成的人' })
