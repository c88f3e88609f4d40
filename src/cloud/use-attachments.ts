import type { AttachmentView } from '@server/claims/filing/views'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from './client'
import { uploadFile } from './upload'

/** A file on its way. One whose upload failed stays, to be sent again without choosing it again. */
export interface Upload {
  id: number
  name: string
  filePath: string
  percent: number
  error: unknown
}

interface Chosen {
  name: string
  filePath: string
}

const MOST_FILES = 9
let count = 0

export interface Taking {
  /** The owner of the files must be on the server before the files can be. */
  saved: () => Promise<unknown>
  attach: (file: { fileId: string; name: string }) => Promise<unknown>
  detach: (file: AttachmentView) => Promise<unknown>
}

/** Photos and documents on their way to a form, one after another, each with its progress. */
export function useAttachments({ saved, attach, detach }: Taking) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const change = (id: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)))

  const send = async (upload: Upload): Promise<void> => {
    change(upload.id, { percent: 0, error: null })
    try {
      await saved()
      const { path } = await cloud.claim.uploadTicket.mutate()
      const { filePath, name } = upload
      const fileId = await uploadFile({ cloudPath: path, filePath }, (percent) =>
        change(upload.id, { percent }),
      )
      await attach({ fileId, name })
      setUploads((all) => all.filter(({ id }) => id !== upload.id))
    } catch (error) {
      change(upload.id, { error })
    }
  }
  const take = async (chosen: readonly Chosen[]): Promise<void> => {
    const fresh = chosen.map((one) => {
      count += 1
      return { ...one, id: count, percent: 0, error: null }
    })
    setUploads((all) => [...all, ...fresh])
    // One after another: each must find the draft as the one before it left it.
    for (const upload of fresh) await send(upload)
  }
  return {
    uploads,
    retry: (upload: Upload) => void send(upload),
    drop: ({ id }: Upload) => setUploads((all) => all.filter((one) => one.id !== id)),
    photos: () => void choosePhotos().then(take),
    documents: () => void chooseDocuments().then(take),
    remove: detach,
  }
}

/** Empty where the choice was cancelled. */
async function choosePhotos(): Promise<Chosen[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: MOST_FILES, mediaType: ['image'] })
    return tempFiles.map(({ tempFilePath }, index) => ({
      filePath: tempFilePath,
      name: `照片 ${index + 1}`,
    }))
  } catch {
    return []
  }
}

async function chooseDocuments(): Promise<Chosen[]> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({
      count: MOST_FILES,
      type: 'file',
      extension: ['pdf', 'ofd'],
    })
    return tempFiles.map(({ path, name }) => ({ filePath: path, name }))
  } catch {
    return []
  }
}
