import { View } from '@tarojs/components'

export default function Page() {
  return (
    <View>
      <t-button>课程</t-button>
    </View>
  )
}
