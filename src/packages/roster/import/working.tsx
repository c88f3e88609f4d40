import type { ImportView } from '@server/membership/roster/views'
import { Text, View } from '@tarojs/components'
import { errorText } from '@/cloud/refusal-text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { ProgressLine } from '@/ui/ProgressLine'
import { Screen } from '@/ui/Screen'
import { percentDone, progressText } from './import-words'
import './import.css'

interface WorkingProps {
  view: ImportView
  /** Why it stands still; null while it goes on. */
  stopped: unknown
  offline: string
  onGoOn: () => void
}

/** How far it is. It goes on while this page is open, and from where it stopped after coming back. */
export function Working({ view, stopped, offline, onGoOn }: WorkingProps) {
  const isChecking = view.state === 'checking'
  return (
    <Screen
      offline={offline}
      footer={
        stopped === null ? null : (
          <Button block onTap={onGoOn}>
            接着来
          </Button>
        )
      }
    >
      {stopped === null ? null : <Stopped error={stopped} />}
      <Card>
        <Text className="import__title">{isChecking ? '正在逐行核对' : '正在导入'}</Text>
        <Text className="import__file">{view.fileName}</Text>
        <View className="import__progress">
          <ProgressLine percent={percentDone(view)} label={progressText(view)} />
        </View>
        <Text className="import__text">
          {isChecking
            ? '只是核对，名册还没有任何改动。离开这一页再回来，会接着核对。'
            : '离开这一页再回来，会从停下的地方接着导入，不会重复。'}
        </Text>
      </Card>
    </Screen>
  )
}

function Stopped({ error }: { error: unknown }) {
  const { title, way } = errorText(error)
  return <Notice tone="due" title={`停在这里：${title}`} text={`已经做完的都在。${way}。`} />
}
