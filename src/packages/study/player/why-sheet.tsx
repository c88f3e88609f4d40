import { Text, View } from '@tarojs/components'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { Popup } from '@/ui/Popup'
import { durationText } from '@/wording/moment'
import type { WatchSnapshot } from '../watch/lecture-watch'
import { firstGap, putAsideWords, refusedWords, type ThreeTones } from '../watch/watch-words'

export interface WhySheetProps {
  visible: boolean
  snapshot: WatchSnapshot
  tones: ThreeTones
  onClose: () => void
  onGoTo: (seconds: number) => void
}

/** The meaning of each tone, and the seconds that were not counted, with the way to mend it. */
export function WhySheet({ visible, snapshot, tones, onClose, onGoTo }: WhySheetProps) {
  const gap = firstGap(tones)
  const putAside = putAsideWords(snapshot.putAside, tones)
  const { requiredSeconds } = snapshot.watch
  return (
    <Popup visible={visible} title="时间是怎么算的" onClose={onClose}>
      <Line tone="done" title={`已核验 ${durationText(tones.verifiedSeconds)}`}>
        {`服务器核对过、确实播放过的时间。看满 ${durationText(requiredSeconds)}，这一讲就完成`}
      </Line>
      <Line tone="pending" title={`待核验 ${durationText(tones.pendingSeconds)}`}>
        已经播放，还没有核对完：大约每分钟送一次，暂停时马上送；有小问题时，答对才核验。没有网络时存在手机里，连上后自动送出
      </Line>
      <Line tone="rest" title={`还差 ${durationText(tones.remainingSeconds)}`}>
        要按正常速度看。退到后台、拖动和加速的部分不计
      </Line>
      {refusedWords(snapshot.refused, tones).map((words) => (
        <Notice key={words} tone="due" title={words} />
      ))}
      {putAside === null ? null : <Notice tone="due" title={putAside} />}
      {gap === null ? null : (
        <Button tone="plain" block onTap={() => onGoTo(gap)}>
          回到没有计入的地方看
        </Button>
      )}
    </Popup>
  )
}

function Line({
  tone,
  title,
  children,
}: {
  tone: 'done' | 'pending' | 'rest'
  title: string
  children: string
}) {
  return (
    <View className="player__tone">
      <View className={`player__swatch player__swatch--${tone}`} />
      <View className="x-fill">
        <Text className="x-strong">{title}</Text>
        <Text className="x-quiet">{children}</Text>
      </View>
    </View>
  )
}
