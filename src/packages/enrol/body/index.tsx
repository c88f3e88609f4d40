import type { UnitView } from '@server/people/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { enrolDraft } from '@/cloud/enrol-draft'
import { useEntry } from '@/cloud/use-entry'
import { back, replace } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Choice } from '@/ui/Choice'
import { Empty, type EmptyProps } from '@/ui/Empty'
import { Input } from '@/ui/Input'
import { LoadedPart } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { SearchBox } from '@/ui/SearchBox'
import { NATURES, type Nature } from '@/wording/organisation'
import { nextStepOf, routeOf } from '../way'
import { type BodyKind, useAbove, useRegisterBody } from './use-body'
import '../step-frame.css'

const KINDS: readonly { value: BodyKind; label: string; note: string }[] = [
  { value: 'unit', label: '用人单位', note: '由主管部门核准' },
  { value: 'private-unit', label: '非公有制单位', note: '以所在乡镇（街道）为主管部门，由它核准' },
  { value: 'department', label: '主管部门、行业主管部门', note: '由同级人社部门核准' },
  { value: 'township', label: '乡镇（街道）', note: '由县（区）人社部门核准' },
]

const ABOVE: Record<BodyKind, { label: string; hint: string }> = {
  unit: { label: '主管部门', hint: '搜主管部门的名称' },
  'private-unit': { label: '所在乡镇（街道）', hint: '搜乡镇或街道的名称' },
  department: { label: '人社部门', hint: '搜人社部门的名称' },
  township: { label: '人社部门', hint: '搜人社部门的名称' },
}
const SHORTEST_NAME = 4

/** Registers a body under its official name; its registrar administers it once it is verified. */
export default function Body() {
  const entry = useEntry()
  const isRegistered = entry.data !== undefined && entry.data.person !== null
  const [name, setName] = useState('')
  const [kind, setKind] = useState<BodyKind>('unit')
  const [parent, setParent] = useState<UnitView | null>(null)
  const [nature, setNature] = useState<Nature | null>(null)
  const [county, setCounty] = useState('')
  const register = useRegisterBody()
  const choose = (value: BodyKind) => {
    setKind(value)
    setParent(null)
    setNature(null)
  }
  const submit = () => {
    if (parent === null) return
    const form = { name: name.trim(), kind, parentId: parent.id, nature, county: county.trim() }
    register.mutate(form, { onSuccess: keepInDraft })
  }
  if (register.data !== undefined)
    return <Waiting name={register.data.name} parentName={parent?.name ?? ''} isRegistered={isRegistered} />
  return (
    <Screen
      offline="没有网络。连上后再提交"
      footer={
        <Button
          block
          loading={register.isPending}
          disabled={parent === null || name.trim().length < SHORTEST_NAME}
          onTap={submit}
        >
          提交登记
        </Button>
      }
    >
      <View className="enrol__head">
        <Text className="x-title">登记你的单位</Text>
        <Text className="enrol__lead">上级核准后，你就是这个单位的审核人</Text>
      </View>
      <Card>
        <Input
          label="单位名称"
          value={name}
          placeholder="与公章一致的全称"
          maxLength={40}
          hint="以批准的正式名称为准"
          onChange={setName}
        />
      </Card>
      <Choice label="单位类别" value={kind} options={KINDS} onChange={choose} />
      <Standing kind={kind} nature={nature} county={county} onNature={setNature} onCounty={setCounty} />
      <Above kind={kind} parent={parent} onChoose={setParent} />
      <ActRefused error={register.error} />
    </Screen>
  )
}

const isUnit = (kind: BodyKind): boolean => kind === 'unit' || kind === 'private-unit'

interface StandingProps {
  kind: BodyKind
  nature: Nature | null
  county: string
  onNature: (nature: Nature) => void
  onCounty: (county: string) => void
}

/** What the unit is for the law, and its county; both may be left to the body above. */
function Standing({ kind, nature, county, onNature, onCounty }: StandingProps) {
  return (
    <View>
      {isUnit(kind) ? (
        <View>
          <Text className="enrol__aside">单位性质（可以先不选，由上级核准时登记）</Text>
          <Choice label="单位性质" value={nature} options={NATURES} onChange={onNature} />
        </View>
      ) : null}
      <Card>
        <Input
          label="县（区）"
          value={county}
          placeholder="例如洋县，可以不填"
          maxLength={20}
          hint="有的县（区）收费有优惠"
          onChange={onCounty}
        />
      </Card>
    </View>
  )
}

/** A person who is registering themselves goes on as the first of its people. */
function keepInDraft({ id, name, parentName, region }: UnitView): void {
  enrolDraft.keepUnit({ unit: { id, name, parentName, region }, token: '' })
}

interface AboveProps {
  kind: BodyKind
  parent: UnitView | null
  onChoose: (parent: UnitView | null) => void
}

const notFound = (label: string): EmptyProps => ({
  title: `没有找到这个${label}`,
  text: '请核对名称，或请它先登记并核准',
  icon: 'search',
})

function Above({ kind, parent, onChoose }: AboveProps) {
  const [text, setText] = useState('')
  const { found, isTooShort, bodies } = useAbove(text)
  const { label, hint } = ABOVE[kind]
  if (parent !== null)
    return (
      <CellGroup title={label}>
        <Cell
          title={parent.name}
          description="点这里重新选"
          label={`${label}，${parent.name}，重新选`}
          onTap={() => onChoose(null)}
        />
      </CellGroup>
    )
  return (
    <View>
      <Text className="enrol__aside">{label}</Text>
      <SearchBox value={text} placeholder={`${hint}，至少两个字`} onChange={setText} />
      {isTooShort ? null : (
        <LoadedPart query={found} empty={() => bodies.length === 0 && notFound(label)}>
          {() => (
            <CellGroup>
              {bodies.map((body) => (
                <Cell
                  key={body.id}
                  title={body.name}
                  description={body.parentName}
                  onTap={() => onChoose(body)}
                />
              ))}
            </CellGroup>
          )}
        </LoadedPart>
      )}
    </View>
  )
}

interface WaitingProps {
  name: string
  parentName: string
  isRegistered: boolean
}

function Waiting({ name, parentName, isRegistered }: WaitingProps) {
  const goOn = () => (isRegistered ? back() : replace(routeOf(nextStepOf(enrolDraft.load()))))
  return (
    <Screen
      footer={
        <Button block onTap={goOn}>
          {isRegistered ? '知道了' : '继续登记本人'}
        </Button>
      }
    >
      <Empty
        title={`${name}已登记`}
        text={
          isRegistered
            ? `${parentName}核准后，你就是它的审核人`
            : `再完成你本人的登记，${parentName}才能核准。核准后，你就是它的审核人`
        }
        icon="check-circle"
        tone="done"
      />
    </Screen>
  )
}
