import type { RowVerdict } from '@server/membership/roster/documents'
import type { ImportView, PreviewRow } from '@server/membership/roster/views'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { LoadedPart } from '@/ui/Loaded'
import { Tag } from '@/ui/Tag'
import { NOTHING_OF, verdictText, verdictTone } from './import-words'
import { type Chooser, usePreview } from './use-roster-import'
import './import.css'

/** The rows of one kind, page by page. */
export function Rows({ view, verdict }: { view: ImportView; verdict: RowVerdict | 'all' }) {
  const { list, rows } = usePreview(view, verdict)
  const isSearching = rows.length === 0 && list.hasNextPage && list.error === null
  return (
    <LoadedPart query={isSearching ? { ...list, data: undefined } : list}>
      {() =>
        rows.length === 0 ? (
          <Text className="import__none">{verdict === 'all' ? '表格里没有人' : NOTHING_OF[verdict]}</Text>
        ) : (
          <Card>
            {rows.map((row) => (
              <Row key={row.row} row={row} />
            ))}
            {list.hasNextPage ? <Text className="import__last">往下滑，看更多</Text> : null}
          </Card>
        )
      }
    </LoadedPart>
  )
}

function Row({ row }: { row: PreviewRow }) {
  const { verdict, name, idNumberMasked, unitName, position, why } = row
  return (
    <View className="import__row">
      <View className="import__head">
        <Text className="import__name">{name === '' ? '（没有姓名）' : name}</Text>
        {verdict === null ? null : <Tag tone={verdictTone[verdict]}>{verdictText[verdict]}</Tag>}
      </View>
      <Text className="import__line">{`第 ${row.row} 行 · ${idNumberMasked === '' ? '没有身份证号' : idNumberMasked}`}</Text>
      <Text className="import__line">{[unitName, position].filter((part) => part !== '').join(' · ')}</Text>
      {why === '' ? null : (
        <Text className={verdict === 'refused' ? 'import__why import__why--refused' : 'import__why'}>
          {why}
        </Text>
      )}
    </View>
  )
}

/** Sheets of the same file that are rosters as well: none is read until it is asked for. */
export function OtherSheets({ view, chooser }: { view: ImportView; chooser: Chooser }) {
  if (view.otherSheets.length === 0) return null
  return (
    <CellGroup>
      {view.otherSheets.map(({ sheet, name }) => (
        <Cell
          key={sheet}
          title={`改读工作表“${name}”`}
          description="这份表里的另一张名册，没有读进来"
          onTap={() => chooser.read({ sheet }, view)}
        />
      ))}
    </CellGroup>
  )
}
