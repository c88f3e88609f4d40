import type { PaperQuestion, QuestionType } from '@server/learning/exam/views'
import { Text, View } from '@tarojs/components'

export const TYPE_NAMES: Record<QuestionType, string> = {
  single: '单选题',
  multiple: '多选题',
  judge: '判断题',
}

const HINTS: Record<QuestionType, string> = {
  single: '选一个',
  multiple: '可以选多个，再点一次取消',
  judge: '对还是不对',
}

const LETTERS = 'ABCDEFGH'

export interface QuestionViewProps {
  question: PaperQuestion
  chosen: readonly number[]
  onChoose: (option: number) => void
}

/** One question, its options as large as a thumb. */
export function QuestionView({ question, chosen, onChoose }: QuestionViewProps) {
  const { type, stem, options } = question
  return (
    <View>
      <Text className="exam__kind">{`${TYPE_NAMES[type]} · ${HINTS[type]}`}</Text>
      <Text className="exam__stem">{`${question.number}. ${stem}`}</Text>
      <View ariaRole={type === 'multiple' ? 'group' : 'radiogroup'} ariaLabel={stem}>
        {options.map((option, index) => {
          const isChosen = chosen.includes(index)
          const letter = LETTERS[index] ?? String(index + 1)
          return (
            <View
              key={option}
              className={isChosen ? 'exam__option exam__option--on' : 'exam__option'}
              hoverClass="exam__option--pressed"
              ariaRole={type === 'multiple' ? 'checkbox' : 'radio'}
              ariaLabel={`${letter}，${option}${isChosen ? '，已选' : ''}`}
              onClick={() => onChoose(index)}
            >
              <Text className="exam__letter">{isChosen ? '✓' : letter}</Text>
              <Text className="exam__option-text">{option}</Text>
            </View>
          )
        })}
      </View>
    </View>
  )
}
