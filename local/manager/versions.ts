// Versions of a function, the alias that callers come through, its triggers, and a call of it: further actions of scf.
import type { Actions } from './action'
import { descriptionIn, functionOf, settledOf, unsettle } from './functions'
import { LIMITS } from './limits'
import { type Parameters, text } from './parameters'
import { inUse, invalid, notFound, overLimit } from './refused'
import type { ManagerState } from './state'

const NAMED = { FunctionName: 'text', Namespace: 'text' } as const

export const VERSION_ACTIONS: Actions = {
  PublishVersion: {
    shape: { needs: NAMED, takes: { Description: 'text' } },
    run: publishVersion,
    writes: true,
  },
  ListVersionByFunction: {
    shape: { needs: NAMED, takes: { Offset: 'integer', Limit: 'integer', Order: 'text', OrderBy: 'text' } },
    run: listVersions,
  },
  GetAlias: { shape: { needs: { ...NAMED, Name: 'text' } }, run: getAlias },
  UpdateAlias: {
    shape: {
      needs: { ...NAMED, Name: 'text', FunctionVersion: 'text' },
      takes: { RoutingConfig: 'object', Description: 'text' },
    },
    run: updateAlias,
    writes: true,
  },
  CreateTrigger: {
    shape: {
      needs: { ...NAMED, TriggerName: 'text', Type: 'text' },
      takes: { TriggerDesc: 'text', Qualifier: 'text', Enable: 'text', CustomArgument: 'text' },
    },
    run: createTrigger,
    writes: true,
  },
  DeleteTrigger: {
    shape: {
      needs: { ...NAMED, TriggerName: 'text', Type: 'text' },
      takes: { TriggerDesc: 'text', Qualifier: 'text' },
    },
    run: deleteTrigger,
    writes: true,
  },
}

function publishVersion(state: ManagerState, given: Parameters): object {
  const found = settledOf(state, given)
  const FunctionVersion = String(found.versions.length + 1)
  found.versions.push({
    name: FunctionVersion,
    description: descriptionIn(given),
    code: structuredClone(found.latest),
  })
  unsettle(found, 'Publishing')
  return { FunctionVersion, Namespace: state.envId }
}

const PAGE = 20

function listVersions(state: ManagerState, given: Parameters): object {
  const { versions } = functionOf(state, given)
  const all = [
    { Version: '$LATEST', Description: '', Status: 'Active' },
    ...versions.map(({ name, description }) => ({
      Version: name,
      Description: description,
      Status: 'Active',
    })),
  ]
  const offset = Number(given.Offset ?? 0)
  const page = all.slice(offset, offset + Number(given.Limit ?? PAGE))
  return { Versions: page, FunctionVersion: page.map(({ Version }) => Version), TotalCount: all.length }
}

function getAlias(state: ManagerState, given: Parameters): object {
  const name = text(given, 'Name')
  const version = functionOf(state, given).aliases[name]
  if (version === undefined) throw notFound('Alias', name)
  return { Name: name, FunctionVersion: version, RoutingConfig: { AddtionVersionMatchs: [] } }
}

function updateAlias(state: ManagerState, given: Parameters): object {
  const found = settledOf(state, given)
  const [name, version] = [text(given, 'Name'), text(given, 'FunctionVersion')]
  if (found.aliases[name] === undefined) throw notFound('Alias', name)
  if (version !== '$LATEST' && !found.versions.some((one) => one.name === version))
    throw notFound('Version', version)
  found.aliases[name] = version
  return {}
}

const SEVEN_FIELDS = /^\S+(\s+\S+){6}$/

function createTrigger(state: ManagerState, given: Parameters): object {
  const found = settledOf(state, given)
  const [name, cron] = [text(given, 'TriggerName'), text(given, 'TriggerDesc')]
  if (found.triggers.some(({ TriggerName }) => TriggerName === name)) throw inUse('Trigger', name)
  if (found.triggers.length >= LIMITS.triggersOfFunction) throw overLimit('Timer', LIMITS.triggersOfFunction)
  if (text(given, 'Type') !== 'timer') throw invalid('Type', 'timer')
  if (!SEVEN_FIELDS.test(cron)) throw invalid('TriggerDesc', 'seven fields')
  found.triggers.push({
    TriggerName: name,
    Type: 'timer',
    TriggerDesc: cron,
    Qualifier: text(given, 'Qualifier') || '$LATEST',
    Enable: text(given, 'Enable') === 'CLOSE' ? 0 : 1,
  })
  return {}
}

function deleteTrigger(state: ManagerState, given: Parameters): object {
  const found = settledOf(state, given)
  const name = text(given, 'TriggerName')
  if (!found.triggers.some(({ TriggerName }) => TriggerName === name)) throw notFound('Trigger', name)
  found.triggers = found.triggers.filter(({ TriggerName }) => TriggerName !== name)
  return {}
}
