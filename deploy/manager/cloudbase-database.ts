import * as z from 'zod'
import type { Asking } from './asking'
import type { IndexFacts, IndexField, Manager } from './port'

/** The platform gives a hundred at the most. */
const COLLECTIONS_OF_PAGE = 50
const CLOSED = 'ADMINONLY'

const page = z.object({
  Tables: z.array(z.object({ TableName: z.string() })).nullish(),
  Pager: z.object({ Total: z.number() }).nullish(),
})
const rule = z.object({ AclTag: z.string().nullish(), Rule: z.string().nullish() })
const indexes = z.object({
  Indexes: z
    .array(
      z.object({
        Name: z.string(),
        Unique: z.boolean().nullish(),
        Keys: z.array(z.object({ Name: z.string(), Direction: z.coerce.string() })).nullish(),
      }),
    )
    .nullish(),
})

type Database = Pick<
  Manager,
  | 'collections'
  | 'createCollection'
  | 'clientAccess'
  | 'closeToClients'
  | 'indexes'
  | 'createIndex'
  | 'dropIndex'
  | 'storageRule'
  | 'setStorageRule'
  | 'isStorageRuleEverywhere'
>

export function databaseOf({ read, write, place }: Asking): Database {
  const { EnvId, appId } = place
  const program = appId === null ? {} : { WxAppId: appId }
  const table = async () => ({
    EnvId,
    MongoConnector: { InstanceId: 'flexdb', DatabaseName: await place.database() },
  })
  const storage = async () => ({ EnvId, Bucket: await place.bucket() })
  return {
    collections: async () =>
      allTables(async (asked) => read(page, 'ListTables', { ...(await table()), ...asked })),
    createCollection: async (TableName) => write('CreateTable', { ...(await table()), TableName }),
    clientAccess: async (CollectionName) =>
      (await read(rule, 'DescribeSafeRule', { EnvId, CollectionName, ...program })).AclTag ?? '',
    closeToClients: (CollectionName) => write('ModifySafeRule', { EnvId, CollectionName, AclTag: CLOSED }),
    indexes: async (TableName) => {
      const { Indexes } = await read(indexes, 'DescribeTable', { ...(await table()), TableName })
      return (Indexes ?? []).map(({ Name, Keys, Unique }) => ({
        name: Name,
        fields: (Keys ?? []).map(fieldOf),
        unique: Unique === true,
      }))
    },
    createIndex: async (TableName, index) =>
      write('UpdateTable', { ...(await table()), TableName, CreateIndexes: [askedIndex(index)] }),
    dropIndex: async (TableName, IndexName) =>
      write('UpdateTable', { ...(await table()), TableName, DropIndexes: [{ IndexName }] }),
    storageRule: async () => {
      const { AclTag, Rule } = await read(rule, 'DescribeStorageSafeRule', await storage())
      return AclTag === 'CUSTOM' ? (Rule ?? '') : null
    },
    setStorageRule: async (Rule) =>
      write('ModifyStorageSafeRule', { ...(await storage()), AclTag: 'CUSTOM', Rule }),
    isStorageRuleEverywhere: async () =>
      (await read(z.object({ Status: z.string() }), 'DescribeCDNChainTask', await storage())).Status ===
      'FINISHED',
  }
}

async function allTables(
  pageOf: (asked: { MgoLimit: number; MgoOffset: number }) => Promise<z.infer<typeof page>>,
): Promise<string[]> {
  const names: string[] = []
  for (;;) {
    const { Tables, Pager } = await pageOf({ MgoLimit: COLLECTIONS_OF_PAGE, MgoOffset: names.length })
    const found = (Tables ?? []).map(({ TableName }) => TableName)
    names.push(...found)
    if (found.length === 0 || names.length >= (Pager?.Total ?? 0)) return names
  }
}

const fieldOf = ({ Name, Direction }: { Name: string; Direction: string }): IndexField => ({
  path: Name,
  direction: Direction === '-1' ? 'desc' : 'asc',
})

const askedIndex = ({ name, fields, unique }: IndexFacts): object => ({
  IndexName: name,
  MgoKeySchema: {
    MgoIsUnique: unique,
    MgoIndexKeys: fields.map(({ path, direction }) => ({
      Name: path,
      Direction: direction === 'asc' ? '1' : '-1',
    })),
  },
})
