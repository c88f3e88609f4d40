import type { QuestionView, TitleCheckView, TitleYearView } from '@server/titles/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { LoadedPart } from '@/ui/Loaded'
import { Popup } from '@/ui/Popup'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { heldText } from '@/wording/held-title'
import { ClauseList } from '../clause-list'
import { type Answers, answerText } from '../declared'
import type { TitleDraft } from '../title-draft'
import { bothText, missingText, standing } from '../title-words'
import { useIsNewcomer, useTitleCheck, useTitleDraft } from '../use-title'
import { QuestionSheet } from './question-sheet'
import { TitlePickers } from './title-pickers'
import { Verdict } from './verdict-card'
import './index.css'

const OFFLINE = '没有网络。看到的是上次的结果，连上后自动更新'

const NEWCOMER = {
  title: '登记后就能自查',
  text: '登记大约 3 分钟，然后按你所在地区的通知，看学时够不够申报',
  action: { caption: '开始登记', onTap: () => open(routes.enrolConsent()) },
}

export default function Check() {
  const isNewcomer = useIsNewcomer()
  const { draft, change } = useTitleDraft()
  const check = useTitleCheck(draft)
  const view = check.data
  if (isNewcomer) return <Screen state="empty" empty={NEWCOMER} />
  return (
    <Screen offline={OFFLINE} footer={view?.outcome === 'short' ? <ToPlan /> : null}>
      <TitlePickers draft={draft} view={view} onChange={change} />
      <LoadedPart query={check} skeleton="paper">
        {(shown) => <Result view={shown} draft={draft} onChange={change} />}
      </LoadedPart>
    </Screen>
  )
}

const ToPlan = () => (
  <Button block onTap={() => open(routes.titlePlan())}>
    看看怎么补
  </Button>
)

interface ResultProps {
  view: TitleCheckView
  draft: TitleDraft
  onChange: (part: Partial<TitleDraft>) => void
}

function Result({ view, draft, onChange }: ResultProps) {
  return (
    <View>
      <Verdict view={view} />
      <Present view={view} />
      <Years view={view} />
      <Lines title="怎样补上" lines={view.cures} />
      <Questions view={view} draft={draft} onChange={onChange} />
      <Lines title="还要知道" lines={view.outcome === 'no-rule' ? view.notes.slice(1) : view.notes} />
      <Basis view={view} />
    </View>
  )
}

/** The present title, by which the notice's exceptions are judged: from the register, and said there alone. */
function Present({ view: { title } }: { view: TitleCheckView }) {
  const openIt = () => open(routes.titleHeld())
  if (title === null)
    return (
      <CellGroup>
        <Cell title="我的现职称" note="还没有填" description="填一次，单位核对后不用再填" onTap={openIt} />
      </CellGroup>
    )
  return (
    <CellGroup>
      <Cell
        title="我的现职称"
        description={`${heldText(title.held)} · ${title.isVerified ? '单位核对过' : '单位还没有核对，先按它算'}`}
        onTap={openIt}
      />
    </CellGroup>
  )
}

function Years({ view }: { view: TitleCheckView }) {
  if (view.years.length === 0) return null
  return (
    <View>
      <Text className="x-quiet x-quiet--apart">{yearsHeading(view)}</Text>
      {view.years.map((year) => (
        <Year key={year.year} year={year} view={view} />
      ))}
    </View>
  )
}

const yearsHeading = ({ kind, needed }: TitleCheckView): string =>
  kind === 'window' ? `这 ${needed} 年的学时加在一起看，点开看依据` : '可以选用的年度，点开看依据'

function Year({ year, view }: { year: TitleYearView; view: TitleCheckView }) {
  const { text, tone } = standing(year)
  const lines = linesOf(year, view)
  return (
    <Card
      label={`${year.year} 年，${text}，${lines.join('，')}`}
      onTap={() => open(routes.titleYear({ year: year.year }))}
    >
      <View className="title-check__year">
        <Text className="title-check__year-name">{`${year.year} 年`}</Text>
        {year.declared ? (
          <View className="title-check__tag">
            <Tag tone="due">自述</Tag>
          </View>
        ) : null}
        <Tag tone={tone}>{text}</Tag>
      </View>
      {lines.map((line) => (
        <Text className="x-quiet" key={line}>
          {line}
        </Text>
      ))}
      {year.chosen && view.kind === 'years' ? (
        <Text className="title-check__chosen">用于这次申报</Text>
      ) : null}
    </Card>
  )
}

/**
 * The reached and the missing hours, and the day until which they can be learned; the reason where no hours decide.
 */
function linesOf(year: TitleYearView, { labels, outcome }: TitleCheckView): string[] {
  const { missing, counted, state, why, opening } = year
  if (state === 'deemed' || state === 'not-looked-at') return [why]
  const lacking = missing === null ? '' : missingText(missing, labels)
  const has = counted.public > 0 || counted.professional > 0
  const isDone = state === 'complete' || state === 'unverified'
  return [
    has ? `已有 ${bothText(counted, labels)}` : lacking === '' ? why : '',
    lacking === '' ? '' : `还差 ${lacking}`,
    outcome === 'short' && !isDone ? opening.text : '',
  ].filter((line) => line !== '')
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Card>
      <Text className="title-check__title">{title}</Text>
      {lines.map((line) => (
        <Text className="title-check__line" key={line}>
          {line}
        </Text>
      ))}
    </Card>
  )
}

function Questions({ view, draft, onChange }: ResultProps) {
  const [openId, setOpenId] = useState<string | null>(null)
  const { questions } = view
  const answer = (id: string, values: Answers[string] | null) => {
    const { [id]: _, ...others } = draft.answers
    const answers = values === null ? others : { ...others, [id]: values }
    onChange({ answers, asked: questions.map((question) => ({ id: question.id, kind: question.kind })) })
    setOpenId(null)
  }
  if (questions.length === 0) return null
  return (
    <View>
      <CellGroup title="你有这些情况吗？由你自述，须经审核，不会记成学时">
        {questions.map((question) => (
          <QuestionCell
            key={question.id}
            question={question}
            answers={draft.answers}
            onTap={() => setOpenId(question.id)}
          />
        ))}
      </CellGroup>
      <QuestionSheet
        question={questions.find(({ id }) => id === openId) ?? null}
        answers={draft.answers}
        onAnswer={answer}
        onClose={() => setOpenId(null)}
      />
    </View>
  )
}

interface QuestionCellProps {
  question: QuestionView
  answers: Answers
  onTap: () => void
}

const QuestionCell = ({ question, answers, onTap }: QuestionCellProps) => (
  <Cell title={question.title} note={answerText(question, answers)} onTap={onTap} />
)

function Basis({ view }: { view: TitleCheckView }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <View>
      <CellGroup>
        <Cell
          title="通知怎样规定"
          description={`申报${view.levelLabel}的要求：原文和我们的理解，分开标明`}
          onTap={() => setOpen(true)}
        />
      </CellGroup>
      <Popup visible={isOpen} title="通知怎样规定" onClose={() => setOpen(false)}>
        <ClauseList clauses={view.clauses} />
        <Text className="title-check__version">{`政策版本 ${view.policyVersion}`}</Text>
      </Popup>
    </View>
  )
}
