// The steps from what stands there to what is wanted, in the order in which they are carried out: nobody reads a collection
// before it is closed, no function asks for an index before it is there, nothing is called before it is published.

import { functionSteps } from './function-difference'
import { indexSteps } from './index-difference'
import type { Standing } from './standing'
import type { Choices, Difference, Step } from './step'
import type { Wanted } from './wanted'

export function differenceOf(wanted: Wanted, standing: Standing, choices: Choices): Difference {
  const indexes = indexSteps(wanted, standing, choices)
  const functions = functionSteps(wanted, standing)
  const routes = routeSteps(wanted, standing)
  return {
    steps: [
      ...collectionSteps(wanted, standing),
      ...indexes.steps,
      ...(standing.storageRule !== null && sameRule(standing.storageRule, wanted.storageRule)
        ? []
        : [{ do: 'set-storage-rule' } as const]),
      ...functions.steps,
      ...routes.steps,
    ],
    problems: [...indexes.problems, ...functions.problems, ...routes.problems],
    notes: [
      ...standing.otherCollections.map((name) => `集合 ${name} 没有声明，不动它；确认它也不对客户端开放。`),
      ...indexes.notes,
    ],
  }
}

/** Each is closed right after it is there. */
const collectionSteps = ({ collections }: Wanted, standing: Standing): Step[] =>
  collections.flatMap(({ name }): Step[] => {
    const there = standing.collections.get(name)
    if (!there)
      return [
        { do: 'create-collection', collection: name },
        { do: 'close-collection', collection: name, was: '平台默认' },
      ]
    return there.access === 'ADMINONLY'
      ? []
      : [{ do: 'close-collection', collection: name, was: there.access || '平台默认' }]
  })

/** The platform may give a rule back with other spaces. */
function sameRule(one: string, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other))
  } catch {
    return one === other
  }
}

function routeSteps({ domain, routes }: Wanted, standing: Standing): Pick<Difference, 'steps' | 'problems'> {
  if (domain === null) return { steps: [], problems: [] }
  const there = standing.routes[domain]
  if (!there)
    return {
      steps: [],
      problems: [
        {
          code: 'DOMAIN_NOT_BOUND',
          sentence: `域名 ${domain} 没有绑定到这个环境：先在控制台 HTTP 访问服务里绑定它和它的证书；还没有域名，就把 publicOrigin 设为 null。`,
        },
      ],
    }
  const steps = routes.flatMap(({ path, functionName }): Step[] => {
    const found = there.find((route) => route.path === path)
    if (found?.isPublic && found.functionName === functionName) return []
    return [{ do: found ? 'mend-route' : 'create-route', domain, path, functionName }]
  })
  return { steps, problems: [] }
}
