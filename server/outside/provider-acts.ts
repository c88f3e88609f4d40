import type { ActingAs } from '../kernel/acts'
import type { OutsideBatchDocument } from './documents'

/** A provider's machine, as the log names it: it acts for its region, and under no body. */
export const providerOf = ({
  providerId,
  region,
}: Pick<OutsideBatchDocument, 'providerId' | 'region'>): ActingAs => ({
  actorId: `provider:${providerId}`,
  role: 'provider',
  scope: region,
})
