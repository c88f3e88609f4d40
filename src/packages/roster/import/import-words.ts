import type { RowCounts, RowVerdict } from '@server/membership/roster/documents'
import type { ImportView } from '@server/membership/roster/views'
import type { TagProps } from '@/ui/Tag'

/** 12345 → 12,345. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

export const verdictText: Record<RowVerdict, string> = {
  created: '会新增',
  matched: '已存在',
  moved: '会调入',
  refused: '不能导入',
}

export const verdictTone: Record<RowVerdict, NonNullable<TagProps['tone']>> = {
  created: 'brand',
  matched: 'quiet',
  moved: 'due',
  refused: 'refused',
}

const ORDER: readonly RowVerdict[] = ['created', 'moved', 'matched', 'refused']

export const NOTHING_OF: Record<RowVerdict, string> = {
  created: '没有要新增的人',
  matched: '没有已经在名册上的人',
  moved: '没有登记在别的单位的人',
  refused: '没有不能导入的行，都可以导入',
}

/** The filters with their counts; a filter without rows is still shown. */
export const verdictChips = (counts: RowCounts): { value: RowVerdict | 'all'; label: string }[] => [
  { value: 'all', label: '全部' },
  ...ORDER.map((verdict) => ({
    value: verdict,
    label: `${verdictText[verdict]} ${grouped(counts[verdict])}`,
  })),
]

/** The file and, where a workbook has several, the sheet of it that was read. */
export const readFrom = ({ fileName, sheetName }: Pick<ImportView, 'fileName' | 'sheetName'>): string =>
  sheetName === '' ? fileName : `${fileName} · 工作表“${sheetName}”`

/** Rows that nobody who looks at the sheet sees; '' where there are none. */
export const hiddenText = ({ hiddenRows }: Pick<ImportView, 'hiddenRows'>): string =>
  hiddenRows === 0 ? '' : `其中 ${grouped(hiddenRows)} 行在表格里是隐藏的（筛选或手动隐藏），也会导入。`

/** Rows that will be carried out. */
export const importable = ({ created, matched, moved }: RowCounts): number => created + matched + moved

/** 'checking' and 'running' work on by themselves while the page is open. */
export const isWorking = (view: ImportView | null): boolean =>
  view !== null && (view.state === 'checking' || view.state === 'running')

export const percentDone = ({ state, rows, checked, done }: ImportView): number =>
  Math.floor(((state === 'checking' ? checked : done) / Math.max(1, rows)) * 100)

export const progressText = ({ state, rows, checked, done }: ImportView): string =>
  state === 'checking'
    ? `已核对 ${grouped(checked)} / ${grouped(rows)} 人`
    : `已导入 ${grouped(done)} / ${grouped(rows)} 人`
