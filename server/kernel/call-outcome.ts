import type { RefusalCode } from '../../domain/kernel/refusal'

/** How a call ended: as it should, refused by a code, or broken. */
export type CallOutcome = 'ok' | 'FAULT' | RefusalCode
