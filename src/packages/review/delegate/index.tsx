import { type Day, day, dayAfter } from '@domain/kernel/instant'
import type { DelegationView } from '@server/claims/review/claim-views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { cloud } from '@/cloud/client'
import { keep, useAct } from '@/cloud/use-cloud'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Choice } from '@/ui/Choice'
import { Dialog } from '@/ui/Dialog'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Popup } from '@/ui/Popup'
import { Screen } from '@/ui/Screen'
import { dateText, dayText } from '@/wording/moment'
import { useDelegations } from '../queue/use-queue'
import './index.css'

type Colleague = DelegationView['bodies'][number]['colleagues'][number]
type Given = DelegationView['given'][number]

const SPANS = [
  { value: '3', label: '三天' },
  { value: '7', label: '一周' },
  { value: '14', label: '两周' },
  { value: '30', label: '一个月' },
] as const
type Span = (typeof SPANS)[number]['value']

/** So many days from today, today being the first. */
const lastDay = (today: string, span: Span): Day => dayAfter(day(today), Number(span) - 1)

/** 委托: while one is away a colleague of the same body reviews, and it ends by itself. */
export default function Delegate() {
  const view = useDelegations()
  const [chosen, setChosen] = useState<Colleague | null>(null)
  const [ending, setEnding] = useState<Given | null>(null)
  const act = useDelegating()
  return (
    <Loaded query={view}>
      {({ bodies, given, today }) => (
        <Screen>
          <ActRefused error={act.error} />
          {given.length === 0 ? null : (
            <CellGroup title="正在代为审核">
              {given.map((one) => (
                <Cell
                  key={one.personId}
                  title={one.name}
                  description={`${one.orgName}，到 ${dateText(one.until - 1)}为止`}
                  note="结束"
                  onTap={() => setEnding(one)}
                />
              ))}
            </CellGroup>
          )}
          <Bodies bodies={bodies} onChoose={setChosen} />
          <SpanSheet
            colleague={chosen}
            today={today}
            onClose={() => setChosen(null)}
            onGive={(span) => {
              if (chosen) act.mutate({ personId: chosen.personId, until: lastDay(today, span) })
              setChosen(null)
            }}
          />
          <Dialog
            visible={ending !== null}
            title={`结束${ending?.name ?? ''}的代为审核？`}
            text="结束后，他不能再审核，待办仍由你办理"
            confirm="结束"
            cancel="再看看"
            onConfirm={() => {
              if (ending) act.mutate({ personId: ending.personId, until: null })
              setEnding(null)
            }}
            onCancel={() => setEnding(null)}
          />
        </Screen>
      )}
    </Loaded>
  )
}

function useDelegating() {
  return useAct(
    ({ personId, until }: { personId: string; until: Day | null }) =>
      until === null
        ? cloud.review.endDelegation.mutate({ personId, actId: newActId() })
        : cloud.review.delegate.mutate({ personId, until, actId: newActId() }),
    { onDone: (after) => keep(cloud.review.delegations, undefined, after) },
  )
}

function Bodies({
  bodies,
  onChoose,
}: {
  bodies: DelegationView['bodies']
  onChoose: (colleague: Colleague) => void
}) {
  if (bodies.length === 0)
    return <Notice title="你是代为审核的" text="代为审核的权限不能再转给别人，请与委托你的人联系。" />
  return (
    <View>
      {bodies.map(({ orgId, orgName, colleagues }) => (
        <CellGroup key={orgId} title={`请${orgName}的哪位同事代为审核`}>
          {colleagues.map((colleague) => (
            <Cell
              key={colleague.personId}
              title={colleague.name}
              description={`手机 ${colleague.mobileMasked}`}
              onTap={() => onChoose(colleague)}
            />
          ))}
          {colleagues.length === 0 ? (
            <Cell title="还没有可以委托的同事" description="同事登记并经核对后，会出现在这里" />
          ) : null}
        </CellGroup>
      ))}
    </View>
  )
}

interface SpanSheetProps {
  colleague: Colleague | null
  today: string
  onGive: (span: Span) => void
  onClose: () => void
}

function SpanSheet({ colleague, today, onGive, onClose }: SpanSheetProps) {
  const [span, setSpan] = useState<Span>('7')
  return (
    <Popup visible={colleague !== null} title={`请${colleague?.name ?? ''}代为审核`} onClose={onClose}>
      <Text className="delegate__text">到期自动结束。他自己的申报，仍要由别人审核。</Text>
      <Choice
        label="多久"
        value={span}
        options={SPANS.map((one) => ({ ...one, note: `到 ${dayText(lastDay(today, one.value))}为止` }))}
        onChange={setSpan}
      />
      <Button block onTap={() => onGive(span)}>
        确定委托
      </Button>
    </Popup>
  )
}
