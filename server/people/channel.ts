import * as z from 'zod'

/** The channel (入口) by which a person came in (SX22-12, SX20-2): kept with the person and with each visit. */
export const channel = z.enum([
  'menu-12333',
  'unit-code',
  'class-code',
  'search',
  'city-service',
  'message',
  'other',
])
export type Channel = z.infer<typeof channel>
