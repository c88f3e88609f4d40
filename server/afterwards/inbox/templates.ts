import type { TemplateName } from '../../kernel/templates'

/** The messages that a submission asks consent for: three at most in one asking, as the platform has it. */
export const ASKED_TEMPLATES: readonly TemplateName[] = ['claim-decided', 'binding-decided', 'reminder']
