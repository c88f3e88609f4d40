// Functions, as their code and attributes are created and changed: the actions of scf but for versions and triggers.
import { createHash } from 'node:crypto'
import type { Actions } from './action'
import { LIMITS } from './limits'
import { check, list, object, type Parameters, type Shape, text } from './parameters'
import { inUse, invalid, notFound, overLimit, Refused } from './refused'
import type { ManagerState, StoredCode, StoredFunction } from './state'

const NAMED = { FunctionName: 'text', Namespace: 'text' } as const
const ATTRIBUTES = {
  Description: 'text',
  MemorySize: 'integer',
  Timeout: 'integer',
  Runtime: 'text',
  Environment: 'object',
  InstallDependency: 'text',
  Role: 'text',
  ClsLogsetId: 'text',
  ClsTopicId: 'text',
} as const

export const FUNCTION_ACTIONS: Actions = {
  GetFunction: {
    shape: { needs: NAMED, takes: { Qualifier: 'text', ShowCode: 'text' } },
    run: getFunction,
  },
  CreateFunction: {
    shape: {
      needs: { ...NAMED, Code: 'object' },
      takes: { ...ATTRIBUTES, Handler: 'text', Stamp: 'text', Type: 'text' },
    },
    run: createFunction,
    writes: true,
  },
  UpdateFunctionCode: {
    shape: {
      needs: { ...NAMED, Code: 'object' },
      takes: { Handler: 'text', InstallDependency: 'text' },
    },
    run: updateCode,
    writes: true,
  },
  UpdateFunctionConfiguration: {
    shape: { needs: NAMED, takes: ATTRIBUTES },
    run: updateConfiguration,
    writes: true,
  },
  DeleteFunction: { shape: { needs: NAMED }, run: deleteFunction, writes: true },
}

/** A function is as it was asked to be the third time that it is asked for. */
export const SETTLING_POLLS = 2

export function functionOf(state: ManagerState, given: Parameters): StoredFunction {
  if (text(given, 'Namespace') !== state.envId) throw notFound('Namespace', text(given, 'Namespace'))
  const name = text(given, 'FunctionName')
  const found = state.functions[name]
  if (!found) throw notFound('FunctionName', name)
  return found
}

/** One that can be changed: a function that is being deployed refuses it. */
export function settledOf(state: ManagerState, given: Parameters): StoredFunction {
  const found = functionOf(state, given)
  if (found.status !== 'Active')
    throw new Refused('FailedOperation.FunctionStatusError', `the function is ${found.status}`)
  return found
}

function getFunction(state: ManagerState, given: Parameters): object {
  const found = functionOf(state, given)
  const code = codeOf(found, text(given, 'Qualifier') || '$LATEST')
  const answer = {
    FunctionName: text(given, 'FunctionName'),
    Namespace: state.envId,
    Status: found.status,
    Description: code.description,
    Handler: code.handler,
    Runtime: code.runtime,
    Timeout: code.timeout,
    MemorySize: code.memory,
    CodeSize: 1,
    Environment: { Variables: Object.entries(code.variables).map(([Key, Value]) => ({ Key, Value })) },
    Triggers: found.triggers.map((trigger) => ({ ...trigger, TriggerDesc: shownDesc(trigger.TriggerDesc) })),
  }
  settle(found)
  return answer
}

/** A timer's time is given as it stands, and shown as JSON. */
const shownDesc = (cron: string): string => JSON.stringify({ cron })

function settle(found: StoredFunction): void {
  if (found.pollsUntilActive === 0) return
  found.pollsUntilActive -= 1
  if (found.pollsUntilActive === 0) found.status = 'Active'
}

export function codeOf(found: StoredFunction, qualifier: string): StoredCode {
  const version = found.aliases[qualifier] ?? qualifier
  if (version === '$LATEST') return found.latest
  const frozen = found.versions.find(({ name }) => name === version)
  if (!frozen) throw notFound('Version', version)
  return frozen.code
}

function createFunction(state: ManagerState, given: Parameters): object {
  const name = text(given, 'FunctionName')
  if (text(given, 'Namespace') !== state.envId) throw notFound('Namespace', text(given, 'Namespace'))
  if (state.functions[name]) throw inUse('FunctionName', name)
  state.functions[name] = {
    status: 'Creating',
    pollsUntilActive: SETTLING_POLLS,
    latest: {
      ...changed(BARE, given),
      zip: zipIn(given),
      handler: text(given, 'Handler') || BARE.handler,
      runtime: text(given, 'Runtime') || BARE.runtime,
    },
    versions: [],
    aliases: { $DEFAULT: '$LATEST' },
    triggers: [],
  }
  return {}
}

/** What the platform gives where nothing is said. */
const BARE: StoredCode = {
  zip: '',
  description: '',
  handler: 'index.main',
  runtime: 'Nodejs16.13',
  timeout: 3,
  memory: 256,
  variables: {},
}

function updateCode(state: ManagerState, given: Parameters): object {
  const found = settledOf(state, given)
  found.latest = { ...found.latest, zip: zipIn(given) }
  unsettle(found, 'Updating')
  return {}
}

function updateConfiguration(state: ManagerState, given: Parameters): object {
  const found = settledOf(state, given)
  if (given.Runtime !== undefined && given.Runtime !== found.latest.runtime)
    throw invalid('Runtime', 'is given when a function is created and cannot be changed')
  found.latest = changed(found.latest, given)
  unsettle(found, 'Updating')
  return {}
}

function deleteFunction(state: ManagerState, given: Parameters): object {
  functionOf(state, given)
  delete state.functions[text(given, 'FunctionName')]
  return {}
}

export function unsettle(found: StoredFunction, status: string): void {
  found.status = status
  found.pollsUntilActive = SETTLING_POLLS
}

/** The attributes that are said; the environment is taken whole, so that a variable that is not said is gone. */
function changed(before: StoredCode, given: Parameters): StoredCode {
  const [timeout, memory] = [
    Number(given.Timeout ?? before.timeout),
    Number(given.MemorySize ?? before.memory),
  ]
  if (timeout < 1 || timeout > 900) throw invalid('Timeout', '1 to 900 seconds')
  if (memory !== 64 && (memory % 128 !== 0 || memory < 128 || memory > 3_072))
    throw invalid('MemorySize', '64, or 128 to 3072 by 128')
  const description = given.Description === undefined ? before.description : descriptionIn(given)
  const variables = given.Environment === undefined ? before.variables : variablesIn(given)
  return { ...before, timeout, memory, description, variables }
}

const MOST_DESCRIPTION = 1_000

export function descriptionIn(given: Parameters): string {
  const description = text(given, 'Description')
  if (description.length > MOST_DESCRIPTION || !/^[\w ,.\u4e00-\u9fff]*$/.test(description))
    throw invalid('Description', `at most ${MOST_DESCRIPTION} letters, digits, spaces, commas and full stops`)
  return description
}

const VARIABLE: Shape = { needs: { Key: 'text', Value: 'text' } }

function variablesIn(given: Parameters): Record<string, string> {
  const environment = object(given, 'Environment')
  check(environment, { needs: { Variables: 'list' } }, 'Environment.')
  const variables: Record<string, string> = {}
  for (const variable of list(environment, 'Variables')) {
    check(variable, VARIABLE, 'Variables.')
    const key = text(variable, 'Key')
    if (!/^[A-Za-z]\w+$/.test(key)) throw invalid('Environment', 'a name begins with a letter')
    variables[key] = text(variable, 'Value')
  }
  const bytes = Buffer.byteLength(Object.entries(variables).flat().join(''))
  if (bytes > LIMITS.environmentBytes) throw overLimit('EnvironmentVariables', LIMITS.environmentBytes)
  return variables
}

function zipIn(given: Parameters): string {
  const code = object(given, 'Code')
  check(code, { needs: { ZipFile: 'text' } }, 'Code.')
  const base64 = text(code, 'ZipFile')
  const bytes = Buffer.from(base64, 'base64')
  if (base64.length > LIMITS.zipBytes) throw overLimit('Code', LIMITS.zipBytes)
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') throw invalid('ZipFile', 'a zip, as base64')
  return createHash('sha256').update(bytes).digest('hex')
}
