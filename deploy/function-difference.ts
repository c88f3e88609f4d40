import { gitIn, isCode, isVersion, settingsHash, versionDescription } from './identity'
import type { FunctionFacts, TimerFacts } from './manager/port'
import type { Problem } from './problem'
import type { Standing, StandingFunction } from './standing'
import type { Difference, Step } from './step'
import type { Wanted, WantedFunction } from './wanted'

/** Code and settings of all functions, then what callers reach of them, then timers, then what they may call. */
export function functionSteps(wanted: Wanted, standing: Standing): Pick<Difference, 'steps' | 'problems'> {
  const parts = wanted.functions.map((one) => ofFunction(wanted.git, one, standing))
  return {
    steps: [
      ...parts.flatMap(({ deployed }) => deployed),
      ...parts.flatMap(({ released }) => released),
      ...parts.flatMap(({ timed }) => timed),
      ...parts.flatMap(({ permitted }) => permitted),
    ],
    problems: wanted.functions.flatMap((one) => problemsOf(one, standing.functions.get(one.name))),
  }
}

const MOST_ENVIRONMENT_BYTES = 4_096

function problemsOf(wanted: WantedFunction, there: StandingFunction | undefined): Problem[] {
  const { name, runtime, variables } = wanted
  const problems: Problem[] = []
  const bytes = Buffer.byteLength(Object.entries(variables).flat().join(''))
  if (bytes > MOST_ENVIRONMENT_BYTES)
    problems.push({
      code: 'ENVIRONMENT_TOO_LARGE',
      sentence: `函数 ${name} 的环境变量有 ${bytes} 字节，平台最多 4096 字节。`,
    })
  if (!there || there.facts.status === 'CreateFailed') return problems
  if (there.facts.runtime !== runtime)
    problems.push({
      code: 'RUNTIME_FIXED',
      sentence: `函数 ${name} 的运行环境是 ${there.facts.runtime}，要的是 ${runtime}。运行环境在创建时定下，不能改：在控制台删除这个函数，再运行一次。`,
    })
  if (there.facts.status !== 'Active')
    problems.push({
      code: 'FUNCTION_NOT_ACTIVE',
      sentence: `函数 ${name} 的状态是 ${there.facts.status}，不能更新；到控制台看原因。`,
    })
  return problems
}

interface OfFunction {
  deployed: Step[]
  released: Step[]
  timed: Step[]
  permitted: Step[]
}

function ofFunction(git: string, wanted: WantedFunction, standing: Standing): OfFunction {
  const { name } = wanted
  const found = standing.functions.get(name)
  const hasFailed = found?.facts.status === 'CreateFailed'
  const there = hasFailed ? undefined : found
  return {
    deployed: [
      ...(hasFailed ? [{ do: 'delete-failed-function', name } as const] : []),
      ...(there ? changes(wanted, there.facts) : [created(wanted)]),
    ],
    released: releases(git, wanted, there),
    timed: timers(wanted, there?.facts.timers ?? []),
    permitted: standing.asksWechat ? permissions(wanted, found?.openapi ?? []) : [],
  }
}

const created = ({ name, variables }: WantedFunction): Step => ({
  do: 'create-function',
  name,
  variables: Object.keys(variables),
})

/** Code before settings: the description, by which the code is known, is among the settings. */
function changes(wanted: WantedFunction, facts: FunctionFacts): Step[] {
  const { name } = wanted
  const isOther = !isCode(facts.description, wanted) || facts.handler !== wanted.handler
  const told = [...settingChanges(wanted, facts), ...(isOther ? ['说明里的代码标识'] : [])]
  return [
    ...(isOther
      ? [{ do: 'update-code', name, from: gitIn(facts.description) ?? '不认识的代码' } as const]
      : []),
    ...(told.length > 0 ? [{ do: 'update-settings', name, changes: told } as const] : []),
  ]
}

function settingChanges(wanted: WantedFunction, facts: FunctionFacts): string[] {
  if (settingsHash(wanted) === settingsHash(facts)) return []
  const { timeoutSeconds, memoryMegabytes } = wanted
  return [
    ...(timeoutSeconds === facts.timeoutSeconds
      ? []
      : [`超时 ${facts.timeoutSeconds} 秒改为 ${timeoutSeconds} 秒`]),
    ...(memoryMegabytes === facts.memoryMegabytes
      ? []
      : [`内存 ${facts.memoryMegabytes} MB 改为 ${memoryMegabytes} MB`]),
    ...variableChanges(wanted.variables, facts.variables),
  ]
}

type Variables = Readonly<Record<string, string>>

/** Names alone. The platform overwrites all of them at once, so those that are gone are told too. */
function variableChanges(wanted: Variables, there: Variables): string[] {
  const told = (what: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${what}环境变量 ${names.join('、')}`]
  const names = Object.keys(wanted)
  return [
    ...told(
      '新增',
      names.filter((name) => !Object.hasOwn(there, name)),
    ),
    ...told(
      '更换',
      names.filter((name) => Object.hasOwn(there, name) && there[name] !== wanted[name]),
    ),
    ...told(
      '去掉',
      Object.keys(there).filter((name) => !Object.hasOwn(wanted, name)),
    ),
  ]
}

function releases(git: string, wanted: WantedFunction, there: StandingFunction | undefined): Step[] {
  const { name } = wanted
  const fitting = (there?.versions ?? []).filter(({ description }) => isVersion(description, wanted))
  const identity = versionDescription(git, wanted)
  const points =
    there !== undefined &&
    !there.alias.isSplit &&
    fitting.some(({ version }) => version === there.alias.version)
  return [
    ...(fitting.length === 0 ? [{ do: 'publish-version', name, identity } as const] : []),
    ...(points ? [] : [{ do: 'point-alias', name, from: there?.alias.version ?? '无' } as const]),
  ]
}

/** A function has one trigger at the most: any other goes before ours comes. */
function timers({ name, timer }: WantedFunction, there: FunctionFacts['timers']): Step[] {
  const isOurs = (one: TimerFacts): boolean =>
    one.name === timer?.name && one.at === timer.at && one.isOpen && one.isReleased
  const kept = there.find(isOurs)
  return [
    ...there
      .filter((one) => one !== kept)
      .map((one): Step => ({ do: 'delete-timer', name, timer: one.name })),
    ...(timer && !kept ? [{ do: 'create-timer', name, timer: timer.name, at: timer.at } as const] : []),
  ]
}

function permissions({ name, openapi }: WantedFunction, there: readonly string[]): Step[] {
  const isSame = [...there].sort().join() === [...openapi].sort().join()
  return isSame ? [] : [{ do: 'permit', name, openapi }]
}
