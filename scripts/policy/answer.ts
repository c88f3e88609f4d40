/** What a question is answered with: what it says, and the clauses it rests on. */
export type Answer = Record<string, unknown> & { clauses: string[] }
