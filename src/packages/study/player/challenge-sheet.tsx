import type { ChallengeView } from '@server/learning/study/views'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Popup } from '@/ui/Popup'
import { countdownText } from '../server-clock'

export interface ChallengeSheetProps {
  challenge: ChallengeView | null
  busy: boolean
  error: unknown
  serverNow: () => number
  onAnswer: (choice: number) => void
}

/** A question on the content just played. The video waits; a trainee who thinks loses nothing. */
export function ChallengeSheet({ challenge, ...rest }: ChallengeSheetProps) {
  return (
    <Popup visible={challenge !== null} title="看到这里，答一个小问题">
      {challenge === null ? null : <Question key={challenge.id} challenge={challenge} {...rest} />}
    </Popup>
  )
}

function Question({
  challenge,
  busy,
  error,
  serverNow,
  onAnswer,
}: ChallengeSheetProps & { challenge: ChallengeView }) {
  const [choice, setChoice] = useState<string | null>(null)
  const options = challenge.options.map((label, index) => ({ value: String(index), label }))
  return (
    <View>
      <TimeToAnswer answerBy={challenge.answerBy} serverNow={serverNow} />
      <Text className="player__prompt">{challenge.prompt}</Text>
      <Choice
        label={challenge.prompt}
        options={options}
        value={choice}
        disabled={busy}
        onChange={(chosen) => setChoice(chosen)}
      />
      {error === null ? null : <ActRefused error={error} />}
      <Button
        block
        loading={busy}
        disabled={choice === null || busy}
        onTap={() => {
          if (choice !== null) onAnswer(Number(choice))
        }}
      >
        {error === null ? '回答，继续观看' : '再送一次'}
      </Button>
    </View>
  )
}

function TimeToAnswer({ answerBy, serverNow }: { answerBy: number; serverNow: () => number }) {
  const left = () => Math.max(0, Math.ceil((answerBy - serverNow()) / 1000))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 1000)
    return () => clearInterval(timer)
  })
  return (
    <Text className="x-quiet">
      {seconds > 0
        ? `${countdownText(seconds)} 内回答，刚才看的就会核验`
        : '时间过了也没关系：回来答对，刚才看的照样核验'}
    </Text>
  )
}
