import type { ImportView } from '@server/membership/roster/views'
import { Text, View } from '@tarojs/components'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { ProgressLine } from '@/ui/ProgressLine'
import { Screen } from '@/ui/Screen'
import { dateText } from '@/wording/moment'
import { grouped, importable } from './import-words'
import { type Chooser, useOpenSheet } from './use-roster-import'
import './import.css'

const STEPS = [
  '打开模板，转发到电脑上填写',
  '填好后发到微信的任意聊天，比如“文件传输助手”',
  '回到这里选择表格，看过每一行再导入',
] as const

/** How it goes, the template, and the one button: choose the sheet. */
export function Start({ chooser, last }: { chooser: Chooser; last: ImportView | null }) {
  const sheet = useOpenSheet()
  return (
    <Screen
      offline="没有网络。连上后再选择表格"
      footer={
        <Button block loading={chooser.isBusy} disabled={chooser.isBusy} onTap={chooser.choose}>
          选择填好的表格
        </Button>
      }
    >
      {chooser.isBusy ? <Reading percent={chooser.sentPercent} /> : chooser.refusal}
      <Card>
        <Text className="import__title">一次导入，登记时自动核对</Text>
        <Text className="import__text">
          名册上的人扫单位登记码来，姓名、身份证号和手机号都和名册一致就自动核对通过；没有手机号的由审核人核对。
        </Text>
        <View className="import__steps">
          {STEPS.map((step, i) => (
            <View key={step} className="import__step">
              <Text className="import__number">{i + 1}</Text>
              <Text className="import__words">{step}</Text>
            </View>
          ))}
        </View>
        <Text className="import__text">
          一次最多 10,000 人，每人一行。身份证号按“文本”填，姓名和身份证号不要用公式、不要合并。
        </Text>
      </Card>
      <ActRefused error={sheet.error} />
      <CellGroup>
        <Cell
          title="名册模板"
          description="身份证号一列已经设成文本，不会丢末几位"
          onTap={() => sheet.mutate({ kind: 'template' })}
        />
        {chooser.hasOwnUnit ? (
          <Cell
            title="导出本单位名册"
            description="带上每个人的登记情况和今年的学时"
            onTap={() => sheet.mutate({ kind: 'export' })}
          />
        ) : null}
      </CellGroup>
      {last === null || last.state !== 'done' ? null : (
        <Text className="import__last">
          {`上次导入：${dateText(last.startedAt)}，${grouped(importable(last.result))} 人在名册上`}
        </Text>
      )}
    </Screen>
  )
}

function Reading({ percent }: { percent: number }) {
  return (
    <Card>
      <View className="import__progress">
        <ProgressLine percent={percent} label={percent < 100 ? `已上传 ${percent}%` : '正在读表格'} />
      </View>
      <Text className="import__text">表格只用来读一次，读完就从云端删除。</Text>
    </Card>
  )
}
