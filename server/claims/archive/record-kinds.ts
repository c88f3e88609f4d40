import type { Region } from '../../../domain/kernel/regions'
import { asksForRecord, type LearningKind } from '../../../domain/policy/learning-kind'
import type { PolicyPack } from '../../../domain/policy/pack'
import type { Context } from '../../kernel/context'
import { accept, refuse } from '../../kernel/refused'

type Judging = Pick<Context, 'packs' | 'now'>

/** Kinds of a pack that are claimed from the unit's archive; none where the notice asks for no archive. */
export const recordKinds = ({ kinds }: PolicyPack): LearningKind[] =>
  kinds.filter((kind) => kind.route === 'claim' && asksForRecord(kind))

/** Years that are open and whose notice asks for an archive, newest first; none elsewhere. */
export const archiveYears = ({ packs, now }: Judging, region: Region): number[] =>
  packs.yearsOf(region).filter((year) => {
    const standard = packs.standardOf(region, year)
    return standard.ok && recordKinds(standard.value).length > 0 && packs.isYearOpen(region, year, now).ok
  })

export interface ArchiveRules {
  pack: PolicyPack
  kinds: LearningKind[]
}

/** The kinds that a year's archive is about; refuses STUDY_RECORD_UNRULED where its notice asks for none. */
export function archiveRules({ packs }: Pick<Context, 'packs'>, region: Region, year: number): ArchiveRules {
  const pack = accept(packs.standardOf(region, year))
  const kinds = recordKinds(pack)
  return kinds.length > 0
    ? { pack, kinds }
    : refuse('STUDY_RECORD_UNRULED', { regionName: pack.labels.regionName })
}
