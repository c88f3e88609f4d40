import * as z from 'zod'
import { MOST_ROWS } from './limits'

const text = (most: number) => z.string().max(most)

/**
 * Loose within a row, because each row is judged by itself. Unknown fields are refused, because everything is signed.
 */
const sentRow = z.strictObject({
  rowId: text(60).min(1),
  idNumber: text(40),
  name: text(100),
  courseCode: text(60),
  courseTitle: text(200),
  category: text(40),
  hours: text(20),
  completedOn: text(20),
  // clause QH23-23
  examPassed: z.boolean(),
  year: z.number().int().min(1900).max(2200).optional(),
  mode: z.enum(['online', 'face-to-face']).optional(),
  section: text(60).optional(),
  filing: text(60).optional(),
})

export const delivery = z.strictObject({
  batch: z.strictObject({
    format: z.literal(1),
    providerId: text(60).min(1),
    region: text(20),
    month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/),
    sequence: z.number().int().min(1).max(9_999),
    rows: z.array(sentRow).min(1).max(MOST_ROWS),
  }),
  keyId: z.number().int().min(1),
  /** 64 bytes, r and s. */
  signature: z.string().regex(/^[0-9a-f]{128}$/i),
})
