import { addHours } from '../kernel/hours'
import { day } from '../kernel/instant'
import type { Notice } from './pack'

/** What is wrong in a notice, each with the path of its value; empty where it is whole. */
export function checkNotice(notice: Notice): string[] {
  return [...valuesOf(notice, ''), ...sumsOf(notice), ...daysOf(notice)]
}

/** Walks the whole tree: a value added to the pack is checked without anyone thinking of it. */
function valuesOf(node: unknown, path: string, notice: unknown = node): string[] {
  if (node === null || typeof node !== 'object') return []
  const found = 'state' in node ? checkValue(node as Record<string, unknown>, path, notice as Notice) : []
  const below = Object.entries(node).flatMap(([key, child]) => valuesOf(child, `${path}/${key}`, notice))
  return [...found, ...below]
}

const blank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === ''

function checkValue(value: Record<string, unknown>, path: string, { documents }: Notice): string[] {
  const problems: string[] = []
  const says: Record<string, readonly string[]> = {
    stated: ['clause', 'words'],
    reading: ['reading'],
    silent: ['note'],
    missing: ['document', 'clause', 'words'],
  }
  const fields = says[String(value.state)]
  if (!fields) problems.push(`${path}: unknown state ${String(value.state)}`)
  for (const field of fields ?? []) if (blank(value[field])) problems.push(`${path}: no ${field}`)
  const source = typeof value.clause === 'string' ? value.clause.split('-')[0] : undefined
  if (source && !Object.keys(documents).includes(source)) problems.push(`${path}: no document ${source}`)
  return problems
}

function sumsOf({ requirement, publicSubjects }: Notice): string[] {
  const parts = [requirement.total, requirement.public, requirement.professional].map(({ value }) => value)
  const each = publicSubjects.subjects.map(({ hours }) => hours.value)
  if (![...parts, ...each].every((hours) => Number.isSafeInteger(hours) && hours > 0))
    return ['/requirement: hours are whole hundredths above zero']
  const [total, ofPublic, ofProfessional] = parts
  const problems: string[] = []
  if (total !== (ofPublic ?? 0) + (ofProfessional ?? 0))
    problems.push('/requirement: the parts are not the total')
  const enough =
    publicSubjects.choice.value === 'allOf'
      ? addHours(...each) === ofPublic
      : each.every((hours) => hours >= (ofPublic ?? 0))
  if (!enough) problems.push('/publicSubjects: the subjects do not meet the requirement')
  return problems
}

function daysOf({ inForceFrom, windows, makeUp }: Notice): string[] {
  const days: string[] = [inForceFrom.value, makeUp.lastDay.value]
  for (const { lastDay, aimDay } of windows) {
    if ('value' in lastDay) days.push(lastDay.value)
    if (aimDay) days.push(aimDay.value)
  }
  return days.flatMap((text) => {
    try {
      day(text)
      return []
    } catch {
      return [`/windows: ${text} is no day`]
    }
  })
}
