import type { OrganisationView } from '@server/bodies/views'
import { Text, View } from '@tarojs/components'
import { useTree } from '@/cloud/use-tree'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Empty } from '@/ui/Empty'
import { LoadedPart } from '@/ui/Loaded'
import { kindText } from '@/wording/organisation'

export interface Body {
  id: string
  name: string
}

interface ChooseBodyProps {
  /** Where in the tree one looks; null for one's own bodies. */
  at: string | null
  /** The only body of one's own: nothing stands above it. */
  isOnly?: boolean
  onGo: (at: string | null) => void
  onChoose: (body: Body) => void
}

/** Down one's own tree to a unit, whose people are then looked at. */
export function ChooseBody({ at, isOnly = false, onGo, onChoose }: ChooseBodyProps) {
  const { level, children } = useTree(at)
  return (
    <LoadedPart query={level}>
      {(top) => {
        const only = top.body === null && children.length === 1 ? children[0] : undefined
        // With a single body of one's own there is nothing to choose above it.
        if (only !== undefined) return <ChooseBody at={only.id} isOnly onGo={onGo} onChoose={onChoose} />
        const { body, above } = top
        const parent = above[above.length - 1]
        const enter = (one: OrganisationView) => (hasBelow(one) ? onGo(one.id) : onChoose(one))
        return (
          <View>
            <CellGroup title={body === null ? '先选评审范围' : body.name}>
              {body === null || (isOnly && parent === undefined) ? null : (
                <Cell
                  title="返回上一级"
                  description={parent?.name ?? '我的评审范围'}
                  onTap={() => onGo(parent?.id ?? null)}
                />
              )}
              {children.map((one) => (
                <Cell
                  key={one.id}
                  title={one.name}
                  description={kindText[one.kind]}
                  onTap={() => enter(one)}
                />
              ))}
              {body === null ? null : <Cell title="本机构自己的人员" onTap={() => onChoose(body)} />}
            </CellGroup>
            {level.hasNextPage ? <Text className="title-export__quiet">往下滑，看更多</Text> : null}
            {body !== null && children.length === 0 ? (
              <Empty
                title="下面还没有机构"
                text="可以返回上一级，或者看这个机构自己的人员"
                icon="usergroup"
              />
            ) : null}
          </View>
        )
      }}
    </LoadedPart>
  )
}

const hasBelow = ({ kind }: OrganisationView): boolean => kind !== 'unit' && kind !== 'base'
