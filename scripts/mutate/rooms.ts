// The rooms that are mutated, and those whose tests have to notice: the rules, and the use cases that put them to work.
import { execFileSync } from 'node:child_process'

export const ROOMS = ['domain', 'server'] as const
export type Room = (typeof ROOMS)[number]

const NO_RULE = /\.(test|fixture)\.ts$/
/** Of `server` the use cases: neither the platform's drivers and doors, nor shapes of input, nor what a browser runs. */
const NO_USE_CASE =
  /^server\/(kernel\/(store|ports)\/|[^/]+\.ts$)|\/(router|documents|views)\.ts$|^server\/books\/certificate\/page\//

/** The files of a room whose lines decide something, from the project's root. */
export const filesOf = (room: Room): string[] =>
  execFileSync('git', ['ls-files', room], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file.endsWith('.ts') && !NO_RULE.test(file) && !NO_USE_CASE.test(file))

export const roomOf = (file: string): Room | undefined => ROOMS.find((room) => file.startsWith(`${room}/`))
