import type { BelongingView, MoveView } from '@server/bodies/views'
import type { UnitView } from '@server/people/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { open, routes } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Dialog } from '@/ui/Dialog'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { SearchBox } from '@/ui/SearchBox'
import { dateText } from '@/wording/moment'
import { useUnits } from '../use-units'
import { useBelonging, useMove } from './use-belonging'
import '../step-frame.css'

/** The person's units, present and past, and a move to another: the new unit confirms it. */
export default function Move() {
  const belonging = useBelonging()
  const move = useMove()
  const [isMoving, setIsMoving] = useState(false)
  const [chosen, setChosen] = useState<UnitView | null>(null)
  const request = () => {
    if (chosen !== null) move.mutate({ kind: 'request', toUnitId: chosen.id, moveId: newActId() })
    setChosen(null)
    setIsMoving(false)
  }
  return (
    <Loaded query={belonging}>
      {(view) => {
        // A person whose own body still waits for review belongs to no unit yet, so there is nothing to move from.
        const mayMove = view.move?.state !== 'waiting' && view.organisation.state === 'verified'
        return (
          <Screen
            offline="没有网络。连上后再提交"
            footer={
              isMoving || !mayMove ? null : (
                <Button tone="plain" block onTap={() => setIsMoving(true)}>
                  换到新单位
                </Button>
              )
            }
          >
            <Unit view={view} />
            <Wish move={view.move} onWithdraw={() => move.mutate({ kind: 'withdraw' })} />
            <ActRefused error={move.error} />
            {isMoving ? <Search onChoose={setChosen} onStop={() => setIsMoving(false)} /> : null}
            <History view={view} />
            <Dialog
              visible={chosen !== null}
              title={`换到${chosen?.name ?? ''}？`}
              text="新单位确认后生效。已有的学时和办过的审核都保留，正在审核的申报转给新单位"
              confirm="提交"
              cancel="再想想"
              onConfirm={request}
              onCancel={() => setChosen(null)}
            />
          </Screen>
        )
      }}
    </Loaded>
  )
}

function Unit({ view: { organisation, isRegistrar } }: { view: BelongingView }) {
  const { name, parentName, state, reviewNote } = organisation
  return (
    <View>
      <Card>
        <Text className="x-title">{name}</Text>
        <Text className="enrol__parent">{parentName}</Text>
      </Card>
      {state === 'registered' ? (
        <Notice tone="due" title="等上级核准" text={`${parentName}核准后，本单位的人员就可以登记`} />
      ) : null}
      {state === 'returned' ? (
        <Notice tone="refused" title="登记被退回" text={`原因：${reviewNote}。`}>
          {isRegistrar ? (
            <Button size="medium" tone="plain" onTap={() => open(routes.enrolBody())}>
              改正后重新登记
            </Button>
          ) : null}
        </Notice>
      ) : null}
    </View>
  )
}

function Wish({ move, onWithdraw }: { move: MoveView | null; onWithdraw: () => void }) {
  if (move?.state === 'waiting')
    return (
      <Notice tone="due" title={`等${move.toUnitName}确认`} text={`${dateText(move.at)}提交，确认后生效`}>
        <Button size="medium" tone="quiet" onTap={onWithdraw}>
          撤回
        </Button>
      </Notice>
    )
  if (move?.state === 'refused')
    return <Notice tone="refused" title={`${move.toUnitName}没有确认`} text={`原因：${move.note}。`} />
  return null
}

function Search({ onChoose, onStop }: { onChoose: (unit: UnitView) => void; onStop: () => void }) {
  const [text, setText] = useState('')
  const { found, isTooShort, units } = useUnits(text)
  return (
    <View>
      <SearchBox value={text} placeholder="新单位的名称，至少两个字" onChange={setText} />
      <ActRefused error={found.error} />
      {isTooShort || units.length === 0 ? null : (
        <CellGroup title="点选你的新单位">
          {units.map((unit) => (
            <Cell
              key={unit.id}
              title={unit.name}
              description={unit.parentName}
              onTap={() => onChoose(unit)}
            />
          ))}
        </CellGroup>
      )}
      <Button tone="quiet" block onTap={onStop}>
        先不换
      </Button>
    </View>
  )
}

function History({ view: { memberships } }: { view: BelongingView }) {
  if (memberships.length === 0) return null
  return (
    <CellGroup title="工作过的单位">
      {memberships.map(({ unitName, from, until }) => (
        <Cell
          key={from}
          title={unitName}
          description={`${dateText(from, true)} 起${until === null ? '，现在的单位' : `，到 ${dateText(until, true)}`}`}
        />
      ))}
    </CellGroup>
  )
}
