import type { PackedProgram } from '../packed-program'

declare global {
  interface Window {
    /** Set by the packed program, which is loaded before the runtime. */
    __program: PackedProgram
  }
}

export const program: PackedProgram = window.__program
export const facts = program.facts
