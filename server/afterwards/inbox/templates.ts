import type { Subscription } from './told'

/** The messages that a submission asks consent for: three at most in one asking, as the platform has it. */
export const TEMPLATES: readonly Subscription['template'][] = ['claim-decided', 'binding-decided', 'reminder']
