import { HELD_LEVEL_NAMES } from '@domain/title/held-title'
import type { TitleLine, TitlesView } from '@server/people/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Loaded } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { Tag, type TagProps } from '@/ui/Tag'
import { dateText } from '@/wording/moment'
import { TitleFields } from './title-fields'
import { useTitles } from './use-held'

const OFFLINE = '没有网络。填的内容先存在手机里，连上后再提交'

/** The title that one holds: said once, verified by the unit, and then read wherever a notice asks. */
export default function Held() {
  const titles = useTitles()
  const [isChanging, setIsChanging] = useState(false)
  return (
    <Loaded query={titles} skeleton="paper" offline={OFFLINE}>
      {(view) =>
        view.lines.length === 0 || isChanging ? (
          <TitleFields
            unitName={view.unitName}
            last={view.lines[0] ?? null}
            onDone={() => setIsChanging(false)}
          />
        ) : (
          <Screen
            offline={OFFLINE}
            footer={
              <Button block tone="plain" onTap={() => setIsChanging(true)}>
                有变化，重新填
              </Button>
            }
          >
            <Lines view={view} />
          </Screen>
        )
      }
    </Loaded>
  )
}

const STATES: Record<TitleLine['state'], { text: string; tone: NonNullable<TagProps['tone']> }> = {
  verified: { text: '单位核对过', tone: 'done' },
  waiting: { text: '等单位核对', tone: 'due' },
  doubted: { text: '单位有疑问', tone: 'due' },
  replaced: { text: '已改填', tone: 'quiet' },
}

const Lines = ({ view }: { view: TitlesView }) => (
  <View>
    <Text className="x-quiet x-quiet--apart">职称自查、申报学时都按这里算，不用再填</Text>
    {view.lines.map((line) => (
      <Line key={line.titleId} line={line} view={view} />
    ))}
  </View>
)

function Line({ line, view }: { line: TitleLine; view: TitlesView }) {
  const { held, state, saidAt, orgName, reason, decidedAt } = line
  const { text, tone } = STATES[state]
  const decided = decidedAt === null ? '' : ` · ${orgName} ${dateText(decidedAt, true)}核对`
  return (
    <Card>
      <View className="x-head">
        <Text className="x-name">{held === null ? '还没有职称' : held.title}</Text>
        <Tag tone={tone}>{text}</Tag>
      </View>
      {held === null ? null : (
        <Text className="x-line">
          {`${held.series}系列 · ${HELD_LEVEL_NAMES[held.level]}，${held.obtainedYear} 年取得`}
        </Text>
      )}
      <Text className="x-quiet">{`${dateText(saidAt, true)}填写${decided}`}</Text>
      {state === 'doubted' ? (
        <Text className="x-quiet x-quiet--due">{`原因：${reason}。改好后再提交一次`}</Text>
      ) : null}
      {view.presentId === line.titleId ? (
        <Text className="x-quiet">{state === 'verified' ? '现在按它算' : '单位核对之前，先按它算'}</Text>
      ) : null}
    </Card>
  )
}
