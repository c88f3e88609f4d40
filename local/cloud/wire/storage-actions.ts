import { randomUUID } from 'node:crypto'
import type { FileDoor } from '../http/files'

interface StorageRequest {
  path?: string
  file_list?: { fileid: string; max_age?: number }[]
  fileid_list?: string[]
}

type Action = (door: FileDoor, request: StorageRequest, origin: string) => object

/** As the platform, where nothing is said; and the longest that it gives. */
const DAY_SECONDS = 86_400
const UPLOAD_AGE_SECONDS = 900

export const storageActions: Record<string, Action> = {
  'storage.getUploadMetadata': ({ files, addresses }, { path = '' }, origin) => ({
    data: {
      url: origin + encodeURI(addresses.pathFor(path, 'write', UPLOAD_AGE_SECONDS)),
      token: 'local',
      authorization: 'local',
      fileId: files.fileIdOf(path),
      cosFileId: randomUUID(),
    },
  }),

  'storage.batchGetDownloadUrl': ({ files, addresses }, { file_list = [] }, origin) => ({
    data: {
      download_list: file_list.map(({ fileid: fileID, max_age = DAY_SECONDS }) => {
        const maxAge = Math.min(max_age, DAY_SECONDS)
        const key = files.keyOf(fileID)
        if (!files.locate(key)) return missing(fileID)
        return {
          fileID,
          tempFileURL: origin + addresses.pathFor(key, 'read', maxAge),
          maxAge,
          code: 'SUCCESS',
        }
      }),
    },
  }),

  'storage.batchDeleteFile': ({ files }, { fileid_list = [] }) => ({
    data: {
      delete_list: fileid_list.map((fileID) =>
        files.remove(files.keyOf(fileID)) ? { fileID, code: 'SUCCESS' } : missing(fileID),
      ),
    },
  }),
}

const missing = (fileID: string) => ({
  fileID,
  code: 'STORAGE_FILE_NONEXIST',
  message: 'storage file not exists',
})
