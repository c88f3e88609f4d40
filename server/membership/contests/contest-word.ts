import type { ContestDocument, ContestWord, PersonDocument } from '../../people/documents'

/** The word that decided, as the contest shows it to both sides. */
export const decidedBy = ({
  reason,
  decisionId,
  name,
  orgName,
}: ContestWord): Pick<ContestDocument, 'reason' | 'decisionId' | 'decidedByName' | 'decidedForName'> => ({
  reason,
  decisionId,
  decidedByName: name,
  decidedForName: orgName,
})

export const actingAs = ({ personId, role, orgId }: ContestWord) => ({
  actorId: personId,
  role,
  scope: orgId,
})

/** Which account a person has, as far as a log may say it, and what it may do: roles go along with the person. */
export function standingOf({ openid, mobileMasked, roles }: PersonDocument): string {
  const held = roles.map(({ role, orgId }) => `${role}@${orgId}`).join('、')
  return `微信尾号 ${openid.slice(-6)}，手机 ${mobileMasked}${held === '' ? '' : `，同一人，角色不变：${held}`}`
}
