import { ZERO_HOURS } from '../kernel/hours'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import type { TitleFacts } from '../policy/facts'
import type { PackLookup } from '../policy/lookup'
import type { PolicyPack, TitleGate } from '../policy/pack'
import { deemingsHeld } from './deemings'
import { countedElsewhere } from './once-ever'
import type { TitleCase } from './title-case'
import type { GateVerdict, TitleVerdict } from './verdict'
import { judgeWindow } from './window-gate'
import { judgeYears } from './years-gate'

/**
 * Judges whether a trainee's learning suffices for a title under the notice of the application year; where
 * that notice is not in force yet, under the latest one in force on the day of application. The standard of
 * each year looked at is its own notice's. Deemings (视同, degree, qualification, waiver) are read here and
 * never become hours. Hours are hundredths.
 * Worked examples: QH23-17 asks four whole years since 2019 for a senior title, and 2019, 2020, 2022 and a
 * verified 2023 are four; NX22-4 asks 360 hours from 2018 to 2021, 120 of them public.
 */
export function judgeTitle(
  lookup: PackLookup,
  facts: TitleFacts,
): Outcome<TitleVerdict, 'NO_RULE_FOR_YEAR' | 'TITLE_LEVEL_UNKNOWN'> {
  const pack = packOf(lookup, facts)
  if (!pack) return refused('NO_RULE_FOR_YEAR', { region: facts.region, year: facts.applicationYear })
  const rule = pack.titles.find(({ level }) => level === facts.level)
  if (!rule) return refused('TITLE_LEVEL_UNKNOWN', { level: String(facts.level) })
  const of = { lookup, facts, pack, elsewhere: countedElsewhere(lookup, facts, pack) }
  const gate = judgeGate(of, rule.gate)
  const verdict = waived(of, {
    packVersion: pack.version,
    level: facts.level,
    applicationYear: facts.applicationYear,
    kind: 'kind' in rule.gate ? rule.gate.kind : 'none',
    waivedBy: null,
    ...gate,
    notes: [...notesOfPack(of), ...gate.notes],
  })
  return accepted(verdict)
}

/** A statute never comes into force as a notice does, and has no rule for titles. */
function packOf(lookup: PackLookup, { region, applicationYear, appliedAt }: TitleFacts): PolicyPack | null {
  const own = lookup.all.find(
    (pack) => pack.region === region && pack.year === applicationYear && pack.inForceFrom.state !== 'silent',
  )
  const inForce = own ?? lookup.windowOf(region, appliedAt)
  return inForce && inForce.year <= applicationYear ? inForce : null
}

function notesOfPack(of: TitleCase): string[] {
  const { pack, facts } = of
  if (pack.year === facts.applicationYear) return elsewhereNotes(of)
  return [
    `${facts.applicationYear}年的通知还没有收进来，先按${pack.year}年的通知看；新通知到了会重新计算。`,
    ...elsewhereNotes(of),
  ]
}

/** Nobody says how hours of another province count: that is told, and nothing is concluded from it. */
function elsewhereNotes({ pack, facts, lookup }: TitleCase): string[] {
  const regions = (facts.otherRegions ?? []).filter((region) => region !== facts.region)
  if (regions.length === 0) return []
  const names = regions.map(
    (region) => lookup.all.find((other) => other.region === region)?.labels.regionName ?? region,
  )
  return [
    `在${names.join('、')}登记的学时没有算进来：通知没有规定外省学时怎样认定。请带上那边的证明，问${pack.labels.regionName}人社部门能否认可。`,
  ]
}

function judgeGate(of: TitleCase, gate: TitleGate): GateVerdict {
  if (!('kind' in gate)) return withoutGate(of, gate)
  return gate.kind === 'years' ? judgeYears(of, gate) : judgeWindow(of, gate)
}

/** The notice has no rule for this title: the verdict says so, and concludes nothing from it. */
function withoutGate(of: TitleCase, gate: Extract<TitleGate, { state: 'silent' }>): GateVerdict {
  const { notes, rules } = deemingsHeld(of, null)
  return {
    met: null,
    deemedBy: null,
    needed: 0,
    consecutive: false,
    chosenYears: [],
    years: [],
    total: null,
    public: null,
    substituted: ZERO_HOURS,
    notes: [gate.note, ...notes],
    rules: [gate, ...rules],
    cures: [],
  }
}

/** A waiver concerns the title's own requirement; the year's requirement stays, and is shown beside it. */
function waived(of: TitleCase, verdict: TitleVerdict): TitleVerdict {
  const waiver = deemingsHeld(of, null).held.find(({ rule }) => rule.covers.value === 'waived')
  if (!waiver) return verdict
  const note = `“${waiver.rule.label}”：申报职称时对继续教育不作要求；每年的学时要求不变。`
  return { ...verdict, met: true, waivedBy: waiver.fact.id, cures: [], notes: [note, ...verdict.notes] }
}
