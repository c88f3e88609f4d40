import type { PackedProgram } from '../packed-program'

declare global {
  interface Window {
    /** Set by the packed program, which is loaded before the runtime. */
    __program: PackedProgram
    /** Interfaces that the program's privacy guide names. */
    __privacyGuide: readonly string[]
  }
}

export const program: PackedProgram = window.__program
export const facts = program.facts
export const privacyGuide: readonly string[] = window.__privacyGuide
