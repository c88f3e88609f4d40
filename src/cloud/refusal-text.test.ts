import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { RefusalCode, Refusals } from '@domain/kernel/refusal'
import { TRPCClientError } from '@trpc/client'
import { errorText, refusalText } from './refusal-text'

const AT = Date.parse('2022-08-15T10:00:00+08:00')

/** Details for those codes that carry some; every other code is tried with none. */
const DETAILS: Partial<{ [C in RefusalCode]: Refusals[C] }> = {
  INPUT_INVALID: { fields: ['name', 'idNumber'] },
  INPUT_TOO_LARGE: { limitBytes: 102_400 },
  CALL_FORGED: { field: 'openid' },
  TOO_OFTEN: { againAt: AT },
  ID_NUMBER_UNDER_AGE: { minimumAgeYears: 16 },
  ERASURE_WAITS: { matters: ['case', 'objection'] },
  IDENTITY_FIXED: { name: '王小明', idNumberMasked: '9901**********1234' },
  CONSENT_MISSING: { currentVersion: '2022-08' },
  BINDING_MOVED: { at: Date.parse('2022-08-15T10:00:00+08:00'), orgName: '长宁市第一中学' },
  REGISTERED_ELSEWHERE: { unitName: '长宁市第一中学' },
  TOKEN_EXPIRED: { expiredAt: AT },
  ROLE_MISSING: { role: 'unit-reviewer' },
  BINDING_ALREADY_DECIDED: { binding: 'verified' },
  MOVE_CLOSED: { state: 'withdrawn' },
  YEAR_CLOSED: { year: 2021, closedOn: '2022-09-30', clauseId: 'SX22-11' },
  MAKE_UP_UNCONFIRMED: { year: 2021, currentYear: 2022 },
  SESSION_REPLACED: { replacedAt: AT },
  SESSION_ELSEWHERE: { lectureTitle: '第一讲', deviceName: '' },
  REPORT_MALFORMED: { reason: 'negative' },
  EXAM_LOCKED: { lecturesLeft: 2 },
  EXAM_TOO_SOON: { nextAt: AT },
  EXAM_ATTEMPTS_EXHAUSTED: { attempts: 3 },
  EXAM_ALREADY_PASSED: { scorePercent: 88 },
  EXAM_BANK_TOO_SMALL: { kind: 'single', needed: 90, have: 12 },
  ATTEMPT_DEADLINE_PASSED: { deadlineAt: AT },
  QUESTION_NOT_ON_PAPER: { questionId: 'q1' },
  ANSWER_MALFORMED: { questionId: 'q1' },
  NO_RULE_FOR_YEAR: { region: 'shaanxi', year: 2031 },
  NO_FEE_RULE: { region: 'qinghai', year: 2023 },
  FEE_ABOVE_CAP: { askedFenPerHour: 361, capFenPerHour: 360, clauseId: 'SX22-18' },
  FEE_LINE_FORBIDDEN: { line: 'certificate', clauseId: 'SX22-18' },
  CLAIM_CLOSED: { state: 'rejected' },
  CLAIM_CHANGED: { revision: 2 },
  CLAIM_TOO_LATE: { closedOn: '2023-12-31', clauseId: 'QH23-12' },
  CLAIM_KIND_UNKNOWN: { kind: 'luck' },
  CLAIM_EXCLUDED: { label: '考前辅导', clauseId: 'QH23-19' },
  CLAIM_CATEGORY: { clauseId: 'SX22-10' },
  CLAIM_MAKE_UP: { year: 2019, clauseId: 'NY22-20' },
  EVIDENCE_MISSING: { fields: ['title'] },
  LECTURE_STOPPED: { lectureTitle: '土壤学', unitName: '岱阴县农技站' },
  EVIDENCE_USED: { clauseId: 'NY22-10' },
  LEARNED_ALREADY: { title: '设施蔬菜栽培', year: 2022, clauseId: 'NY22-16' },
  STUDY_RECORD_MISSING: { unitName: '岱阴县农技站', clauseId: 'NY22-9' },
  STUDY_RECORD_USED: { title: '土壤学' },
  STUDY_RECORD_UNRULED: { regionName: '陕西省' },
  STEP_ALREADY_DECIDED: { byName: '周岚', at: AT },
  HOURS_ABOVE_CLAIMED: { hours: 1_600 },
  CERTIFYING_WITHDRAWN: { orgName: '青禾市第一中学' },
  FILE_TYPE: { name: '证明.exe', format: 'other' },
  FILE_DAMAGED: { name: '证明.pdf' },
  FILE_LOCKED: { name: '证明.pdf' },
  FILE_ACTIVE: { name: '证明.pdf' },
  FILE_EMPTY: { name: '证明.pdf' },
  FILE_TOO_LARGE: { name: '证明.pdf', limitBytes: 20_971_520 },
  OBJECTION_FILED: { at: AT },
  OBJECTION_CLOSED: { state: 'upheld' },
  SECOND_PERSON_NEEDED: { byName: '周岚' },
  CASE_CLOSED: { state: 'recorded' },
  INTEGRITY_UNRULED: { regionName: '陕西省' },
  ORG_NOT_VERIFIED: { orgName: '青禾市教育局' },
  ORG_NAMESAKE: { orgName: '青禾市第一中学' },
  PUBLIC_KEY_USED: { isWithdrawn: true },
  DECIDED_ABOVE: { orgName: '青禾市人力资源和社会保障局' },
  ORG_NAME_TAKEN: { orgName: '青禾市第一中学' },
  SHEET_TOO_LARGE: { limitBytes: 67_108_864 },
  SHEET_NOT_XLSX: { given: 'xls' },
  SHEET_TOO_LONG: { sheetName: '名册', rows: 10_001, limit: 10_000 },
  SHEET_TOO_WIDE: { sheetName: '名册', columns: 201, limit: 200 },
  SHEET_MERGED: { sheetName: '名册', row: 3, column: 2 },
  SHEET_FORMULA: { sheetName: '名册', row: 3, column: 2 },
  SHEET_COLUMNS_MISSING: { sheetName: '名册', titles: ['身份证号'], sheets: [] },
  SHEET_EMPTY: { sheetName: '名册' },
  SHEET_ID_AS_NUMBER: { sheetName: '名册', rows: 12 },
  IMPORT_STATE: { state: 'running' },
  ENTRY_CONFLICT: { entryId: 'e1' },
  ACT_CONFLICT: { actId: 'a1' },
  YEAR_INCOMPLETE: { missingPublicHours: 0, missingProfessionalHours: 650 },
}

/** The codes are read from the source, so that a new code without a sentence fails here and not on a person's phone. */
function everyCode(): RefusalCode[] {
  const source = readFileSync(path.resolve('domain/kernel/refusal.ts'), 'utf8')
  return [...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map((match) => match[1] as RefusalCode)
}

const textOf = (code: RefusalCode) =>
  refusalText({ code, details: (DETAILS[code] ?? {}) as Refusals[RefusalCode] })

test.each(everyCode())('%s says what happened and the way out, in Chinese', (code) => {
  const { title, text, way } = textOf(code)
  for (const sentence of [title, text, way]) {
    expect(sentence).toMatch(/\p{Script=Han}{2,}/u)
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object|Invalid/)
    // No code, field or machine's word reaches a person; the only letters are 学时's units, an ID number's X, and the
    // endings that a person sees on their files.
    expect(sentence.replace(/\b(?:KB|X|PDF|OFD)\b/g, '')).not.toMatch(/[A-Za-z]/)
    expect(sentence).not.toMatch(/失败|错误|非法|异常|系统繁忙|请重试/)
  }
  expect(title.length).toBeLessThanOrEqual(20)
  expect(title).not.toBe(way)
})

test.each([
  ['heic', 'HEIC', '兼容性最佳'],
  ['webp', 'WebP', '截图'],
  ['avif', 'AVIF', '截图'],
  ['gif', 'GIF', '截图'],
  ['bmp', 'BMP', '截图'],
  ['tiff', 'TIFF', '截图'],
  ['video', '视频', '画面'],
  ['office', 'Word', '另存为 PDF'],
  ['archive', '压缩包', '解开'],
] as const)('a file of another kind is said to be what it is, with the way out: %s', (format, is, way) => {
  const said = refusalText({ code: 'FILE_TYPE', details: { name: 'IMG_1.heic', format } })
  expect([said.title, said.way]).toEqual([expect.stringContaining(is), expect.stringContaining(way)])
  expect(said.title.length).toBeLessThanOrEqual(20)
  expect(said.text).toContain('“IMG_1”')
  expect(`${said.title}${said.text}`).not.toContain('不是照片')
})

test('details are used: the hours, the moment, the unit', () => {
  expect(textOf('YEAR_INCOMPLETE').text).toBe('还差 6.5 学时专业课。')
  expect(textOf('EXAM_TOO_SOON').text).toContain('8 月 15 日 10:00')
  expect(textOf('IDENTITY_FIXED').text).toContain('王小明')
  expect(textOf('YEAR_CLOSED').text).toContain('2022 年 9 月 30 日')
  expect(textOf('FEE_ABOVE_CAP').text).toContain('标价 3.61 元，规定最多 3.60 元')
})

test.each(['waiting', 'confirmed', 'refused', 'withdrawn'] as const)(
  'a move that is %s is said so',
  (state) => {
    const others = (['waiting', 'confirmed', 'refused', 'withdrawn'] as const).filter((one) => one !== state)
    const { text } = refusalText({ code: 'MOVE_CLOSED', details: { state } })
    expect(text).toMatch(/\p{Script=Han}{8,}/u)
    for (const other of others)
      expect(refusalText({ code: 'MOVE_CLOSED', details: { state: other } }).text).not.toBe(text)
  },
)

const refusedCall = (refusal: unknown) =>
  TRPCClientError.from({ error: { message: '', code: -32600, data: { refusal } } } as never)

test('a lost call says that nothing was lost; a code from a newer server is not shown as it is', () => {
  expect(errorText(new Error('callFunction:fail timeout')).title).toBe('没有连上')
  expect(errorText(refusedCall(null)).title).toBe('没有连上')
  expect(errorText(refusedCall({ code: 'TOKEN_USED', details: {} })).title).toBe('这个二维码已经用过')
  expect(errorText(refusedCall({ code: 'FROM_THE_FUTURE', details: {} })).title).toBe('这一步没有完成')
})

test('a fault of the system is told with the number that the log knows', () => {
  const data = { code: 'INTERNAL_SERVER_ERROR', refusal: null, callId: 'K7F3-Q2M9' }
  const error = TRPCClientError.from({ error: { message: 'UNEXPECTED', code: -32603, data } } as never)
  expect(errorText(error).title).toBe('这一步没有做成')
  expect(errorText(error).way).toContain('编号 K7F3-Q2M9')
})
