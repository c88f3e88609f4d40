import Taro from '@tarojs/taro'

/** The tabs: elsewhere something may be half typed, and in an exam or a lecture time runs. */
const CALM = /^\/?pages\//

let isReady = false
let isAsking = false

/**
 * Listens for a release that WeChat fetched while the old one runs: without it a phone keeps the old program for as long
 * as nobody closes it. Asked once, on a tab; who is elsewhere is asked when the program is next shown there.
 */
export function listenForVersion(): void {
  // Absent before base library 1.9.90, and in previews.
  const manager = Taro.getUpdateManager?.()
  manager?.onUpdateReady(() => {
    isReady = true
    void offerVersion()
  })
}

/** Offers the new version, if there is one, where a tab is shown as the program comes to the front. */
export async function offerVersion(): Promise<void> {
  const path = Taro.getCurrentPages().at(-1)?.route ?? ''
  if (!isReady || isAsking || !CALM.test(path)) return
  isAsking = true
  try {
    const { confirm } = await Taro.showModal({
      title: '学时有了新版本',
      content: '换上只要几秒钟，已填的内容和学习进度都在。',
      confirmText: '现在换',
      cancelText: '稍后',
    })
    isReady = false
    if (confirm) Taro.getUpdateManager().applyUpdate()
  } finally {
    isAsking = false
  }
}
