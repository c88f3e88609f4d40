import type { QuestionField, QuestionView } from '@server/titles/views'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Check } from '@/ui/Check'
import { Chips } from '@/ui/Chips'
import { Notice } from '@/ui/Notice'
import { Popup } from '@/ui/Popup'
import { ClauseList } from '../clause-list'
import type { Answers } from '../declared'
import './question-sheet.css'

interface QuestionSheetProps {
  question: QuestionView | null
  answers: Answers
  onAnswer: (id: string, values: Answers[string] | null) => void
  onClose: () => void
}

/** One fact that only the trainee knows: its statement, its further fields, and the rule that accepts it. */
export function QuestionSheet({ question, answers, onAnswer, onClose }: QuestionSheetProps) {
  return (
    <Popup visible={question !== null} title="你有这一项吗" onClose={onClose}>
      {question === null ? null : (
        <Sheet key={question.id} question={question} given={answers[question.id]} onAnswer={onAnswer} />
      )}
    </Popup>
  )
}

interface SheetProps {
  question: QuestionView
  given: Answers[string] | undefined
  onAnswer: QuestionSheetProps['onAnswer']
}

function Sheet({ question, given, onAnswer }: SheetProps) {
  const [values, setValues] = useState<Answers[string]>(given ?? {})
  useEffect(() => setValues(given ?? {}), [given])
  const { id, title, statement, fields, clauses, needsTitle } = question
  const isWhole = fields.every(({ name }) => (values[name] ?? []).length > 0)
  return (
    <View>
      <Text className="question__title">{title}</Text>
      <Text className="question__statement">{statement}</Text>
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          unit={question.kind === 'substitution' ? '项' : '年'}
          chosen={values[field.name] ?? []}
          onChange={(chosen) => setValues({ ...values, [field.name]: chosen })}
        />
      ))}
      <Text className="question__quiet">
        这是你自己说明的情况，须经审核；这里只用来算一算，不会记成学时。
      </Text>
      {needsTitle ? (
        <Notice tone="due" title="先填一次现职称" text="这一项要看现职称是什么、哪一年取得。填过以后不用再填">
          <Button size="medium" tone="plain" onTap={() => open(routes.titleHeld())}>
            去填现职称
          </Button>
        </Notice>
      ) : null}
      <Text className="question__heading">通知怎样说</Text>
      <ClauseList clauses={clauses} />
      <View className="question__buttons">
        <View className="question__button">
          <Button block tone="plain" onTap={() => onAnswer(id, null)}>
            没有
          </Button>
        </View>
        <View className="question__button">
          <Button block disabled={!isWhole || needsTitle} onTap={() => onAnswer(id, values)}>
            有，算进去
          </Button>
        </View>
      </View>
    </View>
  )
}

interface FieldProps {
  field: QuestionField
  unit: string
  chosen: readonly number[]
  onChange: (chosen: number[]) => void
}

function Field({ field, unit, chosen, onChange }: FieldProps) {
  const { label, options, many } = field
  return (
    <View className="question__field">
      <Text className="x-quiet">{label}</Text>
      {many ? (
        options.map((option) => (
          <Check
            key={option}
            checked={chosen.includes(option)}
            label={`${option} ${unit}`}
            onChange={(checked) =>
              onChange(checked ? [...chosen, option] : chosen.filter((one) => one !== option))
            }
          />
        ))
      ) : (
        <Chips
          label={label}
          value={String(chosen[0] ?? '')}
          options={options.map((option) => ({ value: String(option), label: `${option} ${unit}` }))}
          onChange={(value) => onChange([Number(value)])}
        />
      )}
    </View>
  )
}
