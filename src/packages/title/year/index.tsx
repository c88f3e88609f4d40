import type { SetAsideView, TitleCheckView, TitleYearView } from '@server/titles/views'
import { Text, View } from '@tarojs/components'
import { replace, routes } from '@/routes'
import { Card } from '@/ui/Card'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { ClauseList } from '../clause-list'
import { bothText, hoursIn, standing } from '../title-words'
import { useTitleCheck, useTitleDraft } from '../use-title'
import './index.css'

const NOT_ASKED = {
  title: '这次申报不看这一年',
  text: '换了申报年度或级别，看的年度也会变',
  action: { caption: '回到自查', onTap: () => replace(routes.titleCheck()) },
}

/** One year of a title check: why it counts or does not, until when it can be made up, and by which words. */
export default function Year() {
  const { year: asked } = useRouteParameters('year')
  const { draft } = useTitleDraft()
  const check = useTitleCheck(draft)
  return (
    <Loaded query={check} skeleton="paper">
      {(view) => {
        const year = view.years.find((one) => one.year === Number(asked))
        if (year === undefined) return <Screen state="empty" empty={NOT_ASKED} />
        return (
          <Screen>
            <Facts year={year} view={view} />
            {year.state === 'incomplete' || year.state === 'no-rule' ? <Opening year={year} /> : null}
            <SetAside items={year.setAside} view={view} />
            <Rules year={year} />
          </Screen>
        )
      }}
    </Loaded>
  )
}

function Facts({ year, view }: { year: TitleYearView; view: TitleCheckView }) {
  const { text, tone } = standing(year)
  const has = bothText(year.counted, view.labels)
  return (
    <Card>
      <View className="title-year__tags">
        <View className="title-year__tag">
          <Tag tone={tone}>{text}</Tag>
        </View>
        {year.declared ? <Tag tone="due">自述，须经审核</Tag> : null}
      </View>
      <Text className="title-year__name">{`${year.year} 年度`}</Text>
      <Text className="x-quiet">
        {`${view.regionName} · ${view.applicationYear} 年申报${view.levelLabel}`}
      </Text>
      <Text className="title-year__why">{year.why}</Text>
      {has === '' ? null : <Text className="x-quiet">{`能用于${view.levelLabel}的：${has}`}</Text>}
    </Card>
  )
}

const Opening = ({ year: { opening, year } }: { year: TitleYearView }) => (
  <Notice
    tone={opening.open ? 'due' : 'refused'}
    title={opening.open ? `${year} 年度的学时还能补` : `${year} 年度的学时现在不能补`}
    text={opening.text}
  />
)

function SetAside({ items, view }: { items: readonly SetAsideView[]; view: TitleCheckView }) {
  if (items.length === 0) return null
  return (
    <Card>
      <Text className="title-year__heading">记了学时，但这次用不上的</Text>
      {items.map(({ title, hours, category, why, cure }) => (
        <View className="title-year__item" key={`${title} ${why}`}>
          <Text className="x-line x-line--strong">{title}</Text>
          <Text className="x-quiet">{`${view.labels[category]} ${hoursIn(hours, view.labels)}`}</Text>
          <Text className="x-line">{why}</Text>
          {cure === null ? null : <Text className="x-line">{cure}</Text>}
        </View>
      ))}
    </Card>
  )
}

const Rules = ({ year: { clauses, opening, state } }: { year: TitleYearView }) => (
  <Card>
    <Text className="title-year__heading">依据的规定</Text>
    <ClauseList clauses={state === 'incomplete' ? [...clauses, ...opening.clauses] : clauses} />
  </Card>
)
