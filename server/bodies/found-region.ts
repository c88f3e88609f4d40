import { type Instant, plusDays } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import type { Context } from '../kernel/context'
import { OUR_PERIODS } from '../kernel/our-periods'
import { record } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { Transaction } from '../kernel/store/port'
import type { FoundingDocument } from '../people/documents'
import { hashOfCode, newFoundingCode } from '../people/founding-code'
import { bodyName } from './body-name'
import type { OrganisationDocument } from './documents'
import { takeName } from './names'
import { newOrganisation } from './new-organisation'
import { keepTerms } from './search-terms'

export interface Founding {
  region: Region
  name: string
  areaCode: string
}

export type Founded =
  | {
      outcome: 'founded' | 'code-again'
      orgName: string
      /** Told here and nowhere again. */
      code: string
      expiresAt: Instant
    }
  /** The region has begun: a reviewer of its first body gives all other roles. */
  | { outcome: 'has-reviewer'; orgName: string }
  /** The region's first body has another name. */
  | { outcome: 'other-body'; orgName: string }

/**
 * Founds a region: its first body, and a code by which the first reviewer of it registers (开通码). It is no procedure,
 * because nobody in the product may do it: whoever holds the keys of the environment runs it. Asked again before there is
 * a reviewer, it makes a fresh code for the same body, and the earlier one is of no use any more. Refuses BUSY where two
 * ask at once, INPUT_INVALID and ORG_NAME_TAKEN for the name.
 */
export async function foundRegion(ctx: Context, given: Founding): Promise<Founded> {
  const founding = { ...given, name: bodyName(given.name) }
  const seen = await ctx.store.get('foundings', given.region)
  const first = await firstBody(ctx, given.region)
  if (first && first.name !== founding.name) return { outcome: 'other-body', orgName: first.name }
  if (first && (await hasReviewer(ctx, first._id))) return { outcome: 'has-reviewer', orgName: first.name }
  const code = newFoundingCode(given.region, ctx)
  const body = await ctx.store.transact(async (tx) => {
    const begun = first ?? (await begin(tx, ctx, founding))
    await keepCode(tx, ctx, { region: given.region, orgId: begun._id, code, seen })
    return begun
  })
  await keepTerms(ctx.store, body)
  const expiresAt = plusDays(ctx.now, OUR_PERIODS.foundingCodeDays)
  return { outcome: first ? 'code-again' : 'founded', orgName: body.name, code, expiresAt }
}

/** All others of a region register below it, and later. */
const EARLIEST_READ = 100

async function firstBody({ store }: Context, region: Region): Promise<OrganisationDocument | null> {
  const equals = { region, kind: 'bureau' }
  const { items } = await store.query('organisations', 'byRegion', { equals, limit: EARLIEST_READ })
  return items.find(({ parentId }) => parentId === null) ?? null
}

async function hasReviewer({ store, now }: Context, orgId: string): Promise<boolean> {
  const equals = { orgId, state: 'valid' }
  for await (const { role, until } of store.each('role-holders', 'byOrg', { equals }))
    if (role === 'bureau-reviewer' && (until === null || now < until)) return true
  return false
}

async function begin(
  tx: Transaction,
  ctx: Context,
  { name, region, areaCode }: Founding,
): Promise<OrganisationDocument> {
  const id = `b${Buffer.from(ctx.dice.bytes(12)).toString('hex')}`
  const body = await tx.insert(
    'organisations',
    newOrganisation(
      { id, name, kind: 'bureau', region, areaCode, parent: null },
      { state: 'verified', at: ctx.now },
    ),
  )
  await takeName(tx, body, body)
  await record(tx, ctx, {
    id: `founded:${id}`,
    kind: 'founded',
    subject: { of: 'organisation', id },
    by: operatorOf(id),
    after: name,
  })
  return body
}

interface Keeping {
  region: Region
  orgId: string
  code: string
  /** The founding as it stood when the reviewers were looked for: one who came since then has used its code. */
  seen: FoundingDocument | null
}

async function keepCode(
  tx: Transaction,
  ctx: Context,
  { region, orgId, code, seen }: Keeping,
): Promise<void> {
  const before = await tx.get('foundings', region)
  if (before?.version !== seen?.version) refuse('BUSY', {})
  const codeNumber = (before?.codeNumber ?? 0) + 1
  const expiresAt = plusDays(ctx.now, OUR_PERIODS.foundingCodeDays)
  await tx.upsert('foundings', before, {
    _id: region,
    orgId,
    codeHash: hashOfCode(code, ctx.ports.secrets),
    codeNumber,
    expiresAt,
    usedBy: null,
  })
  await record(tx, ctx, {
    id: `founding-code-made:${region}:${codeNumber}`,
    kind: 'founding-code-made',
    subject: { of: 'organisation', id: orgId },
    by: operatorOf(orgId),
    before: before && before.usedBy === null ? `第 ${before.codeNumber} 个开通码作废` : '',
    after: `第 ${codeNumber} 个开通码`,
  })
}

/** Whoever holds the keys of the environment: the product does not know them. */
const operatorOf = (scope: string) => ({ actorId: 'operator', role: 'operator', scope }) as const
