import { webDoor } from '../../server/web-door'

export const main = webDoor()
