export default definePageConfig({ navigationBarTitleText: '职称学时自查' })
