import type { Region } from '../../domain/kernel/regions'

/** The basis of a rule: the notice's words, our reading, its silence, or a missing official table. */
export type RuleState = 'stated' | 'reading' | 'silent' | 'missing'

export interface PolicyRule {
  id: string
  title: string
  /** The value as a sentence. */
  value: string
  state: RuleState
  clauseId: string | null
  /** The notice in which the words stand, by number and title; empty where there are none. */
  document: string
  /** The notice's own words. */
  words: string
  /** Our reason, or what is unsaid or missing. */
  note: string
}

/** One line of the page; `more` are the rules that stand behind it beside its own. */
export interface PolicyLine extends PolicyRule {
  more: PolicyRule[]
}

export type SectionId =
  | 'requirement'
  | 'counts'
  | 'exam'
  | 'not-counted'
  | 'review'
  | 'dates'
  | 'make-up'
  | 'titles'
  | 'deemings'
  | 'fees'
  | 'help'

export interface PolicySection {
  id: SectionId
  title: string
  lines: PolicyLine[]
}

export interface PolicyDocument {
  number: string
  title: string
  issuedOn: string | null
}

interface Asked {
  region: Region
  regionName: string
  year: number
  /** Years that have a standard, newest first. */
  years: number[]
}

/** One region's policy for one year, in the order of a trainee's questions. */
export interface PolicyView extends Asked {
  state: 'told'
  documents: PolicyDocument[]
  version: string
  sections: PolicySection[]
}

/** No pack speaks of that year: said, with the years that have one. */
export interface NoPolicyView extends Asked {
  state: 'no-rule'
}

/** Until when the hours of a past year can be earned, or until when they could; the clause with its words. */
export interface MakeUpYear {
  year: number
  /** `unruled`: no notice says whether, so it stays closed. */
  state: 'open' | 'closed' | 'unruled'
  /** The last day, `YYYY-MM-DD`; null where none is set. */
  lastDay: string | null
  rule: PolicyRule | null
}
