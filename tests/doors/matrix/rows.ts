import { accountRows } from './account-rows'
import { archiveRows } from './archive-rows'
import { claimRows } from './claim-rows'
import { learningRows } from './learning-rows'
import { organisationRows } from './organisation-rows'
import { oversightRows } from './oversight-rows'
import { reviewRows } from './review-rows'
import type { Rows } from './row'
import { rosterRows, staffRows } from './staff-rows'

/** All of them, area by area. */
export const ROWS: Rows = {
  ...accountRows,
  ...learningRows,
  ...claimRows,
  ...archiveRows,
  ...reviewRows,
  ...organisationRows,
  ...rosterRows,
  ...staffRows,
  ...oversightRows,
}
