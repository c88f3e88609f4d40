import type { TitleExportPerson } from '@server/outside/views'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { ReasonSheet } from '@/ui/ReasonSheet'
import { ExportedCard } from './exported-card'
import type { Exported, Reading } from './use-title-export'

const REASONS = ['职称评审，核对申报人身份', '核对申报材料上的身份证号', '同名同姓，要分清是哪一位']

interface ExportedPeopleProps {
  exported: Exported
  people: readonly TitleExportPerson[]
  reading: Reading
}

/** A page of people line by line; numbers in full only with a reason, which is said to be written down. */
export function ExportedPeople({ exported, people, reading }: ExportedPeopleProps) {
  const { number, onward, back } = exported
  if (people.length === 0 && number === 1)
    return (
      <Empty
        title="这里还没有核对过的人员"
        text="人员登记并由单位核对通过后，会出现在这里。可以换一个单位看看"
        icon="usergroup"
      />
    )
  const turn = (page: (() => void) | null) =>
    page === null
      ? null
      : () => {
          reading.close()
          page()
          void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
        }
  const where = number > 1 || onward !== null ? `第 ${number} 页，` : ''
  return (
    <View>
      <Text className="title-export__where">{`${where}${people.length} 人，按登记顺序`}</Text>
      <Numbers count={people.length} reading={reading} />
      {people.map((person) => (
        <ExportedCard key={person.personId} person={person} />
      ))}
      {onward === null && back === null ? null : (
        <View className="title-export__acts">
          <Turn caption="上一页" onTap={turn(back)} />
          <Turn caption="下一页" onTap={turn(onward)} />
        </View>
      )}
    </View>
  )
}

function Turn({ caption, onTap }: { caption: string; onTap: (() => void) | null }) {
  return (
    <View className="x-fill">
      <Button tone="quiet" block disabled={onTap === null} onTap={() => onTap?.()}>
        {caption}
      </Button>
    </View>
  )
}

function Numbers({ count, reading }: { count: number; reading: Reading }) {
  const [isAsking, setIsAsking] = useState(false)
  if (reading.idNumbers !== null)
    return (
      <Notice
        title="正在显示完整身份证号"
        text={`已写入日志，这 ${count} 人会收到消息。理由：${reading.idNumbers.reason}。离开或翻页后不再显示。`}
      />
    )
  return (
    <View>
      <ActRefused title="身份证号没有显示" error={reading.error} />
      <View className="title-export__acts">
        <View className="x-fill">
          <Button tone="plain" size="medium" block loading={reading.busy} onTap={() => setIsAsking(true)}>
            显示完整身份证号
          </Button>
        </View>
      </View>
      <ReasonSheet
        visible={isAsking}
        subject="numbers"
        title="为什么要看完整身份证号？"
        note={`每次查看都写入日志，这一页的 ${count} 人都会收到消息：谁看的，为什么看`}
        reasons={REASONS}
        placeholder="本人会看到这段话"
        caption="显示这一页的身份证号"
        busy={reading.busy}
        onSend={reading.read}
        onClose={() => setIsAsking(false)}
      />
    </View>
  )
}
