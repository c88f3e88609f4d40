const VALID_MS = 5 * 60_000

/** Codes as the phone-number button gives them: each names one number, once, for five minutes. */
export class PhoneCodes {
  private readonly numbers = new Map<string, { phoneNumber: string; until: number }>()
  private issued = 0

  constructor(private readonly now: () => number) {}

  issue(phoneNumber: string): string {
    this.issued += 1
    const code = `local-phone-${this.issued}-${this.now().toString(36)}`
    this.numbers.set(code, { phoneNumber, until: this.now() + VALID_MS })
    return code
  }

  /** Null for a code that was never issued, was used already, or is too old. */
  exchange(code: string): string | null {
    const found = this.numbers.get(code)
    this.numbers.delete(code)
    return found && this.now() < found.until ? found.phoneNumber : null
  }
}
