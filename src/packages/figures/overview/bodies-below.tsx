import type { FiguresView } from '@server/afterwards/stats/views'
import { Text, View } from '@tarojs/components'
import { open, routes } from '@/routes'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Chart } from '@/ui/Chart'
import { byNeed, percentOf } from '../overview-words'
import { bodiesPicture } from './overview-series'

interface BodiesBelowProps {
  year: number
  below: readonly FiguresView[]
  hasMore: boolean
}

/** The bodies of the next level: compared on a chart, and as rows that lead down. A canvas has nothing to tap for a reader. */
export function BodiesBelow({ year, below, hasMore }: BodiesBelowProps) {
  if (below.length === 0) return null
  return (
    <View>
      {below.length > 1 ? <Compared year={year} below={below} hasMore={hasMore} /> : null}
      <CellGroup title="点开看下一级">
        {byNeed(below).map(({ orgId, orgName, people, complete }) => (
          <Cell
            key={orgId}
            title={orgName}
            description={`${complete}/${people} 人完成，${percentOf(complete, people)}%`}
            onTap={() => open(routes.officeOverview({ orgId, year }))}
          />
        ))}
      </CellGroup>
      {hasMore ? <Text className="overview__hint">往下滑，看更多</Text> : null}
    </View>
  )
}

/** One body alone has nothing to be compared with. */
function Compared({ year, below, hasMore }: BodiesBelowProps) {
  const picture = bodiesPicture(below)
  const shown = picture.points.length
  return (
    <Card>
      <Text className="overview__title">各单位完成情况</Text>
      <Text className="overview__hint">
        {shown < below.length || hasMore ? `落在后面的 ${shown} 个` : '落在后面的排在前面'}
      </Text>
      <Chart picture={picture} label={`${year} 年各单位完成率`} />
    </Card>
  )
}
