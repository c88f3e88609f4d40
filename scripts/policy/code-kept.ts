// Rules that code keeps beside the packs, and how to take each out: the named test must then fail.

export interface CodeKept {
  clause: string
  /** Where the rule stands, and the words that are it. */
  file: string
  rule: string
  /** What stands there once the rule is out. */
  without: string
  test: { file: string; name: string }
}

export const CODE_KEPT: readonly CodeKept[] = [
  {
    clause: 'SX22-5',
    file: 'server/books/certificate/issue.ts',
    rule: 'titleLevels: titleLevelsOf(account, pack),',
    without: "titleLevels: [...titleLevelsOf(account, pack), 'senior'],",
    test: { file: 'server/books/certificate/certificate.test.ts', name: 'SX22-5' },
  },
  {
    clause: 'SX22-12',
    file: 'server/people/enter.ts',
    rule: 'await keepVisit(ctx, entry)',
    without: 'void keepVisit',
    test: { file: 'tests/doors/account.test.ts', name: 'SX22-12' },
  },
  {
    clause: 'SX22-13',
    file: 'server/kernel/procedure.ts',
    rule: 'if (!person) return refuseNobody({ openid, store })',
    without: 'if (!person) return {} as PersonDocument',
    test: { file: 'tests/doors/account.test.ts', name: 'SX22-13' },
  },
  {
    clause: 'SX22-15',
    file: 'server/learning/study/open-lecture.ts',
    rule: 'accept(packs.isYearOpen(course.region, course.year, now))',
    without: 'void packs',
    test: { file: 'server/learning/study/study.test.ts', name: 'SX22-15' },
  },
  {
    clause: 'SX22-16',
    file: 'server/oversight/void-one.ts',
    rule: 'if (claim) await revoke(tx, voiding, claim)',
    without: 'void revoke',
    test: { file: 'server/oversight/oversight.test.ts', name: 'SX22-16' },
  },
  {
    clause: 'QH23-13',
    file: 'domain/review/decide-claim.ts',
    rule: "events: told(claim, actor, { kind: 'lapsed', note: late }),",
    without: "events: told(claim, actor, { kind: 'lapsed', note: late.slice(0, 0) }),",
    test: { file: 'server/claims/review/claims.test.ts', name: 'QH23-13' },
  },
  {
    clause: 'QH23-25',
    file: 'domain/oversight/integrity-case.ts',
    rule: "if (before) return refused('SECOND_PERSON_NEEDED', { byName: before.byName })",
    without: 'void before',
    test: { file: 'domain/oversight/oversight.test.ts', name: 'QH23-25' },
  },
  {
    clause: 'NY22-9',
    file: 'server/claims/archive/record-behind.ts',
    rule: 'found?.personId === person._id && found.targetYear === draft.targetYear ? found : null',
    without: 'person ? found : null',
    test: { file: 'server/claims/archive/archive.test.ts', name: 'NY22-9' },
  },
  {
    clause: 'NY22-12',
    file: 'server/outside/title-export.ts',
    rule: 'idNumber: idNumbers ? unseal(person.idNumber, ctx.ports.secrets) : person.idNumberMasked,',
    without: 'idNumber: unseal(person.idNumber, ctx.ports.secrets),',
    test: { file: 'tests/doors/outside-staff.test.ts', name: 'NY22-12' },
  },
  {
    clause: 'NY22-14',
    file: 'server/bodies/review-organisation.ts',
    rule: "if (!body || !grant) refuse('OUT_OF_SCOPE', {})",
    without: "if (!body) refuse('OUT_OF_SCOPE', {})",
    test: { file: 'tests/doors/organisation.test.ts', name: 'NY22-13' },
  },
  {
    clause: 'NY22-19',
    file: 'server/books/certificate/issue.ts',
    rule: 'if (complete && account) return account',
    without: 'if (account) return account',
    test: { file: 'server/claims/review/claims.test.ts', name: 'NY22-19' },
  },
  {
    clause: 'QH23-21',
    file: 'server/afterwards/inbox/reminder-dates.ts',
    rule: "'verify-claim': 'reviewers',",
    without: '',
    test: { file: 'server/afterwards/inbox/inbox.test.ts', name: 'QH23-21' },
  },
  {
    clause: 'QH23-23',
    file: 'server/outside/batch-schema.ts',
    rule: 'examPassed: z.boolean(),',
    without: 'examPassed: z.boolean().default(true),',
    test: { file: 'tests/doors/outside.test.ts', name: 'QH23-23' },
  },
]
