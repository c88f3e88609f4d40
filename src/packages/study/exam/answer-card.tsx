import { Text, View } from '@tarojs/components'
import { Button } from '@/ui/Button'
import { Popup } from '@/ui/Popup'
import { chosenFor, unansweredOf } from '../paper/answer-sheet'
import type { OpenPaper } from '../paper/exam-sitting'

export interface AnswerCardProps {
  visible: boolean
  open: OpenPaper
  onGoTo: (index: number) => void
  onSubmit: () => void
  onClose: () => void
}

/** All questions at a glance, one tap away; a tap goes there. */
export function AnswerCard({ visible, open, onGoTo, onSubmit, onClose }: AnswerCardProps) {
  const { paper, sheet } = open
  const left = unansweredOf(sheet, paper.questions).length
  return (
    <Popup visible={visible} title="答题卡" onClose={onClose}>
      {visible ? (
        <View>
          <Text className="exam__kind">{left === 0 ? '全部答完了' : `还有 ${left} 题没有答`}</Text>
          <View className="exam__grid">
            {paper.questions.map((question, index) => {
              const isAnswered = chosenFor(sheet, question).length > 0
              const tone = isAnswered ? ' exam__box--done' : ''
              const here = index === sheet.at ? ' exam__box--here' : ''
              return (
                <View
                  key={question.id}
                  className="exam__cell"
                  ariaRole="button"
                  ariaLabel={`第 ${question.number} 题，${isAnswered ? '已答' : '未答'}`}
                  onClick={() => onGoTo(index)}
                >
                  <View className={`exam__box${tone}${here}`}>{question.number}</View>
                </View>
              )
            })}
          </View>
          <Button block onTap={onSubmit}>
            交卷
          </Button>
        </View>
      ) : null}
    </Popup>
  )
}
