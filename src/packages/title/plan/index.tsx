import type { PlanKind, PlanView, PlanYearView, TitlePlanView } from '@server/titles/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { open, replace, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chips } from '@/ui/Chips'
import { Loaded } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { hoursIn, missingText, planNames } from '../title-words'
import { useTitleDraft, useTitlePlan } from '../use-title'
import { CannotCard } from './cannot-card'
import { PlanCourse } from './plan-course'
import { PlanSummary } from './plan-summary'
import { ProviderCard } from './provider-card'
import './index.css'

const OFFLINE = '没有网络。看到的是上次的规划，连上后自动更新'
const MINUTES = [30, 60, 90, 120]

export default function Plan() {
  const { draft, change } = useTitleDraft()
  const [kind, setKind] = useState<PlanKind>('cheapest')
  const plan = useTitlePlan(draft)
  return (
    <Loaded query={plan} skeleton="paper" offline={OFFLINE} empty={nothingToPlan}>
      {(view) => {
        const chosen = view.plans.find((one) => one.kind === kind)
        return (
          <Screen offline={OFFLINE} footer={hasCourse(chosen) ? <Start plan={chosen} /> : null}>
            <Needed view={view} />
            <CannotCard view={view} />
            {chosen === undefined ? null : (
              <View>
                <Text className="plan__heading">三种学法</Text>
                <Chips
                  label="三种学法"
                  value={kind}
                  options={view.plans.map((one) => ({ value: one.kind, label: planNames[one.kind] }))}
                  onChange={setKind}
                />
                <Text className="plan__heading">每晚学多少分钟</Text>
                <Chips
                  label="每晚学多少分钟"
                  value={String(draft.minutesPerEvening)}
                  options={MINUTES.map((minutes) => ({ value: String(minutes), label: String(minutes) }))}
                  onChange={(minutes) => change({ minutesPerEvening: Number(minutes) })}
                />
                <View className="plan__chosen">
                  <Chosen view={view} plan={chosen} />
                </View>
              </View>
            )}
            <Todo lines={view.todo} />
            {view.feeNotes.map((note) => (
              <Text key={note} className="x-quiet">
                {note}
              </Text>
            ))}
            <Text className="x-quiet">{catalogueText(view)}</Text>
          </Screen>
        )
      }}
    </Loaded>
  )
}

const nothingToPlan = (view: TitlePlanView) =>
  view.outcome !== 'short' && {
    title: view.outcome === 'met' ? '不用再补学时' : '通知没有规定',
    text: view.headline,
    tone: view.outcome === 'met' ? ('done' as const) : ('brand' as const),
    action: { caption: '看自查结果', onTap: () => replace(routes.titleCheck()) },
  }

/** Where all of a plan is learned elsewhere, there is no course to begin with. */
const hasCourse = (plan: PlanView | undefined): plan is PlanView =>
  plan !== undefined && plan.courses.length > 0

/** The first thing to do. */
function Start({ plan }: { plan: PlanView }) {
  const first = plan.courses.find(({ isEnrolled }) => isEnrolled) ?? plan.courses[0]
  if (first === undefined) return null
  const act = first.isEnrolled ? '继续学习' : plan.courses.length === 1 ? '报名这门课' : '报名第一门课'
  return (
    <Button
      block
      label={`${act}《${first.title}》`}
      onTap={() => open(routes.course({ courseId: first.courseId }))}
    >
      {act}
    </Button>
  )
}

function Needed({ view }: { view: TitlePlanView }) {
  return (
    <Card>
      <Text className="x-quiet">
        {`${view.regionName} · ${view.applicationYear} 年申报${view.levelLabel}`}
      </Text>
      <Text className="plan__headline">{view.headline}</Text>
      {view.years
        .filter(({ opening }) => opening.open)
        .map((year) => (
          <Lacking key={year.year} year={year} view={view} />
        ))}
      {view.restsOnDeclared ? (
        <View className="x-acts">
          <Tag tone="due">含自述，须经审核</Tag>
        </View>
      ) : null}
    </Card>
  )
}

/** A year that can still be filled; closed years are told apart, with the words that closed them. */
function Lacking({ year, view }: { year: PlanYearView; view: TitlePlanView }) {
  const lacking = year.missing === null ? '' : missingText(year.missing, view.labels)
  return (
    <View className="plan__year">
      <View className="plan__year-head">
        <Text className="plan__year-name">{`${year.year} 年度`}</Text>
        <Tag tone="due">还能学</Tag>
      </View>
      {lacking === '' ? null : <Text className="x-line">{`还差 ${lacking}`}</Text>}
      <Text className="x-quiet">{year.opening.text}</Text>
    </View>
  )
}

function Chosen({ view, plan }: { view: TitlePlanView; plan: PlanView }) {
  return (
    <View>
      <PlanSummary plan={plan} />
      {plan.courses.map((course) => (
        <PlanCourse key={course.courseId} course={course} labels={view.labels} />
      ))}
      {plan.providers.map((provider) => (
        <ProviderCard
          key={`${provider.year} ${provider.category}`}
          provider={provider}
          title={`${provider.year === null ? '' : `${provider.year} 年度`}${view.labels[provider.category]} ${hoursIn(provider.hours, view.labels)}`}
        />
      ))}
      <Card>
        <Text className="plan__title">为什么这样排</Text>
        {plan.why.map((line) => (
          <Text className="x-line" key={line}>
            {line}
          </Text>
        ))}
      </Card>
    </View>
  )
}

function Todo({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Card>
      <Text className="plan__title">学完以后</Text>
      {lines.map((line) => (
        <Text className="x-line" key={line}>
          {line}
        </Text>
      ))}
    </Card>
  )
}

const catalogueText = ({ catalogue: { lookedAt, limit, whole } }: TitlePlanView): string =>
  whole
    ? `从课程目录的 ${lookedAt} 门课里挑选，已经通过的不算。`
    : `课程目录很大，只比较了前 ${limit} 门；别的课在课程页里找。`
