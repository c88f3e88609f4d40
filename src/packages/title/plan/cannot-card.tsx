import type { TitlePlanView } from '@server/titles/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Notice } from '@/ui/Notice'
import { Popup } from '@/ui/Popup'
import { ClauseList } from '../clause-list'

/** The parts that no learning cures any more (补不了的), with the words that close them. */
export function CannotCard({ view }: { view: TitlePlanView }) {
  const [isOpen, setOpen] = useState(false)
  if (view.cannot.length === 0) return null
  const clauses = view.cannot.flatMap((one) => one.clauses)
  const once = [...new Map(clauses.map((clause) => [`${clause.id} ${clause.words}`, clause])).values()]
  return (
    <View>
      <Notice tone="refused" title={titleOf(view)}>
        {view.cannot.map(({ text }) => (
          <Text className="cannot__line" key={text}>
            {text}
          </Text>
        ))}
      </Notice>
      {once.length === 0 ? null : (
        <CellGroup>
          <Cell title="凭什么补不上" description="通知的原文" onTap={() => setOpen(true)} />
        </CellGroup>
      )}
      <Popup visible={isOpen} title="凭什么补不上" onClose={() => setOpen(false)}>
        <ClauseList clauses={once} />
      </Popup>
    </View>
  )
}

function titleOf({ plans, years }: TitlePlanView): string {
  if (plans.length > 0) return '有些补不上了'
  return years.some(({ opening }) => opening.open) ? '现有的课程凑不够' : '这次补不上'
}
