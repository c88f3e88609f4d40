import { doorOnto } from '../../server/door'
import { everyday } from '../../server/everyday'

export const main = doorOnto(everyday)
