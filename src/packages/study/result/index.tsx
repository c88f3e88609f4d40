import type { ResultView } from '@server/learning/exam/views'
import { Text, View } from '@tarojs/components'
import { cloud } from '@/cloud/client'
import { useRead } from '@/cloud/use-cloud'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { ProgressLine } from '@/ui/ProgressLine'
import { Screen } from '@/ui/Screen'
import { useRouteParameters } from '@/use-route-parameters'
import { creditWords, nextSteps, retryWords } from './result-words'
import './index.css'

const useResult = (attemptId: string) => useRead(cloud.exam.result, { attemptId })

export default function Result() {
  const { attemptId } = useRouteParameters('attemptId')
  const query = useResult(attemptId)
  return (
    <Loaded query={query} skeleton="card">
      {(result) => {
        const { main, other } = nextSteps(result)
        return (
          <Screen
            footer={
              <Button block onTap={main.go}>
                {main.caption}
              </Button>
            }
          >
            <Verdict result={result} />
            <Credit result={result} />
            <Retry result={result} />
            <Topics result={result} />
            {other === null ? null : (
              <Button tone="quiet" block onTap={other.go}>
                {other.caption}
              </Button>
            )}
          </Screen>
        )
      }}
    </Loaded>
  )
}

function Verdict({ result }: { result: ResultView }) {
  const { passed, scorePercent, passScorePercent } = result
  return (
    <Card>
      <View className="result__verdict">
        <View className={passed ? 'result__icon result__icon--passed' : 'result__icon'}>
          <Icon name={passed ? 'check-circle' : 'time'} size={40} />
        </View>
        <Text className="result__title">{passed ? '通过了' : '还差一点'}</Text>
        <Text className="result__score">{`${scorePercent} 分`}</Text>
        <Text className="result__quiet">{`${passScorePercent} 分通过 · ${result.courseTitle}`}</Text>
        {result.submittedBy === 'clock' ? (
          <Text className="result__quiet">时间到了，服务器按保存的答案交了卷</Text>
        ) : null}
      </View>
    </Card>
  )
}

function Credit({ result }: { result: ResultView }) {
  const words = creditWords(result)
  if (words === null) return null
  const counted = result.credited?.state === 'counted'
  return (
    <View>
      <Notice tone={counted ? 'done' : 'due'} title={words.title} text={words.text} />
      {result.yearComplete ? <Notice tone="done" title="这一年的学时满了" text="可以领取证书了" /> : null}
    </View>
  )
}

function Retry({ result }: { result: ResultView }) {
  const words = retryWords(result)
  return words === null ? null : <Notice tone="brand" title={words} />
}

/** By topic once it is passed; before, only where to read again. */
function Topics({ result }: { result: ResultView }) {
  if (result.weakTopics.length > 0)
    return (
      <Card>
        <Text className="result__heading">可以先复习这几部分</Text>
        {result.weakTopics.map((topic) => (
          <Text className="x-line" key={topic}>
            {topic}
          </Text>
        ))}
        <Text className="x-quiet">通过以后，能看到各部分答对了多少</Text>
      </Card>
    )
  if (result.topics.length === 0) return null
  return (
    <Card>
      <Text className="result__heading">各部分答对的题</Text>
      {result.topics.map(({ topic, right, total }) => (
        <View className="result__topic" key={topic}>
          <Text className="result__topic-name">{topic}</Text>
          <ProgressLine
            percent={Math.floor((100 * right) / Math.max(1, total))}
            label={`${right}/${total}`}
          />
        </View>
      ))}
    </Card>
  )
}
