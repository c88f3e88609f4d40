import { Text, Video, View } from '@tarojs/components'
import { useState } from 'react'
import { refusalOf } from '@/cloud/refusal'
import { errorParagraph, errorText } from '@/cloud/refusal-text'
import { back, replace, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Loaded } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { lengthText } from '../course-words'
import type { OpenVisit } from '../watch/player-visit'
import { barImage, tonesOf, toneWords } from '../watch/watch-words'
import { ChallengeSheet } from './challenge-sheet'
import { PlayerFooter } from './player-footer'
import { type PlayerHands, VIDEO_ID } from './player-hands'
import { PlayerNotices } from './player-notices'
import { usePlayer } from './use-player'
import { WhySheet } from './why-sheet'
import './index.css'

const OFFLINE = '没有网络。已缓冲的部分可以接着看，看过的存在手机里，连上后自动送出'

export default function Player() {
  const { courseId, lectureId } = useRouteParameters('courseId', 'lectureId')
  const { hands, state } = usePlayer(lectureId)
  if (state.phase === 'elsewhere') return <Elsewhere hands={hands} error={state.error} />
  const lecture = {
    data: state.phase === 'open' ? state : undefined,
    error: state.phase === 'refused' ? state.error : null,
    refetch: () => hands.open(),
  }
  const toCourse = { caption: '回到课程', onTap: () => replace(routes.course({ courseId })) }
  const waysOut = (error: unknown) => {
    const refusal = refusalOf(error)
    const canRetry = refusal === null || refusal.code === 'BUSY'
    return canRetry ? { onRetry: () => void hands.open() } : { action: toCourse }
  }
  return (
    <Loaded query={lecture} skeleton="card" offline={OFFLINE} waysOut={waysOut}>
      {(visit) => <Lecture courseId={courseId} hands={hands} visit={visit} />}
    </Loaded>
  )
}

function Lecture({ courseId, hands, visit }: { courseId: string; hands: PlayerHands; visit: OpenVisit }) {
  return (
    <Screen
      edgeless
      offline={OFFLINE}
      footer={<PlayerFooter courseId={courseId} hands={hands} visit={visit} />}
    >
      <Film hands={hands} visit={visit} />
      <Facts hands={hands} visit={visit} />
      <ChallengeSheet
        challenge={visit.snapshot.watch.challenge}
        busy={visit.answering.busy}
        error={visit.answering.error}
        serverNow={() => hands.visit.serverNow()}
        onAnswer={(choice) => void hands.answer(choice)}
      />
    </Screen>
  )
}

/** No attribute of the video forbids seeking: what is not seen has no bar, no gesture, and a jump is undone. */
function Film({ hands, visit }: { hands: PlayerHands; visit: OpenVisit }) {
  const { session, snapshot, video } = visit
  return (
    <Video
      id={VIDEO_ID}
      className="player__video"
      src={video.url}
      initialTime={video.startAtSeconds}
      title={session.lecture.title}
      autoplay
      controls
      showProgress={snapshot.watch.done}
      showBottomProgress={false}
      enableProgressGesture={false}
      enablePlayGesture={false}
      vslideGesture={false}
      vslideGestureInFullscreen={false}
      showCastingButton={false}
      pictureInPictureMode=""
      showBackgroundPlaybackButton={false}
      autoPauseIfNavigate
      autoPauseIfOpenNative
      onPlay={hands.onPlay}
      onPause={hands.onPause}
      onTimeUpdate={hands.onTimeUpdate}
      onEnded={hands.onEnded}
      onError={hands.onError}
    />
  )
}

function Facts({ hands, visit }: { hands: PlayerHands; visit: OpenVisit }) {
  const [asksWhy, setAsksWhy] = useState(false)
  const { session, snapshot } = visit
  const { lecture } = session
  const tones = tonesOf(snapshot)
  return (
    <View className="player__facts">
      <Text className="x-quiet">{session.courseTitle}</Text>
      <Text className="player__title">{`第 ${lecture.number} 讲 ${lecture.title}`}</Text>
      <View className="player__about">
        {lecture.sample ? (
          <View className="player__tag">
            <Tag tone="due">样片</Tag>
          </View>
        ) : null}
        <Text className="x-quiet">{lengthText(lecture, lecture.sample)}</Text>
      </View>
      <View
        className="player__bar"
        style={{ backgroundImage: barImage(tones, lecture.durationSeconds) }}
        ariaRole="progressbar"
        ariaLabel={toneWords(tones)}
      />
      <View className="player__words">
        <Text className="x-quiet x-fill">{toneWords(tones)}</Text>
        <View
          className="player__why"
          ariaRole="button"
          ariaLabel="时间是怎么算的"
          onClick={() => setAsksWhy(true)}
        >
          <Text className="player__why-text">为什么</Text>
        </View>
      </View>
      <PlayerNotices visit={visit} onReload={hands.reload} />
      {snapshot.lectureDone ? null : (
        <Text className="x-quiet">中途离开不会丢，下次从这里接着看。退到后台会自动停下</Text>
      )}
      <WhySheet
        visible={asksWhy}
        snapshot={snapshot}
        tones={tones}
        onClose={() => setAsksWhy(false)}
        onGoTo={(seconds) => {
          setAsksWhy(false)
          hands.goTo(seconds)
        }}
      />
    </View>
  )
}

/** One phone at a time: going on here stops the other one, and nothing watched there is lost. */
function Elsewhere({ hands, error }: { hands: PlayerHands; error: unknown }) {
  const { title, text } = errorText(error)
  return (
    <Screen
      footer={
        <Button block onTap={() => void hands.open({ takeOver: true })}>
          在这里继续
        </Button>
      }
    >
      <Text className="player__title">{title}</Text>
      <Text className="x-quiet">{text}</Text>
      <Dialog
        visible
        title={title}
        text={errorParagraph(error)}
        confirm="在这里继续"
        cancel="先不看"
        onConfirm={() => void hands.open({ takeOver: true })}
        onCancel={back}
      />
    </Screen>
  )
}
