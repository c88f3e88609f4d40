// Rules that code keeps beside the packs, and places where those of a pack bite. Each is marked where it stands,
// `// clause SX22-13`, and can be taken out by its mark: the named test must then fail.

export interface CodeKept {
  clause: string
  /** The code in the place of the marked rule once it is out; absent, the place stays empty. */
  instead?: string
  /** Where it bites: these procedures, the clock by itself, or the address where partners push. */
  at: readonly string[] | 'clock' | 'partners'
  test: { file: string; name: string }
}

/** Where a claim is judged: looked at before it is handed in, and handed in. */
const SUBMITTING = ['claim.preview', 'claim.submit'] as const

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
  {
    clause: 'SX22-14',
    at: SUBMITTING,
    test: { file: 'tests/doors/claim-clauses.test.ts', name: 'SX22-14' },
  },
  {
    clause: 'NY22-20',
    at: SUBMITTING,
    test: { file: 'tests/doors/claim-clauses.test.ts', name: 'NY22-20' },
  },
  {
    clause: 'SX20-14',
    at: SUBMITTING,
    test: { file: 'tests/doors/claim-clauses.test.ts', name: 'SX20-14' },
  },
  {
    clause: 'QH23-19',
    at: SUBMITTING,
    test: { file: 'tests/doors/claim-clauses.test.ts', name: 'QH23-19' },
  },
  {
    clause: 'QH23-2',
    instead: "const { steps } = chainOf(pack, { route: 'claim' })",
    at: SUBMITTING,
    test: { file: 'tests/doors/claim-clauses.test.ts', name: 'QH23-2' },
  },
  {
    clause: 'NY22-15',
    instead: "const { steps } = chainOf(pack, { route: 'claim' })",
    at: SUBMITTING,
    test: { file: 'tests/doors/claim-clauses.test.ts', name: 'NY22-15' },
  },
  {
    clause: 'NX22-16',
    instead: "const steps = ['unit', 'department', 'bureau'] as const",
    at: SUBMITTING,
    test: { file: 'tests/doors/claim-clauses.test.ts', name: 'NX22-16' },
  },
  {
    clause: 'SX20-13',
    instead: "const steps = ['unit', 'department', 'bureau'] as const",
    at: SUBMITTING,
    test: { file: 'tests/doors/claim-clauses.test.ts', name: 'SX20-13' },
  },
  {
    clause: 'SX20-11',
    instead: "const fee = pack && feeOf(pack, { mode: 'online', hours, on: dayOf(now) })",
    at: ['title.plan'],
    test: { file: 'tests/doors/plan-prices.test.ts', name: 'SX20-11' },
  },
  {
    clause: 'SX22-18',
    instead: 'const fee = null as ReturnType<typeof feeOf> | null',
    at: ['title.plan'],
    test: { file: 'tests/doors/plan-prices.test.ts', name: 'SX22-18' },
  },
  {
    clause: 'QH23-8',
    at: 'partners',
    test: { file: 'tests/doors/outside-lines.test.ts', name: 'QH23-8' },
  },
  {
    clause: 'QH23-9',
    at: 'partners',
    test: { file: 'tests/doors/outside-lines.test.ts', name: 'QH23-9' },
  },
  {
    clause: 'NY22-5',
    at: 'partners',
    test: { file: 'tests/doors/outside-lines.test.ts', name: 'NY22-5' },
  },
  {
    clause: 'NY22-7',
    at: 'partners',
    test: { file: 'tests/doors/outside-lines.test.ts', name: 'NY22-7' },
  },
]
