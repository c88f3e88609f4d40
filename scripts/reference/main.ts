import { writeFileSync } from 'node:fs'
import { PROCEDURES_FILE, proceduresText } from './procedures'
import { REFUSALS_FILE, refusalsText } from './refusals'
import { surface } from './surface'

writeFileSync(PROCEDURES_FILE, proceduresText(surface()))
writeFileSync(REFUSALS_FILE, refusalsText(surface()))
