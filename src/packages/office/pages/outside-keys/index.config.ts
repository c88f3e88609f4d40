export default definePageConfig({ navigationBarTitleText: '推送单位和公钥' })
