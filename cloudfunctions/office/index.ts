import { doorOnto } from '../../server/door'
import { officeDoor } from '../../server/office-door'

export const main = doorOnto('office', officeDoor)
