import type { MoveView } from '@server/bodies/views'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Dialog } from '@/ui/Dialog'
import { Popup } from '@/ui/Popup'
import { Tag } from '@/ui/Tag'
import { momentText } from '@/wording/moment'
import { useDecideMove, useMoves } from './use-people'

const REASONS = ['不是本单位的人员', '还没有办完入职', '同名，不是同一个人']

/** People who ask to move into this unit, on top of the page: their open claims wait with them. */
export function MoveCards() {
  const moves = useMoves()
  const [confirming, setConfirming] = useState<MoveView | null>(null)
  const [refusing, setRefusing] = useState<MoveView | null>(null)
  const decide = useDecideMove(({ kind }) => {
    void Taro.showToast({ title: kind === 'confirm' ? '已确认' : '本人会看到', icon: 'success' })
  })
  const confirm = () => {
    if (confirming !== null) decide.mutate({ kind: 'confirm', ...idsOf(confirming) })
    setConfirming(null)
  }
  const refuse = (reason: string) => {
    if (refusing !== null) decide.mutate({ kind: 'refuse', ...idsOf(refusing), reason })
    setRefusing(null)
  }
  return (
    <View>
      <ActRefused error={decide.error} />
      {(moves.data?.moves ?? []).map((move) => (
        <Card key={move.personId}>
          <View className="x-head">
            <Text className="x-name">{move.personName}</Text>
            <Tag tone="due">申请转入</Tag>
          </View>
          <Text className="x-quiet">{`身份证 ${move.idNumberMasked}`}</Text>
          <Text className="x-quiet">{`从${move.fromUnitName}来 · ${momentText(move.at)} 提交`}</Text>
          <View className="x-acts">
            <View className="x-fill">
              <Button
                tone="quiet"
                block
                label={`不确认${move.personName}转入`}
                onTap={() => setRefusing(move)}
              >
                不是
              </Button>
            </View>
            <View className="x-fill">
              <Button block label={`确认${move.personName}转入`} onTap={() => setConfirming(move)}>
                确认转入
              </Button>
            </View>
          </View>
        </Card>
      ))}
      <Dialog
        visible={confirming !== null}
        title={`确认${confirming?.personName ?? ''}转入本单位？`}
        text="确认后，他的学时和正在审核的申报由本单位接着办"
        confirm="确认"
        cancel="再看看"
        onConfirm={confirm}
        onCancel={() => setConfirming(null)}
      />
      <Popup visible={refusing !== null} title="为什么不确认？" onClose={() => setRefusing(null)}>
        <Choice
          label="原因"
          value={null}
          options={REASONS.map((text) => ({ value: text, label: text }))}
          onChange={refuse}
        />
      </Popup>
    </View>
  )
}

const idsOf = ({ personId, moveId }: MoveView) => ({ personId, moveId })
