import Taro from '@tarojs/taro'

interface UploadTask {
  onProgressUpdate?(heard: (update: { progress: number }) => void): void
}

/** Puts a file of the phone where the server said; gives back its id. Progress is in percent. */
export const uploadFile = (
  { cloudPath, filePath }: { cloudPath: string; filePath: string },
  onProgress: (percent: number) => void,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const task = Taro.cloud.uploadFile({
      cloudPath,
      filePath,
      success: ({ fileID }) => resolve(fileID),
      fail: (cause) => reject(new Error(cause.errMsg)),
    }) as unknown as UploadTask | undefined
    task?.onProgressUpdate?.(({ progress }) => onProgress(progress))
  })
