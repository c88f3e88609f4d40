import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { refusalOf } from '@/cloud/refusal'
import { replace, routes } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Icon } from '@/ui/Icon'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { useRouteParameters } from '@/use-route-parameters'
import { chosenFor, unansweredOf } from '../paper/answer-sheet'
import type { ExamSitting, OpenPaper } from '../paper/exam-sitting'
import { countdownText } from '../server-clock'
import { AnswerCard } from './answer-card'
import { QuestionView } from './question-view'
import { useExam, useSecondsLeft } from './use-exam'
import './index.css'

const OFFLINE = '没有网络。可以接着答，答案存在手机里，连上后自动保存'

export default function Exam() {
  const { courseId } = useRouteParameters('courseId')
  const { sitting, state } = useExam(courseId)
  const paper = {
    data: state.phase === 'open' ? state : undefined,
    error: state.phase === 'refused' ? state.error : null,
    refetch: () => sitting.start(),
  }
  const toCourse = { caption: '回到课程', onTap: () => replace(routes.course({ courseId })) }
  const waysOut = (error: unknown) =>
    refusalOf(error) === null ? { onRetry: () => void sitting.start() } : { action: toCourse }
  return (
    <Loaded query={paper} skeleton="paper" offline={OFFLINE} waysOut={waysOut}>
      {(open) => <Paper sitting={sitting} open={open} />}
    </Loaded>
  )
}

type Asking = 'nothing' | 'card' | 'submit'

function Paper({ sitting, open }: { sitting: ExamSitting; open: OpenPaper }) {
  const [asking, setAsking] = useState<Asking>('nothing')
  const { paper, sheet } = open
  const question = paper.questions[sheet.at]
  if (question === undefined) return <Screen state="loading" skeleton="paper" />
  const goTo = (index: number) => {
    setAsking('nothing')
    sitting.goTo(index)
  }
  const askSubmit = () => setAsking('submit')
  return (
    <Screen offline={OFFLINE} footer={<Turning open={open} onGoTo={goTo} onSubmit={askSubmit} />}>
      <StatusBar sitting={sitting} open={open} onCard={() => setAsking('card')} />
      <Problem open={open} onSubmit={() => void sitting.submit()} />
      <QuestionView
        key={question.id}
        question={question}
        chosen={chosenFor(sheet, question)}
        onChoose={(option) => sitting.choose(question, option)}
      />
      <AnswerCard
        visible={asking === 'card'}
        open={open}
        onGoTo={goTo}
        onSubmit={askSubmit}
        onClose={() => setAsking('nothing')}
      />
      <Dialog
        visible={asking === 'submit'}
        title="现在交卷？"
        text={submitWords(open)}
        confirm="交卷"
        cancel="再检查一遍"
        onConfirm={() => {
          setAsking('nothing')
          void sitting.submit()
        }}
        onCancel={() => setAsking('nothing')}
      />
    </Screen>
  )
}

function submitWords({ paper, sheet }: OpenPaper): string {
  const left = unansweredOf(sheet, paper.questions)
  if (left.length === 0) return `${paper.questions.length} 题都答了。交卷后不能再改`
  const numbers = left.slice(0, 5).map(({ number }) => number)
  const listed = `第 ${numbers.join('、')} 题${left.length > numbers.length ? '等' : ''}`
  return `还有 ${left.length} 题没有答（${listed}），没有答的不得分。交卷后不能再改`
}

/** The server's time and what is saved, always in sight. */
function StatusBar({ sitting, open, onCard }: { sitting: ExamSitting; open: OpenPaper; onCard: () => void }) {
  const seconds = useSecondsLeft(sitting)
  const { paper, sheet } = open
  const time = seconds === 0 ? '时间到' : `剩余 ${countdownText(seconds)}`
  return (
    <View className="exam__status">
      <View className="x-fill">
        <Text className={seconds < 300 ? 'x-strong exam__time--short' : 'x-strong'}>{time}</Text>
        <Text className="exam__saved">{savedWords(open)}</Text>
      </View>
      <View className="exam__card" ariaRole="button" ariaLabel="答题卡" onClick={onCard}>
        <Icon name="bulletpoint" />
        <Text className="exam__card-text">{`答题卡 ${sheet.at + 1}/${paper.questions.length}`}</Text>
      </View>
    </View>
  )
}

function savedWords({ sheet, saving }: OpenPaper): string {
  if (saving) return '正在保存'
  return sheet.unsaved.length === 0 ? '已保存' : `已存手机，${sheet.unsaved.length} 题待同步`
}

function Problem({ open, onSubmit }: { open: OpenPaper; onSubmit: () => void }) {
  const { problem, timeIsOver, submitting } = open
  if (timeIsOver) {
    return (
      <Notice
        tone="due"
        title="时间到了"
        text={submitting ? '正在按已答的交卷' : '服务器会按保存的答案交卷。连上网络后看结果'}
      >
        {submitting ? null : (
          <Button tone="plain" size="medium" onTap={onSubmit}>
            看结果
          </Button>
        )}
      </Notice>
    )
  }
  if (problem === null) return null
  return refusalOf(problem) === null ? (
    <Notice
      tone="due"
      title="还没有送到"
      text="答案都存在手机里，连上网络会自动保存。交卷没有成功的话，再点一次交卷"
    />
  ) : (
    <ActRefused error={problem} />
  )
}

interface TurningProps {
  open: OpenPaper
  onGoTo: (index: number) => void
  onSubmit: () => void
}

function Turning({ open, onGoTo, onSubmit }: TurningProps) {
  const { at } = open.sheet
  const isLast = at === open.paper.questions.length - 1
  return (
    <View className="exam__turning">
      <View className="exam__turn exam__turn--back">
        <Button tone="plain" block disabled={at === 0} onTap={() => onGoTo(at - 1)}>
          上一题
        </Button>
      </View>
      <View className="exam__turn">
        {isLast ? (
          <Button block loading={open.submitting} onTap={onSubmit}>
            交卷
          </Button>
        ) : (
          <Button block onTap={() => onGoTo(at + 1)}>
            下一题
          </Button>
        )}
      </View>
    </View>
  )
}
