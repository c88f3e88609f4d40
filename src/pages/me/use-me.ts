import { useQuery } from '@tanstack/react-query'
import Taro, { useDidShow } from '@tarojs/taro'
import { comeIn } from '@/cloud/arrive'
import { cloud } from '@/cloud/client'
import { scannedEntry } from '@/cloud/entry'
import { queryKeys } from '@/cloud/query-keys'
import { useEntry } from '@/cloud/use-entry'

export function useMe() {
  const entry = useEntry()
  const isRegistered = entry.data !== undefined && entry.data.person !== null
  const me = useQuery({
    queryKey: queryKeys.account.me,
    queryFn: () => cloud.account.me.query(),
    enabled: isRegistered,
  })
  useDidShow(() => {
    if (isRegistered && me.isStale && me.data !== undefined) void me.refetch()
  })
  return { me, isNewcomer: entry.data !== undefined && !isRegistered }
}

/** The camera, then wherever the code points. A code of somebody else's app is said so. */
export async function scanCode(): Promise<void> {
  const scanned = await Taro.scanCode({ onlyFromCamera: false }).catch(() => null)
  if (scanned === null) return
  const entry = scannedEntry(pathOf(scanned))
  if (entry === null) {
    void Taro.showModal({
      title: '没有认出这个二维码',
      content: '请扫描单位出示的登记二维码',
      confirmText: '知道了',
      showCancel: false,
    })
    return
  }
  await comeIn(entry)
}

/** A mini-program code gives its page as `path`, which the types leave out; a plain QR code only its text. */
const pathOf = (scanned: { result: string; path?: string }): string => scanned.path ?? scanned.result
