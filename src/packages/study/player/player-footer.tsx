import { View } from '@tarojs/components'
import { replace, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { useCourse } from '../use-course'
import type { OpenVisit } from '../watch/player-visit'
import { firstUnseen, tonesOf } from '../watch/watch-words'
import type { PlayerHands } from './player-hands'

export interface PlayerFooterProps {
  courseId: string
  hands: PlayerHands
  visit: OpenVisit
}

/** One main button: the next step. */
export function PlayerFooter({ courseId, hands, visit }: PlayerFooterProps) {
  const { snapshot } = visit
  if (snapshot.stopped === 'replaced') {
    return <GoOn caption="在这里继续" visit={visit} onTap={() => void hands.open({ takeOver: true })} />
  }
  if (snapshot.stopped === 'lease-ended') {
    return <GoOn caption="继续观看" visit={visit} onTap={() => void hands.open()} />
  }
  if (snapshot.watch.wrongLeft === 0 && !snapshot.lectureDone)
    return (
      <Button block onTap={() => replace(routes.course({ courseId }))}>
        回到课程，先学别的
      </Button>
    )
  if (snapshot.lectureDone) return <WhatNext courseId={courseId} />
  return <Playing hands={hands} visit={visit} />
}

function GoOn({ caption, visit, onTap }: { caption: string; visit: OpenVisit; onTap: () => void }) {
  return (
    <Button block loading={visit.reopening} onTap={onTap}>
      {caption}
    </Button>
  )
}

/** The course is asked anew, because only it knows which lecture is left, watched in any order. */
function WhatNext({ courseId }: { courseId: string }) {
  const { data: course, isFetching } = useCourse(courseId)
  const toCourse = () => replace(routes.course({ courseId }))
  if (course === undefined || isFetching) {
    return (
      <Button block loading={isFetching} onTap={toCourse}>
        这一讲看完了
      </Button>
    )
  }
  const next = course.lectures.find(({ id }) => id === course.nextLectureId)
  if (next !== undefined) {
    return (
      <Button block onTap={() => replace(routes.player({ courseId, lectureId: next.id }))}>
        {`看完了，接着看第 ${next.number} 讲`}
      </Button>
    )
  }
  const mayExam = course.exam.state === 'ready' || course.exam.state === 'open'
  return (
    <Button block onTap={mayExam ? () => replace(routes.exam({ courseId })) : toCourse}>
      {mayExam ? '都看完了，参加考试' : '看完了，回到课程'}
    </Button>
  )
}

function Playing({ hands, visit }: { hands: PlayerHands; visit: OpenVisit }) {
  if (visit.film === 'ended') {
    return (
      <Button block onTap={() => hands.goTo(firstUnseen(tonesOf(visit.snapshot)))}>
        再看没有计入的部分
      </Button>
    )
  }
  return (
    <View className="player__buttons">
      <View className="player__back">
        <Button tone="plain" block label="退回 15 秒" onTap={() => hands.goBack()}>
          退 15 秒
        </Button>
      </View>
      <View className="x-fill">
        {visit.film === 'playing' ? (
          <Button block onTap={() => hands.pause()}>
            暂停
          </Button>
        ) : (
          <Button block onTap={() => hands.play()}>
            播放
          </Button>
        )}
      </View>
    </View>
  )
}
