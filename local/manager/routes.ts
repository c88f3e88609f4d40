// HTTP access: domains that are bound to the environment, and the routes of each.
import type { Actions } from './action'
import { checkEnv } from './check-env'
import { check, type Kind, list, object, type Parameters, text } from './parameters'
import { inUse, invalid, notFound } from './refused'
import type { ManagerState, StoredRoute } from './state'

const SWITCHES: Record<string, Kind> = {
  Enable: 'boolean',
  EnableAuth: 'boolean',
  EnableSafeDomain: 'boolean',
  EnablePathTransmission: 'boolean',
}
const UPSTREAM: Record<string, Kind> = { UpstreamResourceType: 'text', UpstreamResourceName: 'text' }
const TYPES = ['SCF', 'CBR', 'STATIC_STORE', 'WEB_SCF', 'LH']

export const ROUTE_ACTIONS: Actions = {
  DescribeHTTPServiceRoute: {
    shape: { needs: { EnvId: 'text' }, takes: { Filters: 'list', Offset: 'integer', Limit: 'integer' } },
    run: describeRoutes,
  },
  CreateHTTPServiceRoute: {
    shape: { needs: { EnvId: 'text', Domain: 'object' } },
    run: createRoutes,
    writes: true,
  },
  ModifyHTTPServiceRoute: {
    shape: { needs: { EnvId: 'text', Domain: 'object' } },
    run: modifyRoutes,
    writes: true,
  },
}

function describeRoutes(state: ManagerState, given: Parameters): object {
  checkEnv(state, given)
  const domains = Object.entries(state.domains).map(([Domain, Routes]) => ({
    Domain,
    IsDefault: false,
    Enable: true,
    Status: 'SUCCESS',
    Routes,
  }))
  return { Domains: domains, OriginDomain: '', TotalCount: domains.length }
}

function createRoutes(state: ManagerState, given: Parameters): object {
  checkEnv(state, given)
  const { stored, asked } = domainOf(state, given)
  for (const route of asked) {
    check(route, { needs: { Path: 'text', ...UPSTREAM }, takes: SWITCHES }, 'Routes.')
    const path = text(route, 'Path')
    if (!path.startsWith('/')) throw invalid('Path', 'begins with /')
    if (stored.some(({ Path }) => Path === path)) throw inUse('Route', path)
    stored.push(routeOf(DEFAULTS, route))
  }
  return {}
}

function modifyRoutes(state: ManagerState, given: Parameters): object {
  checkEnv(state, given)
  const { stored, asked } = domainOf(state, given)
  for (const route of asked) {
    check(route, { needs: { Path: 'text' }, takes: { ...UPSTREAM, ...SWITCHES } }, 'Routes.')
    const place = stored.findIndex(({ Path }) => Path === text(route, 'Path'))
    const before = stored[place]
    if (!before) throw notFound('Route', text(route, 'Path'))
    stored[place] = routeOf(before, route)
  }
  return {}
}

const DEFAULTS: StoredRoute = {
  Path: '/',
  UpstreamResourceType: '',
  UpstreamResourceName: '',
  Enable: true,
  EnableAuth: false,
  EnableSafeDomain: true,
  EnablePathTransmission: false,
}

/** What is not said stays as it was. */
function routeOf(before: StoredRoute, said: Parameters): StoredRoute {
  const route = { ...before, ...said } as StoredRoute
  if (!TYPES.includes(route.UpstreamResourceType)) throw invalid('UpstreamResourceType', TYPES.join(', '))
  return route
}

function domainOf(
  state: ManagerState,
  given: Parameters,
): { stored: StoredRoute[]; asked: readonly Parameters[] } {
  const domain = object(given, 'Domain')
  check(domain, { needs: { Domain: 'text' }, takes: { Routes: 'list' } }, 'Domain.')
  const name = text(domain, 'Domain')
  const stored = state.domains[name]
  if (!stored) throw notFound('Domain', name)
  return { stored, asked: list(domain, 'Routes') }
}
