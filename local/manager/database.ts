// Collections and their indexes, as the platform keeps them in its document database.
import type { Actions } from './action'
import { checkEnv } from './check-env'
import { LIMITS } from './limits'
import { check, list, object, type Parameters, text } from './parameters'
import { inUse, invalid, notFound, overLimit, Refused } from './refused'
import { type ManagerState, type StoredCollection, type StoredIndex, tagOf } from './state'

const ID_INDEX: StoredIndex = {
  Name: '_id_',
  Keys: [{ Name: '_id', Direction: '1' }],
  Unique: true,
  pollsUntilListed: 0,
}
/** An index is listed the second time that it is asked for. */
const BUILDING_POLLS = 1

const DATABASE = { EnvId: 'text', MongoConnector: 'object' } as const

export const DATABASE_ACTIONS: Actions = {
  ListTables: {
    shape: { needs: { ...DATABASE, MgoLimit: 'integer' }, takes: { MgoOffset: 'integer' } },
    run: listTables,
  },
  CreateTable: {
    shape: { needs: { ...DATABASE, TableName: 'text' } },
    run: createTable,
    writes: true,
  },
  DescribeTable: {
    shape: { needs: { ...DATABASE, TableName: 'text' } },
    run: describeTable,
  },
  UpdateTable: {
    shape: {
      needs: { ...DATABASE, TableName: 'text' },
      takes: { CreateIndexes: 'list', DropIndexes: 'list' },
    },
    run: updateTable,
    writes: true,
  },
}

function listTables(state: ManagerState, given: Parameters): object {
  checkDatabase(state, given)
  const [offset, limit] = [Number(given.MgoOffset ?? 0), Number(given.MgoLimit)]
  if (limit < 1 || limit > LIMITS.collectionsOfPage)
    throw invalid('MgoLimit', `1 to ${LIMITS.collectionsOfPage}`)
  const names = Object.keys(state.collections)
  const page = names.slice(offset, offset + limit)
  return {
    Tables: page.map((TableName) => ({ TableName, Count: 0, Size: 0, IndexCount: 1, IndexSize: 0 })),
    Pager: { Offset: offset, Limit: limit, Total: names.length },
  }
}

function createTable(state: ManagerState, given: Parameters): object {
  checkDatabase(state, given)
  const name = text(given, 'TableName')
  if (!/^[A-Za-z][\w-]{0,63}$/.test(name)) throw invalid('TableName', 'letters, digits, - and _')
  if (state.collections[name]) throw inUse('Table', name)
  if (Object.keys(state.collections).length >= LIMITS.collections)
    throw overLimit('Collection', LIMITS.collections)
  state.collections[name] = { indexes: [{ ...ID_INDEX }], aclTag: 'PRIVATE', rule: null }
  return {}
}

function describeTable(state: ManagerState, given: Parameters): object {
  const { indexes } = collectionOf(state, given)
  const listed = indexes.filter(({ pollsUntilListed }) => pollsUntilListed === 0)
  for (const index of indexes) index.pollsUntilListed = Math.max(0, index.pollsUntilListed - 1)
  return {
    Indexes: listed.map(({ Name, Keys, Unique }) => ({ Name, Keys, Unique, Size: 4_096 })),
    IndexNum: listed.length,
  }
}

function updateTable(state: ManagerState, given: Parameters): object {
  const collection = collectionOf(state, given)
  const drops = list(given, 'DropIndexes')
  const creates = list(given, 'CreateIndexes')
  if (drops.length + creates.length === 0) throw invalid('CreateIndexes', 'nothing to create or to drop')
  for (const drop of drops) dropIndex(collection, drop)
  for (const create of creates) createIndex(collection, create)
  return {}
}

function dropIndex(collection: StoredCollection, drop: Parameters): void {
  check(drop, { needs: { IndexName: 'text' } }, 'DropIndexes.')
  const name = text(drop, 'IndexName')
  if (name === ID_INDEX.Name) throw invalid('IndexName', 'the index of _id stays')
  if (!collection.indexes.some(({ Name }) => Name === name)) throw notFound('Index', name)
  collection.indexes = collection.indexes.filter(({ Name }) => Name !== name)
}

function createIndex(collection: StoredCollection, create: Parameters): void {
  check(create, { needs: { IndexName: 'text', MgoKeySchema: 'object' } }, 'CreateIndexes.')
  const schema = object(create, 'MgoKeySchema')
  check(schema, { needs: { MgoIsUnique: 'boolean', MgoIndexKeys: 'list' } }, 'MgoKeySchema.')
  const keys = list(schema, 'MgoIndexKeys').map(keyOf)
  const name = text(create, 'IndexName')
  checkIndex(collection, name, keys)
  collection.indexes.push({
    Name: name,
    Keys: keys,
    Unique: schema.MgoIsUnique === true,
    pollsUntilListed: BUILDING_POLLS,
  })
}

function keyOf(key: Parameters): { Name: string; Direction: string } {
  check(key, { needs: { Name: 'text', Direction: 'text' } }, 'MgoIndexKeys.')
  const [Name, Direction] = [text(key, 'Name'), text(key, 'Direction')]
  if (Direction !== '1' && Direction !== '-1') throw invalid('Direction', '1 or -1')
  return { Name, Direction }
}

function checkIndex(collection: StoredCollection, name: string, keys: StoredIndex['Keys']): void {
  const { indexes } = collection
  if (keys.length === 0 || keys.length > LIMITS.fieldsOfIndex)
    throw overLimit('IndexField', LIMITS.fieldsOfIndex)
  if (indexes.length >= LIMITS.indexes) throw overLimit('Index', LIMITS.indexes)
  if (indexes.some(({ Name }) => Name === name)) throw inUse('Index', name)
  const same = indexes.find(({ Keys }) => JSON.stringify(Keys) === JSON.stringify(keys))
  if (same) throw inUse('Index', `${name}, with the keys of ${same.Name},`)
  // Stricter than what is known of the platform: an index is built alone, so that a deployment never relies on more.
  if (indexes.some(({ pollsUntilListed }) => pollsUntilListed > 0))
    throw new Refused('FailedOperation.IndexBuilding', 'another index of the collection is being built')
}

function collectionOf(state: ManagerState, given: Parameters): StoredCollection {
  checkDatabase(state, given)
  return collectionNamed(state, text(given, 'TableName'))
}

export function collectionNamed(state: ManagerState, name: string): StoredCollection {
  const collection = state.collections[name]
  if (!collection) throw notFound('Table', name)
  return collection
}

function checkDatabase(state: ManagerState, given: Parameters): void {
  checkEnv(state, given)
  const connector = object(given, 'MongoConnector')
  check(connector, { needs: { InstanceId: 'text', DatabaseName: 'text' } }, 'MongoConnector.')
  if (text(connector, 'DatabaseName') !== tagOf(state) || text(connector, 'InstanceId') !== 'flexdb')
    throw notFound('Instance', text(connector, 'DatabaseName'))
}
