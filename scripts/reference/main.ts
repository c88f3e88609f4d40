import { writeFileSync } from 'node:fs'
import { PROCEDURES_FILE, proceduresText } from './procedures'

writeFileSync(PROCEDURES_FILE, proceduresText())
