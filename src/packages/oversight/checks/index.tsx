import { instant, yearOf } from '@domain/kernel/instant'
import type { SampleRule } from '@domain/oversight/draw-sample'
import type { CheckCard } from '@server/oversight/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { cloud } from '@/cloud/client'
import { open, routes } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Empty } from '@/ui/Empty'
import { both, Loaded } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { dateText } from '@/wording/moment'
import { useChecks, useOversight, useOwnBodies } from '../use-oversight'
import { StartSheet } from './start-sheet'
import '../oversight.css'

/** Checks that were drawn, and the start of a new one: of one unit, or of all below one's own body. */
export default function Checks() {
  const { orgId, orgName } = useRouteParameters('orgId', 'orgName')
  const checks = useChecks()
  const bodies = useOwnBodies()
  const [starting, setStarting] = useState(false)
  const start = useOversight(cloud.oversight.startCheck, ({ checkId }) => {
    setStarting(false)
    open(routes.officeCheck({ checkId }))
  })
  const own = bodies.data?.children[0]
  const scope =
    orgId === ''
      ? { orgIds: [own?.id ?? ''], whole: true, name: `${own?.name ?? ''}及下属单位` }
      : { orgIds: [orgId], whole: false, name: orgName }
  const begin = (order: { year: number; rule: SampleRule }) =>
    start.mutate({ checkId: newActId(), orgIds: scope.orgIds, whole: scope.whole, ...order })
  return (
    <Loaded query={both(checks, bodies)}>
      {([{ checks: drawn }]) => (
        <Screen
          offline="没有网络。看过的抽查仍可查看，连上后再抽"
          footer={
            <Button block onTap={() => setStarting(true)}>
              开始抽查
            </Button>
          }
        >
          <ActRefused error={start.error} />
          <CellGroup>
            <Cell
              title="可能重复的学时"
              description="同一次学习从两处记入的，核对后留一笔"
              onTap={() => open(routes.officeDoubles())}
            />
            <Cell
              title="异议"
              description="学时被作废的人提出的，由上一级或另一人复查"
              onTap={() => open(routes.officeObjections())}
            />
            <Cell
              title="失信记录"
              description="立案、两人决定、到期自动失效"
              onTap={() => open(routes.officeIntegrity({}))}
            />
          </CellGroup>
          {drawn.length === 0 ? (
            <Empty
              title="还没有抽查过"
              text="按规则和种子随机抽出已认定的申报，逐份核对材料。不实的学时可以作废"
              icon="search"
            />
          ) : (
            drawn.map((check) => <Line key={check.checkId} check={check} />)
          )}
          <StartSheet
            visible={starting}
            scopeName={scope.name}
            year={yearOf(instant(Date.now()))}
            busy={start.isPending}
            onStart={begin}
            onClose={() => setStarting(false)}
          />
        </Screen>
      )}
    </Loaded>
  )
}

function Line({ check }: { check: CheckCard }) {
  const { counts } = check
  const left = counts.open === 0 ? '已核查完' : `还有 ${counts.open} 份待核查`
  return (
    <Card
      label={`${check.scopeText}，${check.year} 年度，${left}`}
      onTap={() => open(routes.officeCheck({ checkId: check.checkId }))}
    >
      <View className="oversight__line">
        <View className="oversight__what">
          <Text className="oversight__title">{check.scopeText}</Text>
          <Text className="x-quiet">{`${check.year} 年度 · ${dateText(check.startedAt)} ${check.byName}抽取`}</Text>
          <Text className="x-quiet">{`${counts.all} 份，${left}${counts.false > 0 ? `，${counts.false} 份不属实` : ''}`}</Text>
        </View>
        <Tag tone={counts.open === 0 ? 'done' : 'due'}>{counts.open === 0 ? '已完成' : '进行中'}</Tag>
      </View>
    </Card>
  )
}
