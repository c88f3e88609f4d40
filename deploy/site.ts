// What a command works with: an environment, its manager, the commit and the built functions. Tests give their own.
import type { Bundle } from './bundle'
import { FUNCTION_NAMES, type FunctionName } from './declaration'
import { differenceOf } from './difference'
import type { Environment } from './environment'
import { followingVariables } from './following'
import type { Plan } from './plan'
import { byHand, type Commit, checkedVariables, ofCommit, ofEnvironment } from './preflight'
import { type Surroundings, secretOf, variablesOf, withoutSecrets } from './secrets'
import type { Outside } from './smoke'
import { aliasOf, type Reading, standingIn } from './standing'
import { type Wanted, wantedOf } from './wanted'

export interface Site {
  readonly environment: Environment
  readonly surroundings: Surroundings
  readonly reading: Reading
  readonly outside: Outside
  readonly commit: Commit
  bundleOf(name: FunctionName): Bundle
  /** Where receipts are kept. */
  readonly receipts: string
  /** A line for who deploys. */
  say(line: string): void
}

/** Says nothing that holds a secret of the environment's. */
export function cleanOf({ environment, surroundings }: Pick<Site, 'environment' | 'surroundings'>) {
  const { secrets, account, wechatToken } = environment
  const named = [...Object.entries(secrets), ...Object.entries({ ...account, wechatToken })]
  const values = named.flatMap(([name, source]) => {
    const value = source ? secretOf(name, source, surroundings) : ''
    return typeof value === 'string' && value !== '' ? [value] : []
  })
  return withoutSecrets([...values, ...followingIn(environment, surroundings)])
}

/** What follows from the keys is as secret as they are; nothing where they are not whole. */
function followingIn(environment: Environment, surroundings: Surroundings): string[] {
  try {
    return Object.values(followingVariables(variablesOf(environment, surroundings).values))
  } catch {
    return []
  }
}

export interface Looked {
  readonly plan: Plan
  readonly wanted: Wanted
}

/** Looks at all of it, and changes nothing. */
export async function look(site: Site, prune: boolean): Promise<Looked> {
  const { environment, reading, commit, surroundings } = site
  const variables = await checkedVariables(environment, surroundings)
  const wanted = wantedOf({
    git: commit.isClean ? commit.id : `${commit.id}.dirty`,
    publicOrigin: environment.publicOrigin,
    variables: variables.values,
    bundleOf: (name) => site.bundleOf(name),
  })
  const standing = await standingIn(reading, wanted)
  const difference = differenceOf(wanted, standing, { prune })
  const problems = [
    ...ofEnvironment(environment, standing.environment),
    ...ofCommit(commit, environment),
    ...variables.problems,
    ...difference.problems,
  ]
  const told = byHand(environment, standing.environment, surroundings.repository)
  return { plan: { ...difference, problems, byHand: told }, wanted }
}

/** The version that callers of each function reach; `-` where there is no function. */
export async function versionsIn({ reading }: Site): Promise<Record<string, string>> {
  const versions: [string, string][] = []
  for (const name of FUNCTION_NAMES) {
    const there = await reading.manager.function(name)
    versions.push([name, there ? (await aliasOf(reading.manager, name)).version : '-'])
  }
  return Object.fromEntries(versions)
}
