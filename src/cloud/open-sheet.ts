import type { SheetFile } from '@server/sheet/write-sheet'
import Taro from '@tarojs/taro'

/** Puts the sheet where the phone can show it, and opens it: from there it is sent to a computer or a chat. */
export async function openSheet({ fileName, base64 }: SheetFile): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
}
