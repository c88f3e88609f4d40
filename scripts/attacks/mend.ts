import type { NamedTest } from '../without/copy'

/** Code that stands against an attack, and how things stood without it. */
interface Edit {
  file: string
  /** Stands in the file exactly once. */
  find: string
  instead: string
}

export interface Mend {
  /** A test of docs/security.md, by its file and the name that stands there. */
  test: NamedTest
  /** With all of them the attack succeeds again, and the test must fail. */
  without: readonly Edit[]
}
