import { readFileSync, writeFileSync } from 'node:fs'
import { GUIDE_FILE, guideText } from '../../deploy/privacy'
import { KEPT_DATA_FILE, keptDataText } from './kept-data'
import { LIMITS_FILE, withLimits } from './limits'
import { PROCEDURES_FILE, proceduresText } from './procedures'
import { REFUSALS_FILE, refusalsText } from './refusals'
import { surface } from './surface'

writeFileSync(PROCEDURES_FILE, proceduresText(surface()))
writeFileSync(REFUSALS_FILE, refusalsText(surface()))
writeFileSync(KEPT_DATA_FILE, keptDataText())
writeFileSync(GUIDE_FILE, guideText())
writeFileSync(LIMITS_FILE, withLimits(readFileSync(LIMITS_FILE, 'utf8')))
