// The closed lists of a notice and its facts, as JSON and YAML name their members.
export { HELD_LEVELS } from '../../domain/title/held-title'

export const CONDITIONS = [
  'exam-passed',
  'plan-approved',
  'organiser-recognised',
  'study-record-kept',
  'documented',
  'within-specialty',
  'provider-certified',
  'courseware-audited',
  'published',
  'outcome-recognised',
] as const
export const EVIDENCE = [
  'title',
  'organiser',
  'from-to',
  'hours',
  'days',
  'travel-days',
  'certificate-number',
  'level',
  'author-rank',
  'doi',
  'isbn',
  'patent-number',
  'school',
  'document-number',
  'photo',
] as const
export const PEOPLE = [
  'enterprise',
  'institution',
  'intermediary',
  'temporary',
  'central-unit',
  'private-unit',
  'garrison-kindergarten',
  'no-unit',
] as const

export const LEVELS = ['junior', 'middle', 'senior'] as const
export const LINES = ['health', 'accounting', 'other'] as const
