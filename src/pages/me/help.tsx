import { Text, View } from '@tarojs/components'

const ANSWERS: readonly { question: string; answer: string }[] = [
  {
    question: '学时什么时候计入？',
    answer: '一门课每一讲都看完、考试通过，学时马上记下。单位核对过你的登记后，就算正式计入。',
  },
  {
    question: '看到一半断网或者退出，会丢吗？',
    answer: '不会。看过的时间先存在手机里，连上网络自动送出；再次打开，从停下的地方接着看。',
  },
  {
    question: '为什么有一段“待核验”？',
    answer: '看课时会偶尔出一个小问题，答完之后，前面那一段就核验了。没有作答的先放着，可以再看一遍。',
  },
  {
    question: '考试没有通过怎么办？',
    answer: '可以再考，两次之间要隔一段时间，页面上会写明几点可以再考。',
  },
  {
    question: '换了手机或者微信怎么办？',
    answer: '换手机：用同一个微信登录就好。换微信：登记时填同一个身份证号，按提示由单位核对后转过来。',
  },
  {
    question: '还有别的问题',
    answer: '先问所在单位的人事；政策问题可以拨打 12333。',
  },
]

export function Help() {
  return (
    <View>
      {ANSWERS.map(({ question, answer }) => (
        <View className="me__answer" key={question}>
          <Text className="me__question">{question}</Text>
          <Text className="me__line">{answer}</Text>
        </View>
      ))}
    </View>
  )
}
