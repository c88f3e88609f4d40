import { instant, yearOf } from '@domain/kernel/instant'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { LoadedPart } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { type Body, ChooseBody } from './choose-body'
import { ChooseTitle, type Title } from './choose-title'
import { ExportedPeople } from './exported-people'
import { useExported, useReading, useTitleSheet } from './use-title-export'
import './title-export.css'

const OFFLINE = '没有网络。看过的仍可查看，连上后再选单位'

/** The data that a title's review reads instead of paper (NY22-12): read only, a unit at a time. */
export default function TitleExport() {
  const thisYear = yearOf(instant(Date.now()))
  const [title, setTitle] = useState<Title>({ level: 'middle', applicationYear: thisYear })
  const [at, setAt] = useState<string | null>(null)
  const [body, setBody] = useState<Body | null>(null)
  const choose = <ChooseTitle title={title} thisYear={thisYear} onChange={setTitle} />
  if (body !== null)
    return (
      <OfBody body={body} title={title} onOther={() => setBody(null)}>
        {choose}
      </OfBody>
    )
  return (
    <Screen offline={OFFLINE}>
      <Text className="title-export__where">选一个单位，逐人看学时够不够申报。只能查看</Text>
      {choose}
      <ChooseBody at={at} onGo={setAt} onChoose={setBody} />
    </Screen>
  )
}

interface OfBodyProps {
  body: Body
  title: Title
  onOther: () => void
  children: JSX.Element
}

function OfBody({ body, title, onOther, children }: OfBodyProps) {
  const exported = useExported({ orgId: body.id, ...title })
  const reading = useReading(exported.page)
  const sheet = useTitleSheet(exported.page, reading.idNumbers)
  const { list } = exported
  const people = (reading.full ?? list.data)?.people ?? []
  const footer =
    people.length === 0 ? null : (
      <Button block loading={sheet.busy} onTap={sheet.make}>
        {exported.number > 1 || exported.onward !== null ? '打开这一页的表格' : '打开表格'}
      </Button>
    )
  return (
    <Screen offline={OFFLINE} footer={footer}>
      <CellGroup>
        <Cell title={body.name} description="换一个单位" onTap={onOther} />
      </CellGroup>
      {children}
      <ActRefused title="表格没有打开" error={sheet.error} />
      {sheet.isOpened ? (
        <Notice
          tone="done"
          title="表格已打开"
          text={`身份证号${reading.idNumbers === null ? '只有头尾' : '是完整的，请妥善保管'}。从表格右上角可以转发到电脑。`}
        />
      ) : null}
      <LoadedPart query={list}>
        {() => <ExportedPeople exported={exported} people={people} reading={reading} />}
      </LoadedPart>
    </Screen>
  )
}
