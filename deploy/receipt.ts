// What was done, kept beside the repository's files and never in it: steps, numbers of requests, versions. No value of a variable.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { stop } from './problem'

const receipt = z.object({
  environment: z.string(),
  envId: z.string(),
  stage: z.string(),
  command: z.enum(['apply', 'rollback']),
  git: z.string(),
  begunAt: z.string(),
  endedAt: z.string(),
  /** What was to be done, before it began. */
  plan: z.array(z.string()),
  done: z.array(z.object({ sentence: z.string(), requestId: z.string() })),
  checks: z.array(z.object({ sentence: z.string(), passed: z.boolean() })),
  /** Of each function, the version that callers reach afterwards. */
  versions: z.record(z.string(), z.string()),
  /** Null where all of it was done. */
  failure: z.string().nullable(),
})
export type Receipt = z.infer<typeof receipt>

/** Writes it under its environment and time, and gives back the file: `production-20261130T093000Z.json`. */
export function keepReceipt(folder: string, kept: Receipt, clean: (text: string) => string): string {
  mkdirSync(folder, { recursive: true })
  const time = kept.endedAt.replace(/[-:]|\.\d+/g, '')
  const file = path.join(folder, `${kept.environment}-${time}.json`)
  writeFileSync(file, `${clean(JSON.stringify(kept, null, 2))}\n`)
  return file
}

export function receiptIn(file: string): Receipt {
  try {
    return receipt.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return stop('RECEIPT_MALFORMED', `读不了回执 ${file}。`)
  }
}
