// `plan`, `apply`, `status` and `rollback`. Each gives back its exit code: 0 nothing is left to do, 2 something is.
import { carryOut, type Done } from './carry-out'
import { FUNCTION_NAMES } from './declaration'
import { gitIn } from './identity'
import { checkKeptPlan, keepPlan, sentencesOf, toldProblem } from './plan'
import { stop } from './problem'
import { keepReceipt, type Receipt, receiptIn } from './receipt'
import { cleanOf, type Looked, look, type Site, versionsIn } from './site'
import { type Checked, smokeChecks } from './smoke'
import { aliasOf, settled } from './standing'
import { sentenceOf } from './step'

export const NOTHING = 0
export const REFUSED = 1
export const CHANGES = 2

export async function plan(
  site: Site,
  { out, prune }: { out: string | undefined; prune: boolean },
): Promise<number> {
  const { plan: seen } = await look(site, prune)
  for (const line of sentencesOf(seen)) site.say(line)
  if (out !== undefined) keepPlan(out, site.environment, seen, site.reading.waiting.now())
  if (seen.problems.length > 0) return REFUSED
  return seen.steps.length === 0 ? NOTHING : CHANGES
}

export async function apply(
  site: Site,
  { file, prune }: { file: string | undefined; prune: boolean },
): Promise<number> {
  const looked = await look(site, prune)
  const { problems } = looked.plan
  if (problems.length > 0) {
    for (const problem of problems) site.say(toldProblem(problem))
    return REFUSED
  }
  checkKeptPlan(file, site.environment, looked.plan, site.reading.waiting.now())
  return recorded(site, looked)
}

async function recorded(site: Site, looked: Looked): Promise<number> {
  const { plan: seen, wanted } = looked
  const receipt = begin(site, { command: 'apply', git: wanted.git, plan: seen.steps.map(sentenceOf) })
  const checks: Checked[] = []
  const work = async (done: (one: Done) => void): Promise<void> => {
    await carryOut(seen.steps, wanted, site.reading, done)
    checks.push(...(await smoked(site, looked)))
    for (const { sentence, passed } of checks) site.say(`${passed ? '✓' : '✗'} ${sentence}`)
  }
  await finish(site, receipt, checks, work)
  for (const line of seen.byHand) site.say(`要人来做：${line}`)
  return checks.every(({ passed }) => passed) ? NOTHING : REFUSED
}

function smoked({ environment, reading, outside }: Site, { wanted }: Looked): Promise<Checked[]> {
  const { publicOrigin } = environment
  const key = wanted.functions.find(({ name }) => name === 'web')?.variables.XUESHI_SIGN_PUBLIC_KEY ?? ''
  return smokeChecks({
    manager: reading.manager,
    waiting: reading.waiting,
    outside,
    publicOrigin: publicOrigin === null ? null : new URL(publicOrigin).origin,
    publicKeyHex: key,
    collection: 'persons',
  })
}

type Begun = Pick<Receipt, 'command' | 'git' | 'plan' | 'environment' | 'envId' | 'stage' | 'begunAt'>

const timeIn = ({ reading }: Site): string => new Date(reading.waiting.now()).toISOString()

const begin = (site: Site, given: Pick<Receipt, 'command' | 'git' | 'plan'>): Begun => {
  const { name, envId, stage } = site.environment
  return { ...given, environment: name, envId, stage, begunAt: timeIn(site) }
}

/** Whatever happens, a receipt says how far it came. */
async function finish(
  site: Site,
  begun: Begun,
  checks: Checked[],
  work: (done: (one: Done) => void) => Promise<void>,
): Promise<void> {
  const clean = cleanOf(site)
  const done: Done[] = []
  let failure: string | null = null
  try {
    await work((one) => {
      done.push(one)
      site.say(`完成：${one.sentence}`)
    })
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error)
    throw error
  } finally {
    // A platform that answers nothing any more does not keep the receipt from being written.
    const versions = await versionsIn(site).catch(() => ({}))
    const kept = { ...begun, endedAt: timeIn(site), done, checks, versions, failure }
    site.say(`回执：${keepReceipt(site.receipts, kept, clean)}`)
  }
}

export async function status(site: Site): Promise<number> {
  const { manager } = site.reading
  for (const name of FUNCTION_NAMES) {
    const facts = await manager.function(name)
    if (!facts) {
      site.say(`函数 ${name}：没有`)
      continue
    }
    const { version } = await aliasOf(manager, name)
    const reached = (await manager.versions(name)).find((one) => one.version === version)
    const git = gitIn(reached?.description ?? facts.description) ?? '不认识的代码'
    site.say(`函数 ${name}：版本 ${version}，提交 ${git}，${facts.runtime}，${facts.status}`)
  }
  const { plan: seen } = await look(site, false)
  for (const line of sentencesOf({ ...seen, byHand: [] })) site.say(line)
  return seen.steps.length + seen.problems.length === 0 ? NOTHING : CHANGES
}

/** Callers reach again what the receipt says that they reached then; nothing else goes back. */
export async function rollback(site: Site, { to }: { to: string | undefined }): Promise<number> {
  if (to === undefined) return stop('RECEIPT_ASKED', '回到哪一次部署？给出回执：rollback --to 文件。')
  const then = receiptIn(to)
  const { environment, reading } = site
  if (then.envId !== environment.envId)
    stop('RECEIPT_OF_ANOTHER', `这份回执是环境 ${then.envId} 的，不是 ${environment.envId} 的。`)
  const moves = await movesTo(site, then.versions)
  const sentence = ([name, version]: readonly [string, string]): string => `函数 ${name} 回到版本 ${version}`
  const begun = begin(site, { command: 'rollback', git: then.git, plan: moves.map(sentence) })
  await finish(site, begun, [], async (done) => {
    for (const move of moves) {
      const [name, version] = move
      const requestId = await reading.manager.pointAlias(name, version)
      await settled(reading, name)
      done({ sentence: sentence(move), requestId })
    }
  })
  site.say('集合、索引、环境变量和数据不动；手机上的版本在小程序后台“版本回退”。')
  return NOTHING
}

/** Stops before the first move where one of them cannot be made. */
async function movesTo(
  { reading: { manager } }: Site,
  versions: Readonly<Record<string, string>>,
): Promise<(readonly [string, string])[]> {
  const moves: (readonly [string, string])[] = []
  for (const [name, version] of Object.entries(versions).filter(([, one]) => /^\d+$/.test(one))) {
    const there = await manager.versions(name)
    if (!there.some((one) => one.version === version))
      stop('VERSION_GONE', `函数 ${name} 没有版本 ${version} 了；重新部署那次的提交。`)
    if ((await aliasOf(manager, name)).version !== version) moves.push([name, version])
  }
  return moves
}
