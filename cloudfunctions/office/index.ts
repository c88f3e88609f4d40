import { doorOnto } from '../../server/door'
import { office } from '../../server/office'

export const main = doorOnto(office)
