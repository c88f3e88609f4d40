import { View } from '@tarojs/components'

export default function Page() {
  return (
    <View>
      <t-button>我的</t-button>
    </View>
  )
}
