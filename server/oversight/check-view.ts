import { countSamples } from '../../domain/oversight/spot-check'
import { getAll } from '../kernel/store/idioms'
import type { Reads } from '../kernel/store/port'
import type { SpotCheckDocument } from './documents'
import type { CheckCard, CheckView } from './views'

export const checkCard = ({
  _id: checkId,
  scope,
  year,
  startedAt,
  by,
  samples,
}: SpotCheckDocument): CheckCard => ({
  checkId,
  scopeText: scope.map(({ name, whole }) => (whole ? `${name}及下属单位` : name)).join('、'),
  year,
  startedAt,
  byName: by.name,
  counts: countSamples(samples),
})

/** With each sample's name as its claim has it now, so that who was forgotten is named no more. */
export async function checkView(reads: Reads, check: SpotCheckDocument): Promise<CheckView> {
  const { rule, seed, drawnFrom, orgName } = check
  const claims = await getAll(
    reads,
    'claims',
    check.samples.map(({ claimId }) => claimId),
  )
  const samples = check.samples.map(({ finding, ...sample }, i) => ({
    ...sample,
    personName: claims[i]?.personName ?? '',
    finding: finding && {
      verdict: finding.verdict,
      failed: finding.failed,
      reason: finding.reason,
      evidenceNote: finding.evidenceNote,
      byName: finding.byName,
      at: finding.at,
    },
  }))
  return { ...checkCard(check), rule, seed, drawnFrom, orgName, samples }
}
