import type { RowVerdict } from '@server/membership/roster/documents'
import type { ImportView } from '@server/membership/roster/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Chips } from '@/ui/Chips'
import { Dialog } from '@/ui/Dialog'
import { Screen } from '@/ui/Screen'
import { grouped, hiddenText, importable, readFrom, verdictChips } from './import-words'
import { OtherSheets, Rows } from './rows'
import { type Chooser, useConfirmImport } from './use-roster-import'
import './import.css'

interface PreviewProps {
  view: ImportView
  chooser: Chooser
  offline: string
}

/** The effect of each row; nothing has been written yet. */
export function Preview({ view, chooser, offline }: PreviewProps) {
  const [verdict, setVerdict] = useState<RowVerdict | 'all'>(view.counts.refused > 0 ? 'refused' : 'all')
  const [isAsked, setIsAsked] = useState(false)
  const confirm = useConfirmImport()
  const count = importable(view.counts)
  const begin = () => {
    setIsAsked(false)
    confirm.mutate(view.id)
  }
  return (
    <Screen
      offline={offline}
      footer={
        <View className="import__acts">
          <View className="x-fill">
            <Button tone="quiet" block onTap={chooser.choose}>
              换一份
            </Button>
          </View>
          {count === 0 ? null : (
            <View className="x-fill import__act--main">
              <Button block loading={confirm.isPending} onTap={() => setIsAsked(true)}>
                {`导入 ${grouped(count)} 人`}
              </Button>
            </View>
          )}
        </View>
      }
    >
      <Text className="import__title">{`共 ${grouped(view.rows)} 行，还没有导入`}</Text>
      <Text className="import__file">{readFrom(view)}</Text>
      {view.hiddenRows === 0 ? null : <Text className="import__file">{hiddenText(view)}</Text>}
      {count > 0 && count === view.counts.matched ? (
        <Text className="import__file">都已在名册上，再导入一次也不会有变化</Text>
      ) : null}
      {chooser.refusal}
      <ActRefused error={confirm.error} />
      <Chips label="导入结果" value={verdict} options={verdictChips(view.counts)} onChange={setVerdict} />
      <Rows view={view} verdict={verdict} />
      <OtherSheets view={view} chooser={chooser} />
      <Dialog
        visible={isAsked}
        title={`导入这 ${grouped(count)} 人？`}
        text={`${hiddenText(view)}${
          view.counts.refused > 0
            ? `不能导入的 ${grouped(view.counts.refused)} 行会留在错误清单里，改好后可以再导入`
            : '扫单位码来、手机号和名册一致的人会自动核对通过'
        }`}
        confirm="导入"
        cancel="再看看"
        onConfirm={begin}
        onCancel={() => setIsAsked(false)}
      />
    </Screen>
  )
}
