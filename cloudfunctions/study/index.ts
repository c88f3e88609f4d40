import { doorOnto } from '../../server/door'
import { studyDoor } from '../../server/study-door'

export const main = doorOnto('study', studyDoor)
