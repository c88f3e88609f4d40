// The environment itself, and who may read what: the actions of tcb but for HTTP access.
import type { Actions } from './action'
import { checkEnv } from './check-env'
import { collectionNamed } from './database'
import { type Parameters, text } from './parameters'
import { invalid, notFound } from './refused'
import { bucketOf, type ManagerState, tagOf } from './state'

const TAGS = ['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY', 'CUSTOM']
/** A storage rule is everywhere the second time that its task is asked for. */
const RULE_POLLS = 1

export const ENVIRONMENT_ACTIONS: Actions = {
  DescribeEnvInfo: { shape: { needs: { EnvId: 'text' } }, run: describeEnvironment },
  DescribeSafeRule: {
    shape: { needs: { EnvId: 'text', CollectionName: 'text' }, takes: { WxAppId: 'text' } },
    run: describeSafeRule,
  },
  ModifySafeRule: {
    shape: {
      needs: { EnvId: 'text', CollectionName: 'text', AclTag: 'text' },
      takes: { Rule: 'text' },
    },
    run: modifySafeRule,
    writes: true,
  },
  DescribeStorageSafeRule: {
    shape: { needs: { EnvId: 'text', Bucket: 'text' } },
    run: describeStorageRule,
  },
  ModifyStorageSafeRule: {
    shape: { needs: { EnvId: 'text', Bucket: 'text', AclTag: 'text' }, takes: { Rule: 'text' } },
    run: modifyStorageRule,
    writes: true,
  },
  DescribeCDNChainTask: {
    shape: { needs: { EnvId: 'text', Bucket: 'text' } },
    run: describeTask,
  },
}

function describeEnvironment(state: ManagerState, given: Parameters): object {
  checkEnv(state, given)
  const { envId, region } = state
  const storage = { Region: region, Bucket: bucketOf(state), CdnDomain: `${bucketOf(state)}.example.cn` }
  const EnvBaseInfo = {
    EnvId: envId,
    Status: 'NORMAL',
    Region: region,
    Databases: [{ InstanceId: tagOf(state), Status: 'RUNNING', Region: region }],
    Storages: [{ ...storage, AppId: '1' }],
    Functions: [{ Namespace: envId, Region: region }],
    LogServices: [{ LogsetId: 'logset-1', TopicId: 'topic-1', Region: region }],
  }
  return { EnvInfo: { EnvBaseInfo } }
}

function describeSafeRule(state: ManagerState, given: Parameters): object {
  checkEnv(state, given)
  const { aclTag, rule } = collectionNamed(state, text(given, 'CollectionName'))
  return { AclTag: aclTag, Rule: rule }
}

function modifySafeRule(state: ManagerState, given: Parameters): object {
  checkEnv(state, given)
  const collection = collectionNamed(state, text(given, 'CollectionName'))
  collection.aclTag = tagIn(given)
  collection.rule = ruleIn(given)
  return {}
}

function describeStorageRule(state: ManagerState, given: Parameters): object {
  checkBucket(state, given)
  const { AclTag, Rule } = state.storage
  return { AclTag, Rule }
}

function modifyStorageRule(state: ManagerState, given: Parameters): object {
  checkBucket(state, given)
  state.storage = { AclTag: tagIn(given), Rule: ruleIn(given) ?? '', pollsUntilDone: RULE_POLLS }
  return {}
}

function describeTask(state: ManagerState, given: Parameters): object {
  checkBucket(state, given)
  const Status = state.storage.pollsUntilDone === 0 ? 'FINISHED' : 'PROCESSING'
  state.storage.pollsUntilDone = Math.max(0, state.storage.pollsUntilDone - 1)
  return { Status }
}

function tagIn(given: Parameters): string {
  const tag = text(given, 'AclTag')
  if (!TAGS.includes(tag)) throw invalid('AclTag', `one of ${TAGS.join(', ')}`)
  return tag
}

/** A rule belongs to CUSTOM and to nothing else, and is JSON. */
function ruleIn(given: Parameters): string | null {
  if (text(given, 'AclTag') !== 'CUSTOM') return null
  try {
    JSON.parse(text(given, 'Rule'))
  } catch {
    throw invalid('Rule', 'JSON, where AclTag is CUSTOM')
  }
  return text(given, 'Rule')
}

function checkBucket(state: ManagerState, given: Parameters): void {
  checkEnv(state, given)
  if (text(given, 'Bucket') !== bucketOf(state)) throw notFound('Bucket', text(given, 'Bucket'))
}
