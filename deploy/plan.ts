// A plan: what would be done, told in sentences, and known again by its fingerprint.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import type { Environment } from './environment'
import { type Problem, stop } from './problem'
import { type Difference, sentenceOf } from './step'

export interface Plan extends Difference {
  /** What a person does, each time told. */
  readonly byHand: readonly string[]
}

const planFile = z.object({
  environment: z.string(),
  madeAt: z.number(),
  fingerprint: z.string(),
  sentences: z.array(z.string()),
})

/** The same steps in the same environment have the same; values are in no step, hashes of settings are. */
export const fingerprintOf = ({ envId }: Environment, { steps }: Plan): string =>
  createHash('sha256')
    .update(JSON.stringify([envId, steps]))
    .digest('hex')

export function sentencesOf({ steps, problems, notes, byHand }: Plan): string[] {
  return [
    ...part('不能部署', problems.map(toldProblem)),
    ...(steps.length === 0
      ? ['与声明一致，没有要做的。']
      : part(`要做 ${steps.length} 步`, steps.map(sentenceOf))),
    ...part('说明', notes),
    ...part('要人来做（命令做不了，也看不到做没做）', byHand),
  ]
}

export const toldProblem = ({ code, sentence }: Problem): string => `${sentence}〔${code}〕`

const part = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title}：`, ...lines.map((line) => `  · ${line}`), '']

export function keepPlan(file: string, environment: Environment, plan: Plan, now: number): void {
  const kept: z.infer<typeof planFile> = {
    environment: environment.name,
    madeAt: now,
    fingerprint: fingerprintOf(environment, plan),
    sentences: plan.steps.map(sentenceOf),
  }
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`)
}

const MOST_AGE_MS = 30 * 60_000

/** Stops where production was not looked at first, or is not as it was when it was looked at. */
export function checkKeptPlan(
  file: string | undefined,
  environment: Environment,
  plan: Plan,
  now: number,
): void {
  if (file === undefined) {
    if (environment.stage === 'production')
      stop('PLAN_ASKED', '正式环境要先看计划：plan --out 文件，再 apply --plan 那个文件。')
    return
  }
  const kept = keptIn(file)
  if (kept.environment !== environment.name)
    stop('PLAN_OF_ANOTHER', `这份计划是环境 ${kept.environment} 的，不是 ${environment.name} 的。`)
  if (now - kept.madeAt > MOST_AGE_MS || kept.madeAt > now)
    stop('PLAN_TOO_OLD', '这份计划超过 30 分钟了：再看一次计划，再部署。')
  if (kept.fingerprint !== fingerprintOf(environment, plan))
    stop('PLAN_CHANGED', '环境或代码在看过计划以后变了：再看一次计划，再部署。')
}

function keptIn(file: string): z.infer<typeof planFile> {
  try {
    return planFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return stop('PLAN_MALFORMED', `读不了计划文件 ${file}。`)
  }
}
