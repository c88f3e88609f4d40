// A call as any caller makes it, and what of its answer a test of rights looks at.
import { TRPCError } from '@trpc/server'
import { strFromU8, unzipSync } from 'fflate'
import type { Context } from '../../../server/kernel/context'
import { Refused } from '../../../server/kernel/refused'
import { api } from '../../../server/surface'
import { procedureAt } from './procedure-at'
import type { Answer } from './row'

interface Call {
  path: string
  input: unknown
  /** Names that no answer to this caller may hold. */
  beyond: readonly string[]
}

export async function answered(ctx: Context, { path, input, beyond }: Call): Promise<Answer> {
  try {
    const answer = await procedureAt(api.createCaller(ctx), path)(input)
    expect([path, namesSaid(answer, beyond)]).toEqual([path, []])
    return 'ok'
  } catch (error) {
    return codeOf(error)
  }
}

/** Those of the names that an answer says, in its words or in a sheet that it holds. */
export function namesSaid(answer: unknown, names: readonly string[]): string[] {
  const said = [JSON.stringify(answer ?? null), ...sheetsIn(answer)].join('\n')
  return names.filter((name) => said.includes(name))
}

/** The text of each sheet of an answer: what is exported is compressed, and a name in it is not seen from outside. */
function sheetsIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([field, value]) =>
    field === 'base64' && typeof value === 'string' && value.startsWith('UEsD')
      ? Object.values(unzipSync(Buffer.from(value, 'base64'))).map((part) => strFromU8(part))
      : sheetsIn(value),
  )
}

/** A refusal's code; a fault of ours is none, and fails. */
function codeOf(error: unknown): Answer {
  const cause = error instanceof TRPCError ? error.cause : error
  if (cause instanceof Refused) return cause.refusal.code
  if (error instanceof TRPCError && error.code === 'BAD_REQUEST') return 'INPUT_INVALID'
  throw error
}
