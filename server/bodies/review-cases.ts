import type { ReviewCase } from '../../domain/policy/pack'
import type { OrganisationDocument } from './documents'

type Body = Pick<OrganisationDocument, 'kind' | 'line' | 'selfReviewing' | 'isPrivate'>

/**
 * The cases in which claims of an organisation's people leave the usual review chain; the pack decides where each
 * case leads. A line (QH23-2) is that of the nearest body above which leads one, so `ancestors` go from the unit
 * upwards. Worked example: a nurse of a hospital under the health commission is `health`; a person registered with a
 * township has no unit.
 */
export function reviewCasesOf(organisation: Body, ancestors: readonly Pick<Body, 'line'>[]): ReviewCase[] {
  const line = [organisation, ...ancestors].find((body) => body.line !== null)?.line ?? null
  return [
    ...(line === null ? [] : [line]),
    ...(organisation.kind === 'unit' ? [] : (['no-unit'] as const)),
    ...(organisation.isPrivate ? (['private-unit'] as const) : []),
    ...(organisation.selfReviewing ? (['self-reviewing'] as const) : []),
  ]
}
