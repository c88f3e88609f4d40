// Carries steps out, one after the other. Each can be made again after a death at any moment: what it finds done is done.
import { codeDescription, isVersion, versionDescription } from './identity'
import { isSame } from './index-difference'
import { isThere } from './manager/call'
import { until } from './manager/patience'
import type { RequestId } from './manager/port'
import { stop } from './problem'
import { type Reading, settled } from './standing'
import { type Step, sentenceOf } from './step'
import type { Wanted, WantedFunction } from './wanted'

export interface Done {
  readonly sentence: string
  readonly requestId: RequestId
}

type StepOf<K extends Step['do']> = Extract<Step, { do: K }>

/** Tells each step after it is done; throws where one fails, and leaves the rest to the next time. */
export async function carryOut(
  steps: readonly Step[],
  wanted: Wanted,
  reading: Reading,
  tell: (done: Done) => void,
): Promise<void> {
  for (const step of steps) {
    const requestId = await carriedOut(step, wanted, reading)
    tell({ sentence: sentenceOf(step), requestId })
  }
}

function carriedOut(step: Step, wanted: Wanted, reading: Reading): Promise<RequestId> {
  const { manager } = reading
  switch (step.do) {
    case 'create-collection':
      return unlessThere(manager.createCollection(step.collection))
    case 'close-collection':
      return manager.closeToClients(step.collection)
    case 'drop-index':
      return manager.dropIndex(step.collection, step.index)
    case 'create-index':
      return createIndex(step, reading)
    case 'set-storage-rule':
      return setStorageRule(wanted, reading)
    case 'create-route':
      return unlessThere(manager.createRoute(step.domain, step))
    case 'mend-route':
      return manager.mendRoute(step.domain, step)
    case 'permit':
      return permit(step, reading)
    default:
      return ofFunction(step, wanted, reading)
  }
}

type OfFunction = StepOf<
  | 'delete-failed-function'
  | 'create-function'
  | 'update-code'
  | 'update-settings'
  | 'publish-version'
  | 'point-alias'
  | 'delete-timer'
  | 'create-timer'
>

/** A function refuses every change while the last one is on its way. */
async function ofFunction(step: OfFunction, wanted: Wanted, reading: Reading): Promise<RequestId> {
  const one = wanted.functions.find(({ name }) => name === step.name)
  if (!one) throw new Error(`no function ${step.name} is declared`)
  const requestId = await asked(step, { git: wanted.git, one }, reading)
  const facts = await settled(reading, one.name)
  if (facts && facts.status !== 'Active')
    stop(
      'FUNCTION_NOT_ACTIVE',
      `函数 ${one.name} 没有部署成功，状态是 ${facts.status}；再运行一次，或到控制台看原因。`,
    )
  return requestId
}

async function asked(
  step: OfFunction,
  { git, one }: { git: string; one: WantedFunction },
  { manager }: Reading,
): Promise<RequestId> {
  const { name, handler, runtime, timeoutSeconds, memoryMegabytes, variables, bundle } = one
  const settings = { timeoutSeconds, memoryMegabytes, variables, description: codeDescription(git, one) }
  switch (step.do) {
    case 'delete-failed-function':
      return manager.deleteFunction(name)
    case 'create-function':
      return manager.createFunction({ name, runtime, handler, zip: bundle.zip, ...settings })
    case 'update-code':
      return manager.updateCode(name, { zip: bundle.zip, handler })
    case 'update-settings':
      return manager.updateSettings(name, settings)
    case 'publish-version':
      return manager.publish(name, versionDescription(git, one))
    case 'point-alias':
      return pointAlias(one, manager)
    case 'delete-timer':
      return manager.deleteTimer(name, step.timer)
    case 'create-timer':
      return unlessThere(manager.createTimer(name, { name: step.timer, at: step.at }))
  }
}

/** The newest version of this code and these settings: its number is known only after it was published. */
async function pointAlias(one: WantedFunction, manager: Reading['manager']): Promise<RequestId> {
  const fitting = (await manager.versions(one.name)).filter(({ description }) => isVersion(description, one))
  const version = fitting.at(-1)
  if (!version) return stop('VERSION_MISSING', `函数 ${one.name} 没有这次的版本；再运行一次 plan。`)
  return manager.pointAlias(one.name, version.version)
}

/** One that is being built is there and not yet listed; the next one of its collection waits for it. */
async function createIndex(
  { collection, index }: StepOf<'create-index'>,
  { manager, waiting }: Reading,
): Promise<RequestId> {
  const requestId = await unlessThere(manager.createIndex(collection, index))
  const listed = async (): Promise<true | null> =>
    (await manager.indexes(collection)).some((one) => isSame(one, index)) ? true : null
  await until(listed, waiting, `集合 ${collection} 的索引 ${index.name} 一直没有建好；过一会儿再运行。`)
  return requestId
}

async function setStorageRule({ storageRule }: Wanted, { manager, waiting }: Reading): Promise<RequestId> {
  const requestId = await manager.setStorageRule(storageRule)
  const everywhere = async (): Promise<true | null> =>
    (await manager.isStorageRuleEverywhere()) ? true : null
  await until(everywhere, waiting, '云存储的规则一直没有生效；过一会儿再运行。')
  return requestId
}

async function permit({ name, openapi }: StepOf<'permit'>, { permissions }: Reading): Promise<RequestId> {
  if (!permissions) return stop('TOKEN_MISSING', '没有微信的 access_token，不能上传云调用权限。')
  await permissions.write(name, openapi)
  return ''
}

/** Created already, by this or by an earlier run whose answer was lost. */
async function unlessThere(creating: Promise<RequestId>): Promise<RequestId> {
  try {
    return await creating
  } catch (error) {
    if (isThere(error)) return ''
    throw error
  }
}
