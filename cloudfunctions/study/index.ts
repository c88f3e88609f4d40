import { doorOnto } from '../../server/door'
import { studyParts } from '../../server/study-door'

export const main = doorOnto('study', studyParts)
