import { doorOnto } from '../../server/door'
import { officeParts } from '../../server/office-door'

export const main = doorOnto('office', officeParts)
