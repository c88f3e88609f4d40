/**
 * The closed list of refusals: one code for each cause, with its details. A screen turns each code into a
 * Chinese sentence with the way out. A use case that answers with a refusal has written nothing.
 */
export interface Refusals {
  // The call itself
  INPUT_INVALID: { fields: readonly string[] }
  INPUT_TOO_LARGE: { limitBytes: number }
  CALL_FORGED: { field: string }
  CALLER_UNKNOWN: Empty
  BUSY: Empty
  /** More than one of our limits allows (`server/kernel/our-limits.ts`); from then on it may be tried again. */
  TOO_OFTEN: { againAt: number }
  // Identity
  NAME_MALFORMED: Empty
  /** A character of the name has a private code, which only the system that wrote it can show. */
  NAME_UNREADABLE: Empty
  ID_NUMBER_MALFORMED: Empty
  ID_NUMBER_CHECKSUM: Empty
  ID_NUMBER_DATE: Empty
  ID_NUMBER_AREA: Empty
  ID_NUMBER_UNDER_AGE: { minimumAgeYears: number }
  ID_NUMBER_TAKEN: Empty
  /** Something was learned as one person already: the account cannot become another one. */
  IDENTITY_FIXED: { name: string; idNumberMasked: string }
  ALREADY_REGISTERED: Empty
  PHONE_CODE_INVALID: Empty
  PHONE_CODE_USED: Empty
  PHONE_MISSING: Empty
  CONSENT_MISSING: { currentVersion: string }
  UNIT_UNKNOWN: Empty
  NOT_REGISTERED: Empty
  /** Something about the person's learning is not decided yet: its evidence has to be there until it is. */
  ERASURE_WAITS: { matters: readonly ('case' | 'check' | 'voiding' | 'objection')[] }
  /** The unit moved this person's binding to another WeChat account. */
  BINDING_MOVED: { at: number; orgName: string }
  /** Nobody is about to move this account any more: it was moved, kept, or objected to. */
  REBIND_CLOSED: Empty
  // QR codes
  TOKEN_UNKNOWN: Empty
  /** The QR code is not of this platform. */
  TOKEN_FOREIGN: Empty
  TOKEN_EXPIRED: { expiredAt: number }
  TOKEN_USED: Empty
  /** A founding code makes nobody the first reviewer of one body who is registered with another. */
  REGISTERED_ELSEWHERE: { unitName: string }
  // Roles and review
  ROLE_MISSING: { role: string }
  OUT_OF_SCOPE: Empty
  SELF_REVIEW: Empty
  PERSON_UNKNOWN: Empty
  BINDING_ALREADY_DECIDED: { binding: string }
  /** The title was decided, or another one said, since it was read. */
  TITLE_CHANGED: Empty
  /** The move was decided, withdrawn or asked for anew (`waiting`) since it was read. */
  MOVE_CLOSED: { state: 'waiting' | 'confirmed' | 'refused' | 'withdrawn' }
  // Courses and watching
  COURSE_UNKNOWN: Empty
  LECTURE_UNKNOWN: Empty
  LECTURE_UNAVAILABLE: Empty
  /** Its questions were answered wrong too often: the unit's reviewer lifts it. */
  LECTURE_STOPPED: { lectureTitle: string; unitName: string }
  YEAR_CLOSED: { year: number; closedOn: string; clauseId: string }
  /** Hours of a past year: the trainee has not confirmed yet that they know which year these hours fill. */
  MAKE_UP_UNCONFIRMED: { year: number; currentYear: number }
  SESSION_UNKNOWN: Empty
  SESSION_FOREIGN: Empty
  SESSION_REPLACED: { replacedAt: number }
  SESSION_ELSEWHERE: { lectureTitle: string; deviceName: string }
  REPORT_MALFORMED: { reason: 'empty-range' | 'reversed-range' | 'too-many-ranges' | 'negative' }
  CHALLENGE_UNKNOWN: Empty
  // Exams
  EXAM_LOCKED: { lecturesLeft: number }
  EXAM_TOO_SOON: { nextAt: number }
  /** Sat once, and no unit has confirmed yet who this is. */
  EXAM_UNVERIFIED: Empty
  EXAM_ATTEMPTS_EXHAUSTED: { attempts: number }
  EXAM_ALREADY_PASSED: { scorePercent: number }
  EXAM_BANK_TOO_SMALL: { kind: string; needed: number; have: number }
  ATTEMPT_UNKNOWN: Empty
  ATTEMPT_FOREIGN: Empty
  ATTEMPT_CLOSED: Empty
  ATTEMPT_DEADLINE_PASSED: { deadlineAt: number }
  QUESTION_NOT_ON_PAPER: { questionId: string }
  ANSWER_MALFORMED: { questionId: string }
  // Fees
  NO_FEE_RULE: { region: string; year: number }
  FEE_ABOVE_CAP: { askedFenPerHour: number; capFenPerHour: number; clauseId: string }
  FEE_LINE_FORBIDDEN: { line: string; clauseId: string }
  // Claims and review
  CLAIM_UNKNOWN: Empty
  CLAIM_CLOSED: { state: string }
  /** The claim was submitted again, or moved on, since it was read. */
  CLAIM_CHANGED: { revision: number }
  /** The law's hard date has passed (QH23-12). */
  CLAIM_TOO_LATE: { closedOn: string; clauseId: string }
  CLAIM_KIND_UNKNOWN: { kind: string }
  CLAIM_EXCLUDED: { label: string; clauseId: string }
  CLAIM_CATEGORY: { clauseId: string }
  /** Learned later than the year it is to fill, and not on a route of make-up (NY22-20, SX22-14). */
  CLAIM_MAKE_UP: { year: number; clauseId: string }
  EVIDENCE_MISSING: { fields: readonly string[] }
  EVIDENCE_USED: { clauseId: string }
  /** A provider or this platform recorded this learning by itself: nobody declares it again (NY22-16). */
  LEARNED_ALREADY: { title: string; year: number; clauseId: string }
  /** The unit's archive has no line of this study (NY22-9). */
  STUDY_RECORD_MISSING: { unitName: string; clauseId: string }
  /** A claim stands on the archive line: the line can neither be claimed again nor be changed. */
  STUDY_RECORD_USED: { title: string }
  /** The archive line was rewritten or withdrawn since it was read. */
  STUDY_RECORD_CHANGED: Empty
  /** The region's notice asks no unit for a study archive. */
  STUDY_RECORD_UNRULED: { regionName: string }
  STEP_ALREADY_DECIDED: { byName: string; at: number }
  HOURS_ABOVE_CLAIMED: { hours: number }
  CERTIFYING_WITHDRAWN: { orgName: string }
  FILE_TYPE: { name: string; format: OtherFormat }
  /** The file is cut off, or nothing is in it that could be shown. */
  FILE_DAMAGED: { name: string }
  /** The file opens with a password alone. */
  FILE_LOCKED: { name: string }
  /** The document runs something when it is opened. */
  FILE_ACTIVE: { name: string }
  FILE_EMPTY: { name: string }
  FILE_TOO_LARGE: { name: string; limitBytes: number }
  FILE_UNKNOWN: Empty
  // Oversight
  SAMPLE_EMPTY: Empty
  ENTRY_UNKNOWN: Empty
  /** The objection is about hours that count: nothing was voided. */
  ENTRY_NOT_VOID: Empty
  OBJECTION_FILED: { at: number }
  OBJECTION_CLOSED: { state: string }
  /** The law asks for two persons: who did the first half cannot do the second. */
  SECOND_PERSON_NEEDED: { byName: string }
  CASE_CLOSED: { state: string }
  /** The region's notice keeps no record of dishonesty. */
  INTEGRITY_UNRULED: { regionName: string }
  // Organisations
  ORG_UNKNOWN: Empty
  ORG_NOT_VERIFIED: { orgName: string }
  ORG_NAME_TAKEN: { orgName: string }
  /** Somebody else registered the same name here, and the reviewer was not shown it. */
  ORG_NAMESAKE: { orgName: string }
  GRANT_BEYOND_OWN: Empty
  /** A body above said otherwise, or has to say it: those below it do not overturn it. */
  DECIDED_ABOVE: { orgName: string }
  /** Who is to be confirmed changed their own registration since it was read, or did not register with that body. */
  REGISTRATION_CHANGED: Empty
  // Hours from outside
  PROVIDER_UNKNOWN: { providerId: string }
  PROVIDER_KEY_WITHDRAWN: { keyId: number }
  PUBLIC_KEY_MALFORMED: Empty
  /** The key was withdrawn, or belongs to another provider: it is never set again. */
  PUBLIC_KEY_USED: { isWithdrawn: boolean }
  BATCH_REGION: { region: string }
  BATCH_SIGNATURE: Empty
  /** This part of the month was received before, with other content. */
  BATCH_CONFLICT: { batchId: string }
  BATCH_UNKNOWN: Empty
  // Spreadsheets and rosters
  /** What was given in place of an .xlsx, as far as its bytes tell. */
  SHEET_NOT_XLSX: { given: ForeignFile }
  SHEET_MACRO: Empty
  /** The sheet is larger than the limit when unpacked (a zip bomb is refused here too). */
  SHEET_TOO_LARGE: { limitBytes: number }
  SHEET_TOO_LONG: { sheetName: string; rows: number; limit: number }
  SHEET_TOO_WIDE: { sheetName: string; columns: number; limit: number }
  SHEET_MERGED: { sheetName: string; row: number; column: number }
  SHEET_FORMULA: { sheetName: string; row: number; column: number }
  /** The titles were not found; the sheets that people see, of which the phone lets one choose. */
  SHEET_COLUMNS_MISSING: { sheetName: string; titles: readonly string[]; sheets: readonly SheetToChoose[] }
  SHEET_EMPTY: { sheetName: string }
  /** Every ID number of the sheet is stored as a number, which keeps 15 digits of 18. */
  SHEET_ID_AS_NUMBER: { sheetName: string; rows: number }
  IMPORT_UNKNOWN: Empty
  IMPORT_STATE: { state: string }
  // Hours and certificates
  NO_RULE_FOR_YEAR: { region: string; year: number }
  TITLE_LEVEL_UNKNOWN: { level: string }
  ENTRY_CONFLICT: { entryId: string }
  /** An act has this id already, and it was another: another person's, or about something else. */
  ACT_CONFLICT: { actId: string }
  YEAR_INCOMPLETE: { missingPublicHours: number; missingProfessionalHours: number }
  BINDING_UNVERIFIED: Empty
  CERTIFICATE_MALFORMED: Empty
  CERTIFICATE_SIGNATURE: Empty
  CERTIFICATE_UNKNOWN: Empty
}

type Empty = Record<string, never>

/** What a file is that is not taken as evidence: each has another way out. */
export type OtherFormat =
  | 'heic'
  | 'avif'
  | 'webp'
  | 'gif'
  | 'bmp'
  | 'tiff'
  | 'video'
  | 'office'
  | 'archive'
  | 'other'

/** Files that people take for a sheet that can be brought in; `broken` was one. */
export type ForeignFile =
  | 'xls'
  | 'xlsb'
  | 'csv'
  | 'ods'
  | 'numbers'
  | 'password'
  | 'html'
  | 'xml'
  | 'document'
  | 'archive'
  | 'picture'
  | 'pdf'
  | 'broken'
  | 'other'

/** A sheet of a workbook with the row that looks most like its titles, for somebody to say which column is what. */
export interface SheetToChoose {
  /** Its place among the tabs, from 0. */
  sheet: number
  name: string
  /** The row of the columns' words, from 1. */
  row: number
  columns: readonly { column: number; title: string }[]
}

export type RefusalCode = keyof Refusals
export type Refusal<C extends RefusalCode = RefusalCode> = {
  [K in C]: { readonly code: K; readonly details: Refusals[K] }
}[C]

/** Builds a refusal: `refusal('EXAM_TOO_SOON', { nextAt })`, `refusal('BUSY', {})`. */
export const refusal = <C extends RefusalCode>(code: C, details: Refusals[C]): Refusal<C> & Refusal =>
  ({ code, details }) as Refusal<C> & Refusal
