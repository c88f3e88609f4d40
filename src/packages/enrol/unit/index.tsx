import type { UnitView } from '@server/people/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { scanCode } from '@/cloud/scan-code'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import type { EmptyProps } from '@/ui/Empty'
import { LoadedPart } from '@/ui/Loaded'
import { More } from '@/ui/More'
import { Notice } from '@/ui/Notice'
import { SearchBox } from '@/ui/SearchBox'
import { StepFrame } from '../step-frame'
import { useEnrolDraft } from '../use-enrol-draft'
import { useUnits } from '../use-units'
import { nextStepOf, routeOf } from '../way'

export default function Unit() {
  const { draft, keep } = useEnrolDraft()
  const [isChanging, setIsChanging] = useState(false)
  const choose = (unit: UnitView) => {
    keep({ unit, token: '' })
    setIsChanging(false)
  }
  const goOn = () => open(routeOf(nextStepOf(draft)))
  const isChosen = draft.unit !== null && !isChanging
  return (
    <StepFrame
      step="unit"
      title={isChosen ? '确认你的单位' : '选择你的单位'}
      lead="单位会核对你的登记，核对后学时正式计入"
      footer={
        isChosen ? (
          <Button block onTap={goOn}>
            下一步
          </Button>
        ) : null
      }
    >
      {isChosen && draft.unit !== null ? (
        <Chosen unit={draft.unit} fromCode={draft.token !== ''} onChange={() => setIsChanging(true)} />
      ) : (
        <Search onChoose={choose} />
      )}
    </StepFrame>
  )
}

interface ChosenProps {
  unit: UnitView
  fromCode: boolean
  onChange: () => void
}

function Chosen({ unit, fromCode, onChange }: ChosenProps) {
  return (
    <View>
      <Card>
        <Text className="x-title">{unit.name}</Text>
        <Text className="enrol__parent">{unit.parentName}</Text>
      </Card>
      {fromCode ? <Notice tone="done" title="来自单位的二维码" text="不用再选，直接下一步" /> : null}
      <Button tone="quiet" block onTap={onChange}>
        不是这个单位，重新选
      </Button>
    </View>
  )
}

const NOT_FOUND: EmptyProps = {
  title: '没有找到这个单位',
  text: '试试单位全称里的两三个字，或向单位人事要登记二维码',
  icon: 'search',
  action: { caption: '扫单位二维码', onTap: () => void scanCode() },
}

function Search({ onChoose }: { onChoose: (unit: UnitView) => void }) {
  const [text, setText] = useState('')
  const { found, isTooShort, units } = useUnits(text)
  return (
    <View>
      <SearchBox value={text} placeholder="单位名称，至少两个字" onChange={setText} />
      {isTooShort ? (
        <View className="enrol__scan">
          <Text className="enrol__aside">单位有登记二维码的话，扫一下更快，单位会自动选好</Text>
          <Button tone="plain" block onTap={() => void scanCode()}>
            扫单位二维码
          </Button>
        </View>
      ) : null}
      {isTooShort ? null : (
        <LoadedPart query={found} empty={() => units.length === 0 && NOT_FOUND}>
          {() => (
            <CellGroup title="点选你的单位">
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
        </LoadedPart>
      )}
      {isTooShort || found.isSuccess ? (
        <Button tone="quiet" block onTap={() => open(routes.enrolBody())}>
          单位还没有加入？登记单位
        </Button>
      ) : null}
      {isTooShort ? null : <More list={found}>看更多单位</More>}
    </View>
  )
}
