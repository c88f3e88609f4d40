import type { Refusals, SheetToChoose } from '@domain/kernel/refusal'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Chips } from '@/ui/Chips'
import { Screen } from '@/ui/Screen'
import { columnLabel, columnOptions, firstSheet, type Pointed, sheetOptions } from './point-out-words'
import '../import.css'

interface PointOutProps {
  question: Refusals['SHEET_COLUMNS_MISSING']
  /** Reads the same file again, as it was pointed at. */
  onPointed: (pointed: Pointed) => void
  onAnother: () => void
}

/** The titles were not recognised: which sheet it is, and which of its columns hold names and numbers. */
export function PointOut({ question, onPointed, onAnother }: PointOutProps) {
  const { sheets, titles } = question
  const [tab, setTab] = useState(firstSheet(question))
  const [name, setName] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const sheet = sheets.find((candidate) => String(candidate.sheet) === tab)
  const isComplete = name !== '' && idNumber !== ''
  const turnTo = (other: string) => {
    setTab(other)
    setName('')
    setIdNumber('')
  }
  const read = () => {
    if (!sheet || !isComplete) return
    const columns = { row: sheet.row, name: Number(name), idNumber: Number(idNumber) }
    onPointed({ sheet: sheet.sheet, titles: columns })
  }
  return (
    <Screen
      offline="没有网络。连上后再读"
      footer={
        <View className="import__acts">
          <View className="x-fill">
            <Button tone="quiet" block onTap={onAnother}>
              换一份
            </Button>
          </View>
          <View className="x-fill import__act--main">
            <Button block disabled={!isComplete} onTap={read}>
              按这样读
            </Button>
          </View>
        </View>
      }
    >
      <Text className="import__title">{`没有认出${titles.join('、')}`}</Text>
      <Text className="import__file">表头和我们认识的不一样。指出是哪一列就行，不用改表格。</Text>
      {sheets.length < 2 ? null : (
        <Card>
          <Text className="import__words">名册在哪张工作表</Text>
          <Chips label="工作表" value={tab} options={sheetOptions(sheets)} onChange={turnTo} />
        </Card>
      )}
      {sheet === undefined ? null : (
        <>
          <CellGroup>
            {name === '' ? null : (
              <Cell title="姓名" note={columnLabel(sheet, name)} onTap={() => setName('')} />
            )}
            {idNumber === '' ? null : (
              <Cell title="身份证号" note={columnLabel(sheet, idNumber)} onTap={() => setIdNumber('')} />
            )}
          </CellGroup>
          {name === '' ? (
            <Which what="姓名" sheet={sheet} taken={idNumber} onChosen={setName} />
          ) : idNumber === '' ? (
            <Which what="身份证号" sheet={sheet} taken={name} onChosen={setIdNumber} />
          ) : null}
        </>
      )}
    </Screen>
  )
}

interface WhichProps {
  what: string
  sheet: SheetToChoose
  /** The column that holds the other of the two. */
  taken: string
  onChosen: (column: string) => void
}

function Which({ what, sheet, taken, onChosen }: WhichProps) {
  const options = columnOptions(sheet).filter(({ value }) => value !== taken)
  return (
    <Card>
      <Text className="import__words">{`哪一列是${what}`}</Text>
      <Chips label={what} value="" options={options} onChange={onChosen} />
      <Text className="import__text">{`列名取自第 ${sheet.row} 行。`}</Text>
    </Card>
  )
}
