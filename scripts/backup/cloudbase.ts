import cloud from 'wx-server-sdk'
import { isDuplicate } from '../../server/kernel/store/cloudbase'
import { CollectionMissing, type DocumentStore, type Kept } from './port'

/** Long enough for a lecture over a slow line. */
const FILE_SECONDS = 7_200

/**
 * Documents of a CloudBase environment, through the same SDK as the functions. It reads and writes what is stored, where
 * the driver of the functions upgrades what it reads and stamps what it writes.
 */
export function cloudbaseDocuments(env: string): DocumentStore {
  cloud.init({ env })
  const db = cloud.database({ throwOnNotFound: false } as Parameters<typeof cloud.database>[0])
  return {
    async page(collection, after, limit) {
      try {
        const asked = db.collection(collection).where({ _id: db.command.gt(after) })
        const { data } = (await asked.orderBy('_id', 'asc').limit(limit).get()) as unknown as { data: Kept[] }
        return data
      } catch (error) {
        throw isMissing(error) ? new CollectionMissing(collection) : error
      }
    },

    async get(collection, id) {
      const { data } = (await db.collection(collection).doc(id).get()) as { data?: Kept | null }
      return data ?? null
    },

    async insert(collection, document) {
      try {
        await db.collection(collection).add({ data: document })
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    async file(id) {
      const { fileList } = (await cloud.getTempFileURL({
        fileList: [{ fileID: id, maxAge: FILE_SECONDS }],
      })) as { fileList: { tempFileURL?: string }[] }
      const url = fileList[0]?.tempFileURL
      if (!url) return null
      const response = await fetch(url)
      if (response.status === 404) return null
      if (!response.ok || !response.body) throw new Error(`${id}: ${response.status}`)
      return response.body as unknown as AsyncIterable<Uint8Array>
    },
  }
}

const isMissing = (error: unknown): boolean =>
  /-502005|DATABASE_COLLECTION_NOT_EXIST/.test(
    error instanceof Error ? `${error.message} ${(error as { errCode?: number }).errCode}` : String(error),
  )
