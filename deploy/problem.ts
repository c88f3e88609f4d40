/** Why nothing is carried out: a code for who asks for help, and a sentence for who deploys, with the way out. */
export interface Problem {
  readonly code: string
  readonly sentence: string
}

/** Ends a command: its sentence is said, and nothing else is done. */
export class Stopped extends Error {
  constructor(readonly problem: Problem) {
    super(problem.sentence)
    this.name = 'Stopped'
  }
}

export const stop = (code: string, sentence: string): never => {
  throw new Stopped({ code, sentence })
}
