import * as z from 'zod'
import { yearOf } from '../../domain/kernel/instant'
import { REGIONS, type Region } from '../../domain/kernel/regions'
import type { PolicyPack } from '../../domain/policy/pack'
import type { Context } from '../kernel/context'
import { calendarYear } from '../kernel/inputs'
import { dateLines, makeUpLines, type YearPacks } from './describe/dates'
import { deemingLines } from './describe/deemings'
import { examLines } from './describe/exam'
import { feeLines } from './describe/fees'
import { helpLines } from './describe/help'
import { kindLines } from './describe/kinds'
import { notCountedLines } from './describe/not-counted'
import { requirementLines } from './describe/requirement'
import { reviewLines } from './describe/review'
import { titleLines } from './describe/titles'
import type { NoPolicyView, PolicyDocument, PolicySection, PolicyView } from './views'

export const policyAsked = z.object({ year: calendarYear.optional(), region: z.enum(REGIONS).optional() })

/** The policy of a region and year. Notices are public: a caller who has not registered reads the same. */
export async function showPolicy(
  ctx: Pick<Context, 'store' | 'openid' | 'packs' | 'now' | 'ports'>,
  input: z.infer<typeof policyAsked>,
): Promise<PolicyView | NoPolicyView> {
  const region = input.region ?? (await regionOf(ctx))
  const year = input.year ?? yearOf(ctx.now)
  return policyOf(ctx, region, year)
}

async function regionOf({
  store,
  openid,
  ports,
}: Pick<Context, 'store' | 'openid' | 'ports'>): Promise<Region> {
  const binding = await store.get('bindings', openid)
  const person = binding ? await store.get('persons', binding.personId) : null
  return person?.region ?? ports.homeRegion
}

/** The standard of the year, and the windows of the notice that is in force today. */
export function policyOf(
  { packs, now }: Pick<Context, 'packs' | 'now'>,
  region: Region,
  year: number,
): PolicyView | NoPolicyView {
  const years = [...packs.yearsOf(region)]
  const standard = packs.standardOf(region, year)
  if (!standard.ok) {
    const known = packs.all.find((pack) => pack.region === region)
    return { state: 'no-rule', region, regionName: known?.labels.regionName ?? '', year, years }
  }
  const pack = standard.value
  const inForce = packs.windowOf(region, now)
  return {
    state: 'told',
    region,
    regionName: pack.labels.regionName,
    year,
    years,
    documents: documentsOf(pack),
    version: pack.version,
    sections: sectionsOf({ pack, inForce, year, now }),
  }
}

const documentsOf = ({ documents }: PolicyPack): PolicyDocument[] =>
  Object.values(documents).map(({ number, title, issuedOn }) => ({ number, title, issuedOn }))

/** In the order of a trainee's questions; sections on which the notice has nothing are left out. */
function sectionsOf(packs: YearPacks): PolicySection[] {
  const { pack } = packs
  const sections: PolicySection[] = [
    { id: 'requirement', title: '要学多少', lines: requirementLines(pack) },
    { id: 'counts', title: `什么算${pack.labels.hour}`, lines: kindLines(pack) },
    { id: 'not-counted', title: '什么不算', lines: notCountedLines(pack) },
    { id: 'exam', title: '看课和考试', lines: examLines(pack) },
    { id: 'review', title: '谁审核', lines: reviewLines(pack) },
    { id: 'dates', title: '到什么时候', lines: dateLines(packs) },
    { id: 'make-up', title: '以前年度的补学', lines: makeUpLines(packs) },
    { id: 'titles', title: '申报职称', lines: titleLines(pack) },
    { id: 'deemings', title: '视同和免除', lines: deemingLines(pack) },
    { id: 'fees', title: '收费', lines: feeLines(pack) },
    { id: 'help', title: '去哪里学，问谁', lines: helpLines(pack) },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}
