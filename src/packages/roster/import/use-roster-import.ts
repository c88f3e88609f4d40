import { plainFileName } from '@domain/kernel/plain-text'
import type { RowVerdict } from '@server/membership/roster/documents'
import type { ImportView } from '@server/membership/roster/views'
import Taro from '@tarojs/taro'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { cloud } from '@/cloud/client'
import { openSheet } from '@/cloud/open-sheet'
import { uploadFile } from '@/cloud/upload'
import { keep, known, useAct, usePages, useRead } from '@/cloud/use-cloud'
import { wasCancelled } from '@/cloud/was-cancelled'
import { isWorking } from './import-words'
import type { Pointed } from './point-out/point-out-words'

const shown = (view: ImportView): void => keep(cloud.roster.status, {}, view)

/** The reviewer's last import; where it stopped, it goes on by itself while this page is open. */
export function useRosterImport() {
  const status = useRead(cloud.roster.status, {}, { staleTime: 0 })
  const view = status.data ?? null
  const [stopped, setStopped] = useState<unknown>(null)
  const id = isWorking(view) ? (view?.id ?? null) : null
  useEffect(() => {
    if (id === null || stopped !== null) return
    let isHere = true
    void workOn(id, () => isHere).catch((error: unknown) => {
      if (isHere) setStopped(error)
    })
    return () => {
      isHere = false
    }
  }, [id, stopped])
  return { status, view, stopped, goOn: () => setStopped(null) }
}

/** One bounded step after another, each shown when it is done; leaving the page ends it after the present step. */
async function workOn(importId: string, isHere: () => boolean): Promise<void> {
  let view = known(cloud.roster.status, {}) ?? null
  while (view && view.id === importId && isWorking(view) && isHere()) {
    const step = view.state === 'checking' ? cloud.roster.check : cloud.roster.step
    view = await step.mutate({ importId })
    shown(view)
  }
}

/** Choosing a sheet, as each of the screens offers it. */
export interface Chooser {
  /** A unit's reviewer, whose own roster can be had as a sheet. */
  hasOwnUnit: boolean
  isBusy: boolean
  /** How much of the file is sent, in percent; 100 while the server reads it. */
  sentPercent: number
  /** Why the last one was not taken. */
  refusal: ReactNode
  choose: () => void
  /** Reads the file of an import once more, as somebody pointed at it; without one, the file that was refused last. */
  read: (pointed: Pointed, of: ImportView | null) => void
}

interface Asked {
  pointed: Pointed
  of: ImportView | null
}

/**
 * Chooses a sheet from a chat, sends it and has it read; null where the person chose none. What somebody points at in
 * a file is read from that file, which the phone sends again: the cloud keeps none. A file that the phone has no more
 * is chosen again; nothing in it was pointed at where it is another.
 */
export function useChooseSheet(onRead: () => void) {
  const [sentPercent, setSentPercent] = useState(0)
  const last = useRef<ChosenSheet | null>(null)
  const read = useRef<{ importId: string; file: ChosenSheet } | null>(null)
  const fileOf = (view: ImportView | null): ChosenSheet | null => {
    if (view === null) return last.current
    return read.current?.importId === view.id ? read.current.file : null
  }
  const choosing = useAct(
    async (asked: Asked | null): Promise<ImportView | null> => {
      setSentPercent(0)
      const chosen = (asked && fileOf(asked.of)) ?? (await chooseSheet())
      if (chosen === null) return null
      last.current = chosen
      const { path } = await cloud.roster.ticket.mutate()
      const fileId = await uploadFile({ cloudPath: path, filePath: chosen.path }, setSentPercent)
      setSentPercent(100)
      const fileName = chosen.name.slice(-120)
      const isOther = asked?.of && asked.of.fileName !== plainFileName(fileName)
      const said = asked && !isOther ? { said: asked.pointed } : {}
      const view = await cloud.roster.begin.mutate({ fileId, fileName, ...said })
      read.current = { importId: view.id, file: chosen }
      return view
    },
    {
      once: true,
      onDone: (view) => {
        if (view === null) return
        shown(view)
        onRead()
      },
    },
  )
  return { ...choosing, sentPercent }
}

interface ChosenSheet {
  name: string
  path: string
}

/** Files that only look like a roster can be chosen too: the refusal says what they are. */
const CHOOSABLE = ['xlsx', 'xls', 'xlsm', 'xlsb', 'xltx', 'et', 'csv', 'ods', 'numbers']

async function chooseSheet(): Promise<ChosenSheet | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: CHOOSABLE,
    })
    return tempFiles[0] ?? null
  } catch (cause) {
    if (wasCancelled(cause)) return null
    throw cause
  }
}

export function useConfirmImport() {
  return useAct((importId: string) => cloud.roster.confirm.mutate({ importId }), { onDone: shown })
}

/** The rows of an import, page by page; read anew after it was carried out. */
export function usePreview({ id, state }: ImportView, verdict: RowVerdict | 'all') {
  const input = { importId: id, ...(verdict === 'all' ? {} : { verdict }) }
  const { list, items: rows } = usePages(cloud.roster.preview, input, 'rows', { asOf: state })
  const isSparse = rows.length === 0 && list.hasNextPage && !list.isFetchingNextPage
  // A filter with few matches loads on until it has found a row, or looked through the whole sheet.
  useEffect(() => {
    if (isSparse) void list.fetchNextPage()
  }, [isSparse, list.fetchNextPage])
  return { list, rows }
}

/** Opens one of the server's sheets: the template, the refused rows, the roster itself. */
export function useOpenSheet() {
  return useAct(
    async (sheet: { kind: 'template' | 'export' } | { kind: 'errors'; importId: string }) => {
      if (sheet.kind === 'template') return openSheet(await cloud.roster.template.query())
      if (sheet.kind === 'errors')
        return openSheet(await cloud.roster.errors.query({ importId: sheet.importId }))
      return openSheet(await cloud.roster.export.query({}))
    },
    { once: true },
  )
}
