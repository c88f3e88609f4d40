import { View } from '@tarojs/components'
import { refusalOf } from '@/cloud/refusal'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import type { OpenVisit } from '../watch/player-visit'
import { putAsideWords, refusedWords, tonesOf, wrongLeftWords } from '../watch/watch-words'

/**
 * The reason why the player stopped, or why seconds were not counted: said once, under the bar. A call without an
 * answer is the offline bar's business.
 */
export function PlayerNotices({ visit, onReload }: { visit: OpenVisit; onReload: () => void }) {
  const { snapshot, videoFailed } = visit
  const tones = tonesOf(snapshot)
  const putAside = putAsideWords(snapshot.putAside, tones)
  return (
    <View>
      {snapshot.stopped === 'replaced' ? (
        <Notice
          tone="due"
          title="另一台手机接着播放了"
          text="这之前看的都已保存。想在这台手机上看，点“在这里继续”"
        />
      ) : null}
      {snapshot.stopped === 'lease-ended' && !visit.reopening ? (
        <Notice
          tone="due"
          title="停下来等你"
          text="超过 10 分钟没有联系上服务器，先停在这里。看过的都在，点“继续观看”接着看"
        />
      ) : null}
      {snapshot.watch.wrongLeft === 0 && !snapshot.lectureDone ? (
        <Notice
          tone="due"
          title="这一讲先停下了"
          text="随堂问题答错太多次。看过的都在，一秒也没有少；请单位的审核人核对，同意后从这里接着看。也可以先学别的课"
        />
      ) : null}
      {putAside === null ? null : (
        <Notice tone="due" title={putAside} text={wrongLeftWords(snapshot.watch)} />
      )}
      {refusedWords(snapshot.refused, tones).map((words) => (
        <Notice key={words} tone="due" title={words} />
      ))}
      {refusalOf(snapshot.problem) === null ? null : <ActRefused error={snapshot.problem} />}
      {videoFailed ? (
        <Notice tone="due" title="视频没有打开" text="看看网络，再加载一次。看过的都已保存">
          <Button tone="plain" size="medium" onTap={onReload}>
            重新加载
          </Button>
        </Notice>
      ) : null}
    </View>
  )
}
