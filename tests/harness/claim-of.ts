import { hoursOf } from '../../domain/kernel/hours'
import { instant } from '../../domain/kernel/instant'
import type { ClaimDocument } from '../../server/claims/filing/documents'

/** 2022-08-15 10:00 in Beijing. */
const AT = instant(Date.UTC(2022, 7, 15, 2))

/** A paper of eight hours as its submission leaves it, with what differs; a new field of a claim is given here. */
export const claimOf = (differs: Partial<ClaimDocument> = {}): ClaimDocument => ({
  ...{ _id: 'c', version: 1, personId: 'p', personName: '王小明', unitId: 'u', unitName: '青松院' },
  ...{ region: 'shandong', targetYear: 2022, kind: 'paper', kindLabel: '论文', title: '灌区节水论文' },
  subject: { type: 'hours', item: { id: 'c', kind: 'paper', earnedAt: AT, meets: [] } },
  ...{ fields: {}, attachments: [], before: null, queueOrgId: '', bureauId: '', queueDueAt: 0 },
  ...{ policyVersion: '', oddities: [], submittedAt: AT, entryId: null, state: 'submitted' },
  ...{ steps: [], stepIndex: 0, revision: 1, digest: '', claimedHours: hoursOf(8), recognisedHours: null },
  ...{ asks: [], events: [], dueAt: null, closesAt: null, decisionId: '' },
  ...differs,
})
