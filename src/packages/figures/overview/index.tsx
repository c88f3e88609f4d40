import type { FiguresView, OverviewView } from '@server/afterwards/stats/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Chips } from '@/ui/Chips'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { useRouteParameters } from '@/use-route-parameters'
import { hoursText } from '@/wording/labels'
import { percentOf } from '../overview-words'
import { useOverview } from '../use-overview'
import { BodiesBelow } from './bodies-below'
import { MonthCharts } from './month-charts'
import './index.css'

const OFFLINE = '没有网络。看到的是上次的数字，连上后自动更新'
const YEARS_SHOWN = 3

/** 概况: the standing of a region, a department or a unit, and the people who are behind. */
export default function Overview() {
  const parameters = useRouteParameters('orgId', 'year')
  const [orgId, setOrgId] = useState<string | null>(parameters.orgId || null)
  const [year, setYear] = useState<number | null>(Number(parameters.year) || null)
  const { overview, below } = useOverview(orgId, year)
  return (
    <Loaded query={overview} skeleton="home" offline={OFFLINE}>
      {(first) => {
        const toBehind = () => open(routes.officeBehind({ orgId: first.own.orgId, year: first.year }))
        const footer =
          first.hasPeople && first.own.behind > 0 ? (
            <Button block onTap={toBehind}>
              看看还没完成的人
            </Button>
          ) : null
        return (
          <Screen offline={OFFLINE} footer={footer}>
            <Path first={first} onChange={setOrgId} />
            <Years first={first} onChange={setYear} />
            <Figures first={first} />
            {first.own.people === 0 ? (
              <Empty
                title="这一年还没有数字"
                text="有人登记、学习或申报之后，几分钟内就会出现在这里"
                icon="usergroup"
              />
            ) : (
              <View>
                <BodiesBelow year={first.year} below={below} hasMore={overview.hasNextPage} />
                <MonthCharts first={first} />
                <Claims own={first.own} />
              </View>
            )}
          </Screen>
        )
      }}
    </Loaded>
  )
}

/** Where one is, and the way back up: the caller's other bodies stand in the same row. */
function Path({ first, onChange }: { first: OverviewView; onChange: (orgId: string) => void }) {
  const others = first.scopes.filter(({ orgId }) => !first.path.some((body) => body.orgId === orgId))
  const bodies = [...first.path, ...others]
  if (bodies.length < 2) return <Text className="overview__where">{first.own.orgName}</Text>
  return (
    <Chips
      label="机构"
      value={first.own.orgId}
      options={bodies.map(({ orgId, orgName }) => ({ value: orgId, label: orgName }))}
      onChange={onChange}
    />
  )
}

function Years({ first, onChange }: { first: OverviewView; onChange: (year: number) => void }) {
  const years = [...new Set([first.year, ...first.years])].sort((a, b) => b - a).slice(0, YEARS_SHOWN)
  if (years.length < 2) return null
  return (
    <Chips
      label="年度"
      value={String(first.year)}
      options={years.map((year) => ({ value: String(year), label: `${year} 年` }))}
      onChange={(year) => onChange(Number(year))}
    />
  )
}

function Figures({ first: { own } }: { first: OverviewView }) {
  const figures = [
    { name: '登记人数', value: String(own.people), note: `${own.verified} 人已核对` },
    { name: '已完成', value: `${percentOf(own.complete, own.people)}%`, note: `${own.complete} 人` },
    { name: '还没完成', value: String(own.behind), note: '人' },
  ]
  return (
    <Card>
      <View className="overview__figures">
        {figures.map(({ name, value, note }) => (
          <View
            key={name}
            className="overview__figure"
            ariaRole="text"
            ariaLabel={`${name} ${value}，${note}`}
          >
            <Text className="overview__name">{name}</Text>
            <Text className="x-display">{value}</Text>
            <Text className="overview__note">{note}</Text>
          </View>
        ))}
      </View>
    </Card>
  )
}

function Claims({ own }: { own: FiguresView }) {
  const { waiting, credited, late } = own.claims
  return (
    <CellGroup title="申报">
      <Cell title="正在审核" note={`${waiting} 件`} />
      <Cell title="已入账" note={`${credited} 件`} />
      <Cell title="过期未审完" note={`${late} 件`} />
      <Cell title="公需学时合计" note={hoursText(own.publicHours)} />
      <Cell title="专业学时合计" note={hoursText(own.professionalHours)} />
    </CellGroup>
  )
}
