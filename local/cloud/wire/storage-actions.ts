import { randomUUID } from 'node:crypto'
import type { FileStorage } from '../storage'

interface StorageRequest {
  path?: string
  file_list?: { fileid: string; max_age?: number }[]
  fileid_list?: string[]
}

type Action = (storage: FileStorage, request: StorageRequest, origin: string) => object

export const storageActions: Record<string, Action> = {
  'storage.getUploadMetadata': (storage, { path = '' }, origin) => ({
    data: {
      url: `${origin}/_upload/${path.split('/').map(encodeURIComponent).join('/')}`,
      token: 'local',
      authorization: 'local',
      fileId: storage.fileId(path),
      cosFileId: randomUUID(),
    },
  }),

  'storage.batchGetDownloadUrl': (storage, { file_list = [] }, origin) => ({
    data: {
      download_list: file_list.map(({ fileid, max_age }) => {
        const key = storage.keyOf(fileid)
        return storage.has(key)
          ? {
              fileID: fileid,
              tempFileURL: origin + storage.signedPath(key, max_age),
              maxAge: max_age ?? 7200,
              code: 'SUCCESS',
            }
          : { fileID: fileid, code: 'STORAGE_FILE_NONEXIST', message: 'file not exist' }
      }),
    },
  }),

  'storage.batchDeleteFile': (storage, { fileid_list = [] }) => ({
    data: {
      delete_list: fileid_list.map((fileID) => ({
        fileID,
        code: storage.remove(storage.keyOf(fileID)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
      })),
    },
  }),
}
