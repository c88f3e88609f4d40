import Taro from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { useAct, useRead } from '@/cloud/use-cloud'

const FILE_NAME = 'xueshi-my-data.json'

export interface OwnExport {
  summary: string[]
  filePath: string
  count: number
}

/** Everything about oneself, page by page, into one file on the phone. */
async function exportAll(): Promise<OwnExport> {
  const documents: unknown[] = []
  let summary: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof cloud.account.exportMine.query>> =
      await cloud.account.exportMine.query(after === '' ? {} : { after })
    if (after === '') summary = page.summary
    documents.push(...page.items.map(({ section, document }) => ({ section, ...JSON.parse(document) })))
    after = page.next
  }
  const filePath = `${Taro.env.USER_DATA_PATH}/${FILE_NAME}`
  Taro.getFileSystemManager().writeFileSync(filePath, JSON.stringify(documents, null, 2), 'utf8')
  return { summary, filePath, count: documents.length }
}

export const useExport = () => useAct(exportAll)

export const useErasure = () => useRead(cloud.account.erasure, undefined)

/** Asked or taken back twice it is once, so a lost call may be tried again. */
export function useDecideErasure() {
  return useAct(
    (wish: 'ask' | 'withdraw') =>
      wish === 'ask'
        ? cloud.account.erase.mutate({ confirm: '注销' })
        : cloud.account.withdrawErasure.mutate(),
    { touches: ['account'] },
  )
}
