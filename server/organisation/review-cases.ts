import type { ReviewCase } from '../../domain/policy/pack'
import type { OrganisationDocument, PersonDocument } from '../account/documents'

type Body = Pick<OrganisationDocument, '_id' | 'kind' | 'line' | 'selfReviewing' | 'isPrivate'>

/**
 * What takes the claims of somebody at this organisation off the usual way; the pack says where each case leads. A line
 * (QH23-2) is that of the nearest body above which leads one, so pass the ancestors, from the unit upwards. Worked
 * example: a nurse of a hospital under the health commission is `health`; somebody registered with a township itself
 * has no unit.
 */
export function reviewCasesOf(
  organisation: Body,
  person: Pick<PersonDocument, 'unitId'>,
  ancestors: readonly Pick<Body, 'line'>[],
): ReviewCase[] {
  const line = [organisation, ...ancestors].find((body) => body.line !== null)?.line ?? null
  return [
    ...(line === null ? [] : [line]),
    ...(organisation.kind === 'township' && person.unitId === organisation._id ? (['no-unit'] as const) : []),
    ...(organisation.isPrivate ? (['private-unit'] as const) : []),
    ...(organisation.selfReviewing ? (['self-reviewing'] as const) : []),
  ]
}
