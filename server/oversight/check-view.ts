import { countSamples } from '../../domain/oversight/spot-check'
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

export const checkView = (check: SpotCheckDocument): CheckView => {
  const { rule, seed, drawnFrom, orgName } = check
  const samples = check.samples.map(({ finding, ...sample }) => ({
    ...sample,
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
