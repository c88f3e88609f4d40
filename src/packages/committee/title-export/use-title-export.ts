import type { TitleLevel } from '@domain/policy/pack'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { cloud } from '@/cloud/client'
import { openSheet } from '@/cloud/open-sheet'
import { useAct, useReadBy } from '@/cloud/use-cloud'

export interface Asked {
  orgId: string
  level: TitleLevel
  applicationYear: number
}

export type Exported = ReturnType<typeof useExported>
export type Reading = ReturnType<typeof useReading>

type IdNumbers = { readingId: string; reason: string } | null
type Page = Asked & { after?: string }

/** One page of people, masked; turned forwards and backwards, and from the start whenever something else is asked. */
export function useExported(asked: Asked) {
  const of = JSON.stringify(asked)
  const [turned, setTurned] = useState<{ of: string; starts: readonly string[] }>({ of, starts: [] })
  const starts = turned.of === of ? turned.starts : []
  const after = starts[starts.length - 1]
  const page: Page = after === undefined ? asked : { ...asked, after }
  const { titleExport } = cloud.outside
  const list = useReadBy(titleExport, page, () => titleExport.mutate({ ...page, idNumbers: null }))
  const next = list.data?.next ?? null
  return {
    list,
    page,
    number: starts.length + 1,
    onward: next === null ? null : () => setTurned({ of, starts: [...starts, next] }),
    back: starts.length === 0 ? null : () => setTurned({ of, starts: starts.slice(0, -1) }),
  }
}

/** The same page with its numbers in full. It stands for that page alone: the next one asks for a reason of its own. */
export function useReading(page: Page) {
  const of = JSON.stringify(page)
  const reading = useAct(
    ({ page, idNumbers }: { of: string; page: Page; idNumbers: NonNullable<IdNumbers> }) =>
      cloud.outside.titleExport.mutate({ ...page, idNumbers }),
    { forgets: true },
  )
  const isThis = reading.variables?.of === of
  return {
    full: isThis ? reading.data : undefined,
    error: isThis ? reading.error : null,
    busy: reading.isPending,
    close: reading.reset,
    idNumbers: isThis && reading.isSuccess ? reading.variables.idNumbers : null,
    read: (reason: string) => reading.mutate({ of, page, idNumbers: { readingId: newActId(), reason } }),
  }
}

/** The page's table as a spreadsheet, masked or in full as shown. */
export function useTitleSheet(page: Page, idNumbers: IdNumbers) {
  const of = JSON.stringify([page, idNumbers])
  const sheet = useAct(async (_: string) => {
    const { file } = await cloud.outside.titleSheet.mutate({ ...page, idNumbers })
    await openSheet(file)
  })
  const isThis = sheet.variables === of
  return {
    error: isThis ? sheet.error : null,
    isOpened: isThis && sheet.isSuccess,
    busy: sheet.isPending,
    make: () => sheet.mutate(of),
  }
}
