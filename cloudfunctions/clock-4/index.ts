import { clockDoor } from '../../server/clock-door'

export const main = clockDoor()
