/** The answer to a question, with the clauses it rests on. */
export type Answer = Record<string, unknown> & { clauses: string[] }
