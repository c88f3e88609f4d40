import { apiParts } from '../../server/api-door'
import { doorOnto } from '../../server/door'

export const main = doorOnto('api', apiParts)
