// Calls beside those of the matrix: each form, each verdict, each place to look, each way to be told no.

import { arrivalCases } from './arrival-cases'
import type { Case } from './case'
import { claimCases } from './claim-cases'
import { lookingCases } from './looking-cases'
import { outsideCases } from './outside-cases'
import { peopleCases } from './people-cases'
import { reviewCases } from './review-cases'
import { reviewedCases } from './reviewed-cases'
import { sheetCases } from './sheet-cases'
import { staffCases } from './staff-cases'
import { stateCases } from './state-cases'
import { titleCases } from './title-cases'

export const CASES: readonly Case[] = [
  ...claimCases,
  ...reviewCases,
  ...reviewedCases,
  ...staffCases,
  ...lookingCases,
  ...peopleCases,
  ...outsideCases,
  ...titleCases,
  ...stateCases,
  ...sheetCases,
  ...arrivalCases,
]
