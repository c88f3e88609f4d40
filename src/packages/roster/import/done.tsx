import type { ImportView } from '@server/membership/roster/views'
import { Text, View } from '@tarojs/components'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Icon } from '@/ui/Icon'
import { Screen } from '@/ui/Screen'
import { momentText } from '@/wording/moment'
import { grouped, importable, readFrom } from './import-words'
import { OtherSheets } from './rows'
import { type Chooser, useOpenSheet } from './use-roster-import'
import './import.css'

interface DoneProps {
  view: ImportView
  chooser: Chooser
  onAnew: () => void
}

/** The changes, the refused rows, and the next step. */
export function Done({ view, chooser, onAnew }: DoneProps) {
  const sheet = useOpenSheet()
  const { result } = view
  return (
    <Screen
      footer={
        <Button tone="plain" block onTap={onAnew}>
          再导入一份
        </Button>
      }
    >
      {chooser.refusal}
      <Card>
        <View className="import__done">
          <View className="import__icon">
            <Icon name="check-circle" size={36} />
          </View>
          <Text className="import__big">{`${grouped(importable(result))} 人在名册上`}</Text>
          <Text className="import__text">{`${readFrom(view)} · ${momentText(view.finishedAt ?? view.startedAt)} 导入完`}</Text>
        </View>
        <Count label="新增" count={result.created} />
        <Count label="其中已登记、现在核对通过" count={result.verified} />
        <Count label="登记在别的单位，等本人申请调入" count={result.moved} />
        <Count label="原来就有，没有改动" count={result.matched} />
        <Count label="不能导入" count={result.refused} />
      </Card>
      <ActRefused error={sheet.error} />
      <OtherSheets view={view} chooser={chooser} />
      <CellGroup>
        {result.refused === 0 ? null : (
          <Cell
            title="错误清单"
            description={`${grouped(result.refused)} 行不能导入，逐行写明原因和改法`}
            onTap={() => sheet.mutate({ kind: 'errors', importId: view.id })}
          />
        )}
        {chooser.hasOwnUnit ? (
          <Cell
            title="导出本单位名册"
            description="带上每个人的登记情况和今年的学时"
            onTap={() => sheet.mutate({ kind: 'export' })}
          />
        ) : null}
      </CellGroup>
    </Screen>
  )
}

function Count({ label, count }: { label: string; count: number }) {
  return (
    <View className="import__count">
      <Text className="import__label">{label}</Text>
      <Text className="import__figure">{`${grouped(count)} 人`}</Text>
    </View>
  )
}
