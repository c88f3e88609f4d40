import { classroom } from '../../server/classroom'
import { doorOnto } from '../../server/door'

export const main = doorOnto(classroom)
