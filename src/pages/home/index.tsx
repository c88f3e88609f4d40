import { View } from '@tarojs/components'

export default function Page() {
  return (
    <View>
      <t-button>首页</t-button>
    </View>
  )
}
