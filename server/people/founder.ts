import { ADMINISTERS } from '../../domain/organisation/roles'
import type { Context } from '../kernel/context'
import { record } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { Transaction } from '../kernel/store/port'
import { claimIdentity } from './claim-identity'
import type { FoundingDocument, PersonDocument } from './documents'
import { foundingBehind, isFoundingCode } from './founding-code'
import { withGrant } from './held-roles'
import { refuseUnusable } from './read-token'

/** What the person reads who was verified so, and whoever looks at their registration. */
const FOUNDER_NOTE = '凭开通码登记，是本机构的第一位审核人'

/** Nobody of the tree gives the first role of it. */
const NOBODY = { _id: '', name: '' }

/**
 * The founding whose code this caller presents and may still use, as it stands in this transaction: of two who present one
 * code, the second finds it used. Null where it is another kind of code, or this account used it already.
 */
export async function foundingToUse(
  tx: Transaction,
  ctx: Context,
  token: string | undefined,
): Promise<FoundingDocument | null> {
  if (token === undefined || !isFoundingCode(token)) return null
  const founding = await foundingBehind(tx, token, ctx.ports.secrets)
  if (!founding) refuse('TOKEN_UNKNOWN', {})
  refuseUnusable(founding, ctx)
  return founding.usedBy === ctx.openid ? null : founding
}

type Candidate = Pick<
  PersonDocument,
  '_id' | 'name' | 'mobileMasked' | 'roles' | 'binding' | 'bindingNote' | 'unitName'
>

/**
 * The person as the first reviewer of the founding's body, verified and with the roles of its administrator; in the same
 * transaction the code is used. The caller writes the person.
 */
export async function appointed<P extends Candidate>(
  tx: Transaction,
  ctx: Context,
  { person, founding }: { person: P; founding: FoundingDocument },
): Promise<P> {
  const { _id: region, orgId, codeNumber } = founding
  const { _id: personId, unitName: orgName } = person
  let founder: P = { ...person, binding: 'verified', bindingNote: FOUNDER_NOTE }
  for (const role of ADMINISTERS.bureau)
    founder = await withGrant(tx, founder, {
      giving: { role, orgId, until: null, by: NOBODY },
      now: ctx.now,
    })
  await tx.replace('foundings', { ...founding, usedBy: ctx.openid })
  await record(tx, ctx, {
    id: `founder-appointed:${region}:${codeNumber}`,
    kind: 'founder-appointed',
    subject: { of: 'person', id: personId },
    by: { actorId: personId, role: 'trainee', scope: orgId },
    before: `第 ${codeNumber} 个开通码`,
    after: ADMINISTERS.bureau.join('、'),
    payload: { personId, orgName },
  })
  return founder
}

/**
 * Somebody who is registered scans a founding code. One of the body's own people becomes its first reviewer; who is
 * registered elsewhere keeps that registration, and the code stays for somebody else.
 */
export const appointByScan = (
  ctx: Context,
  person: PersonDocument,
  code: string | undefined,
): Promise<PersonDocument> =>
  ctx.store.transact(async (tx) => {
    const founding = await foundingToUse(tx, ctx, code)
    const standing = await tx.get('persons', person._id)
    if (!founding || !standing) return standing ?? person
    if (standing.unitId !== founding.orgId) refuse('REGISTERED_ELSEWHERE', { unitName: standing.unitName })
    if (standing.binding !== 'verified') await claimIdentity(tx, ctx, standing)
    return tx.replace('persons', await appointed(tx, ctx, { person: standing, founding }))
  })
