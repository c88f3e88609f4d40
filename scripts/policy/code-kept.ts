// Rules that code keeps beside the packs. Each is marked where it stands, `// clause SX22-13`, and can be taken out by its
// mark: the named test must then fail.

export interface CodeKept {
  clause: string
  /** The code in the place of the marked rule once it is out; absent, the place stays empty. */
  instead?: string
  /** Where it bites: these procedures, the clock by itself, or the address where partners push. */
  at: readonly string[] | 'clock' | 'partners'
  test: { file: string; name: string }
}

export const CODE_KEPT: readonly CodeKept[] = [
  {
    clause: 'SX22-5',
    instead: "titleLevels: [...titleLevelsOf(account, pack), 'senior']",
    at: ['certificate.issue'],
    test: { file: 'server/books/certificate/certificate.test.ts', name: 'SX22-5' },
  },
  {
    clause: 'SX22-12',
    at: ['account.enter'],
    test: { file: 'tests/doors/account.test.ts', name: 'SX22-12' },
  },
  {
    clause: 'SX22-13',
    instead: 'if (!person) return {} as PersonDocument',
    at: ['account.register'],
    test: { file: 'tests/doors/account.test.ts', name: 'SX22-13' },
  },
  {
    clause: 'SX22-15',
    at: ['study.open'],
    test: { file: 'server/learning/study/study.test.ts', name: 'SX22-15' },
  },
  {
    clause: 'SX22-16',
    at: ['oversight.startCheck', 'oversight.voidEntry', 'oversight.withdrawCertification'],
    test: { file: 'server/oversight/oversight.test.ts', name: 'SX22-16' },
  },
  {
    clause: 'QH23-13',
    instead: "events: told(claim, actor, { kind: 'lapsed', note: '' })",
    at: 'clock',
    test: { file: 'server/claims/review/claims.test.ts', name: 'QH23-13' },
  },
  {
    clause: 'QH23-25',
    at: ['oversight.decideCase'],
    test: { file: 'domain/oversight/oversight.test.ts', name: 'QH23-25' },
  },
  {
    clause: 'NY22-9',
    instead: 'const archive = found',
    at: ['claim.saveDraft', 'archive.keep'],
    test: { file: 'server/claims/archive/archive.test.ts', name: 'NY22-9' },
  },
  {
    clause: 'NY22-12',
    instead: 'idNumber: idNumberOf(person, ctx.ports.secrets)',
    at: ['outside.titleExport'],
    test: { file: 'tests/doors/outside-staff.test.ts', name: 'NY22-12' },
  },
  {
    clause: 'NY22-14',
    instead: "if (!body) refuse('OUT_OF_SCOPE', {})",
    at: ['organisation.verify'],
    test: { file: 'tests/doors/organisation.test.ts', name: 'NY22-13' },
  },
  {
    clause: 'NY22-19',
    instead: 'if (account) return account',
    at: ['certificate.issue'],
    test: { file: 'server/claims/review/claims.test.ts', name: 'NY22-19' },
  },
  {
    clause: 'QH23-21',
    at: 'clock',
    test: { file: 'server/afterwards/inbox/inbox.test.ts', name: 'QH23-21' },
  },
  {
    clause: 'QH23-23',
    instead: 'examPassed: z.boolean().default(true)',
    at: 'partners',
    test: { file: 'tests/doors/outside.test.ts', name: 'QH23-23' },
  },
]
