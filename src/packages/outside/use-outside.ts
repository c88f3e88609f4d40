import type { RowState } from '@server/outside/documents'
import { cloud } from '@/cloud/client'
import { openSheet } from '@/cloud/open-sheet'
import { keep, useAct, usePages, useRead } from '@/cloud/use-cloud'

/** The batches of providers, newest first, page by page. */
export function useBatches() {
  const { list, items } = usePages(cloud.outside.batches, {}, 'batches', { onShow: 'ask' })
  return { list, batches: items }
}

/** Rows that wait for their person to register or be confirmed, over all batches. */
export function useUnmatched() {
  const { list, items } = usePages(cloud.outside.unmatched, {}, 'rows', { onShow: 'ask' })
  return { list, rows: items }
}

/** One batch, line by line: all of them, or those of one state. */
export function useBatch(batchId: string, state: RowState | null) {
  const { list, items } = usePages(cloud.outside.batch, { batchId, state }, 'rows', {
    keepsPrevious: true,
    onShow: 'ask',
  })
  return { list, rows: items }
}

/** The whole batch as a spreadsheet, opened by the phone; from there it can be sent on. */
export const useSheet = (batchId: string) =>
  useAct(async () => openSheet(await cloud.outside.sheet.query({ batchId })))

export const useProviders = () => useRead(cloud.outside.providers, undefined)

export type KeyAct =
  | { kind: 'set'; providerId: string; publicKeyHex: string; isNational: boolean }
  | { kind: 'withdraw'; providerId: string; keyId: number }

/** The same key set twice is one, and one withdrawn twice too: a lost call may be sent again. */
export function useKeyAct(onDone: (act: KeyAct) => void) {
  return useAct(
    (act: KeyAct) => {
      const { providerId } = act
      if (act.kind === 'set') {
        const { publicKeyHex, isNational } = act
        return cloud.outside.setKey.mutate({ providerId, publicKeyHex, isNational })
      }
      return cloud.outside.withdrawKey.mutate({ providerId, keyId: act.keyId })
    },
    {
      onDone: (list, act) => {
        keep(cloud.outside.providers, undefined, list)
        onDone(act)
      },
    },
  )
}
