import type { RuleSource } from './value'
import type { RuleText } from './verdict'

/** Adds title marks, unless the document's name already has them. */
const titled = (document: string): string => (document.includes('《') ? document : `《${document}》`)

/** Words a rule for a person, in each of its states: stated, reading, silent, missing. */
export function ruleText(rule: RuleSource): RuleText {
  switch (rule.state) {
    case 'stated':
      return { clause: rule.clause, state: 'stated', words: rule.words, note: '' }
    case 'reading':
      return { clause: rule.clause ?? null, state: 'reading', words: rule.words ?? '', note: rule.reading }
    case 'silent':
      return { clause: null, state: 'silent', words: '', note: rule.note }
    case 'missing':
      return {
        clause: rule.clause,
        state: 'missing',
        words: rule.words,
        note: `官方表格${titled(rule.document)}没有公布在通知里，学时以审核人认定的为准。`,
      }
  }
}

/** Words several rules, each once, in the order in which they decided. */
export function ruleTexts(rules: readonly (RuleSource | null | undefined)[]): RuleText[] {
  const texts = new Map<string, RuleText>()
  for (const rule of rules) {
    if (!rule) continue
    const text = ruleText(rule)
    texts.set(`${text.clause}|${text.words}|${text.note}`, text)
  }
  return [...texts.values()]
}
