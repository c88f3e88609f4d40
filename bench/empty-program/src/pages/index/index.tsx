import { Text } from '@tarojs/components'

export default function Index() {
  return <Text>空</Text>
}
